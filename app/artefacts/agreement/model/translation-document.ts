import * as Y from 'yjs'
import { isLanguage, type Language } from '../../../i18n/languages'
import type { Remember } from '../../../document/remember'
import { blocksOf, titleOf } from './clauses'
import { clauseIdPattern, type Agreement, type TranslatedClause } from './content'
import { looseOf, makeShared, type Element } from './elements'
import { assembleClause } from './mend'
import { restoreRow } from './restore'
import { asClause, saysAnything } from './translation'

// Beside the body stands a second row of clauses, without levels, known by the ids of those that they translate. It is
// there from the beginning, so that no two people make it at once; which language it is in says the entry beside it.
const rowName = 'translated'
const languageName = 'translationLanguage'

type Translation = NonNullable<Agreement['translation']>

function rowOf(root: Y.Map<unknown>): Y.XmlFragment | undefined {
  const row = root.get(rowName)
  return row instanceof Y.XmlFragment ? row : undefined
}

export function ensureTranslationRow(root: Y.Map<unknown>): Y.XmlFragment {
  const found = rowOf(root)
  if (found) return found
  const made = new Y.XmlFragment()
  root.set(rowName, made)
  return made
}

/** Undefined where the agreement has no other language. Never writes, never throws. */
export function readTranslation(root: Y.Map<unknown>, remember: Remember): Translation | undefined {
  const language = root.get(languageName)
  if (typeof language !== 'string' || !isLanguage(language)) return undefined
  const clauses: Record<string, TranslatedClause> = {}
  for (const child of rowOf(root)?.toArray() ?? []) {
    if (!(child instanceof Y.XmlElement)) continue
    const found = remember(child as Y.AbstractType<unknown>, () => translatedOf(child as Element))
    if (found) clauses[found.id] = joined(clauses[found.id], found.translated)
  }
  return { language, clauses }
}

function translatedOf(element: Element): { id: string; translated: TranslatedClause } | undefined {
  const id = element.getAttribute('id')
  if (typeof id !== 'string' || !clauseIdPattern.test(id)) return undefined
  const parts = element.toArray().flatMap((child) => looseOf(child))
  const assembled = assembleClause({ id }, parts)
  const text = (name: string) => {
    const value = element.getAttribute(name)
    return typeof value === 'string' ? value : ''
  }
  const titles = assembled.map(titleOf).filter((title) => title !== '')
  const translated = {
    title: titles.join(' '),
    content: assembled.flatMap(blocksOf),
    agreesWith: text('agreesWith'),
    agreed: text('agreed'),
  }
  return { id, translated }
}

/** Two people began to translate the same clause without a connection: what both wrote is kept. */
function joined(one: TranslatedClause | undefined, other: TranslatedClause): TranslatedClause {
  if (!one || !saysAnything(one)) return other
  if (!saysAnything(other)) return one
  return {
    title: [one.title, other.title].filter((title) => title !== '').join(' '),
    content: [...one.content, ...other.content],
    agreesWith: one.agreesWith,
    agreed: one.agreed,
  }
}

/** Turns what is there into `translation`, touching only what differs. */
export function restoreTranslation(root: Y.Map<unknown>, translation: Translation | undefined): void {
  const row = ensureTranslationRow(root)
  setTranslationLanguage(root, translation?.language)
  // What was translated stays where the language goes: it may come back.
  if (!translation) return
  restoreRow(
    row,
    Object.entries(translation.clauses).map(([id, clause]) => {
      const { agreesWith, agreed } = clause
      return { ...asClause(id, clause), attrs: { id, agreesWith, agreed } }
    }),
  )
}

/** Gives the agreement another language beside its own; undefined takes it away, and keeps what was written. */
export function setTranslationLanguage(root: Y.Map<unknown>, language: Language | undefined): void {
  if (language === root.get(languageName)) return
  if (language === undefined) root.delete(languageName)
  else root.set(languageName, language)
}

/** Where the translation of a clause is written: what an editor binds itself to. Undefined until it has been begun. */
export function translatedBody(root: Y.Map<unknown>, clause: string): Y.XmlFragment | undefined {
  const found = elementsOf(root, clause)[0]
  return found as unknown as Y.XmlFragment | undefined
}

/** Makes the place for the translation of a clause; where there are two, they become one. */
export function beginTranslation(root: Y.Map<unknown>, clause: string, content?: TranslatedClause): void {
  const row = ensureTranslationRow(root)
  const [first, ...others] = elementsOf(root, clause)
  if (!first) {
    const empty = { title: '', content: [{ type: 'paragraph' as const }] }
    row.insert(row.length, [makeShared({ ...asClause(clause, content ?? empty), attrs: { id: clause } })])
    return
  }
  for (const other of others) {
    const parts = other.toArray().map((child) => (child as Element).clone() as unknown as Y.XmlElement)
    first.insert(first.length, parts)
    row.delete((row.toArray() as unknown[]).indexOf(other), 1)
  }
}

/** Somebody says that both wordings say the same; given as their hashes. */
export function agreeTranslation(root: Y.Map<unknown>, clause: string, agreesWith: string, agreed: string): boolean {
  const [element] = elementsOf(root, clause)
  element?.setAttribute('agreesWith', agreesWith)
  element?.setAttribute('agreed', agreed)
  return element !== undefined
}

function elementsOf(root: Y.Map<unknown>, clause: string): Element[] {
  return ((rowOf(root)?.toArray() ?? []) as unknown[]).filter(
    (child): child is Element => child instanceof Y.XmlElement && child.getAttribute('id') === clause,
  )
}
