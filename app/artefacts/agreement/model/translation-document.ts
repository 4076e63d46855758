import * as Y from 'yjs'
import { isLanguage, type Language } from '../../../i18n/languages'
import type { Remember } from '../../../document/remember'
import { blocksOf, titleOf } from './clauses'
import { clauseIdPattern, type Agreement, type TranslatedClause } from './content'
import { looseOf, makeShared, partsOf } from './elements'
import { assembleClause } from './mend'
import { restoreRow } from './restore'
import { asClause, saysAnything } from './translation'

// Beside the body stands a row of translated clauses, known by the ids of those that they translate, each a map with its
// text. The row is there from the beginning, so that no two people make it at once; which language it is in says the entry
// beside it. An editor binds itself to a text: to an element it could not, since it would take the element's attributes away.
const rowName = 'translated'
const languageName = 'translationLanguage'

type Translation = NonNullable<Agreement['translation']>

type Entry = Y.Map<unknown>

/** What an editor of a translation binds itself to. */
export type TranslationBody = Y.XmlFragment

function rowOf(root: Y.Map<unknown>): Y.Array<Entry> | undefined {
  const row = root.get(rowName)
  return row instanceof Y.Array ? (row as Y.Array<Entry>) : undefined
}

export function ensureTranslationRow(root: Y.Map<unknown>): Y.Array<Entry> {
  const found = rowOf(root)
  if (found) return found
  const made = new Y.Array<Entry>()
  root.set(rowName, made)
  return made
}

/** Undefined where the agreement has no other language. Never writes, never throws. */
export function readTranslation(root: Y.Map<unknown>, remember: Remember): Translation | undefined {
  const language = root.get(languageName)
  if (!isLanguage(language)) return undefined
  const clauses: Record<string, TranslatedClause> = {}
  for (const entry of entriesIn(rowOf(root))) {
    const found = remember(entry as Y.AbstractType<unknown>, () => translatedOf(entry))
    // A place that somebody has made to write in, and has written nothing in, is nothing that the agreement says.
    if (found && saysAnything(found.translated)) clauses[found.id] = joined(clauses[found.id], found.translated)
  }
  return { language, clauses }
}

function entriesIn(row: Y.Array<Entry> | undefined): Entry[] {
  return ((row?.toArray() ?? []) as unknown[]).filter((entry): entry is Entry => entry instanceof Y.Map)
}

function translatedOf(entry: Entry): { id: string; translated: TranslatedClause } | undefined {
  const id = entry.get('id')
  if (typeof id !== 'string' || !clauseIdPattern.test(id)) return undefined
  const assembled = assembleClause({ id }, textOf(entry)?.toArray().flatMap((child) => looseOf(child)) ?? [])
  const hash = (name: string) => {
    const value = entry.get(name)
    return typeof value === 'string' ? value : ''
  }
  const titles = assembled.map(titleOf).filter((title) => title !== '')
  const translated = {
    title: titles.join(' '),
    content: assembled.flatMap(blocksOf),
    agreesWith: hash('agreesWith'),
    agreed: hash('agreed'),
  }
  return { id, translated }
}

function textOf(entry: Entry): Y.XmlFragment | undefined {
  const text = entry.get('text')
  return text instanceof Y.XmlFragment ? text : undefined
}

/** Two people began to translate the same clause without a connection: what both wrote is kept. */
function joined(one: TranslatedClause | undefined, other: TranslatedClause): TranslatedClause {
  if (!one) return other
  return {
    title: [one.title, other.title].filter((title) => title !== '').join(' '),
    content: [...one.content, ...other.content],
    agreesWith: one.agreesWith,
    agreed: one.agreed,
  }
}

/** Turns what is there into `translation`, touching only what differs. */
export function restoreTranslation(root: Y.Map<unknown>, translation: Translation | undefined): void {
  ensureTranslationRow(root)
  setTranslationLanguage(root, translation?.language)
  // What was translated stays where the language goes: it may come back.
  if (!translation) return
  for (const id of idsIn(root)) if (!translation.clauses[id]) dropTranslation(root, id)
  for (const [id, clause] of Object.entries(translation.clauses)) {
    const [entry, ...others] = entriesOf(root, id)
    if (entry && others.length === 0) restoreEntry(entry, clause)
    else {
      dropTranslation(root, id)
      addEntry(root, id, clause)
    }
  }
}

function restoreEntry(entry: Entry, clause: TranslatedClause): void {
  const text = textOf(entry)
  if (text) restoreRow(text, asClause('', clause).content)
  else entry.set('text', newText(clause))
  for (const name of ['agreesWith', 'agreed'] as const) {
    if (entry.get(name) !== clause[name]) entry.set(name, clause[name])
  }
}

/** Gives the agreement another language beside its own; undefined takes it away, and keeps what was written. */
export function setTranslationLanguage(root: Y.Map<unknown>, language: Language | undefined): void {
  if (language === root.get(languageName)) return
  if (language === undefined) root.delete(languageName)
  else root.set(languageName, language)
}

/** Where the translation of a clause is written: what an editor binds itself to. Undefined until it has been begun. */
export function translatedBody(root: Y.Map<unknown>, clause: string): Y.XmlFragment | undefined {
  const [entry] = entriesOf(root, clause)
  return entry && textOf(entry)
}

/** The undo of what is written in one translation. It knows nothing of the agreement's own text, nor that of it. */
export function translationUndo(body: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(body, { trackedOrigins: new Set(), captureTimeout: 500 })
}

/** Whether a change is only to what translations say, to which language they are in, or makes a place for one. */
export function isOnlyTranslation(root: Y.Map<unknown>, { changed }: Pick<Y.Transaction, 'changed'>): boolean {
  const row = rowOf(root)
  if (!row) return false
  const texts = new Set<unknown>(entriesIn(row).map(textOf))
  return [...changed].every(([type, names]) => {
    if ((type as unknown) === root) return [...names].every((name) => name === languageName)
    return (type as unknown) === row || isWithin(type, texts)
  })
}

function isWithin(type: { parent: unknown }, texts: ReadonlySet<unknown>): boolean {
  for (let at: unknown = type; at instanceof Y.AbstractType; at = at.parent) if (texts.has(at)) return true
  return false
}

/** Makes the place for the translation of a clause; where there are two, they become one. */
export function beginTranslation(root: Y.Map<unknown>, clause: string, content?: TranslatedClause): void {
  const entries = entriesOf(root, clause)
  const [first] = entries.map(textOf)
  if (!first) return addEntry(root, clause, content ?? { title: '', content: [{ type: 'paragraph' }], agreesWith: '', agreed: '' })
  for (const text of entries.slice(1).map(textOf)) {
    const parts = text?.toArray().map((child) => (child as Y.XmlElement).clone()) ?? []
    first.insert(first.length, parts)
  }
  dropAfterFirst(root, clause)
}

/** Somebody says that both wordings say the same; given as their hashes. */
export function agreeTranslation(root: Y.Map<unknown>, clause: string, agreesWith: string, agreed: string): boolean {
  const [entry] = entriesOf(root, clause)
  entry?.set('agreesWith', agreesWith)
  entry?.set('agreed', agreed)
  return entry !== undefined
}

function addEntry(root: Y.Map<unknown>, id: string, clause: TranslatedClause): void {
  const { agreesWith, agreed } = clause
  const entry = new Y.Map<unknown>(Object.entries({ id, agreesWith, agreed, text: newText(clause) }))
  ensureTranslationRow(root).push([entry])
}

function newText(clause: TranslatedClause): Y.XmlFragment {
  const text = new Y.XmlFragment()
  text.insert(0, partsOf(asClause('', clause).content).map(makeShared))
  return text
}

function dropTranslation(root: Y.Map<unknown>, clause: string): void {
  drop(root, entriesOf(root, clause))
}

function dropAfterFirst(root: Y.Map<unknown>, clause: string): void {
  drop(root, entriesOf(root, clause).slice(1))
}

function drop(root: Y.Map<unknown>, entries: readonly Entry[]): void {
  const row = rowOf(root)
  for (const entry of entries) row?.delete(row.toArray().indexOf(entry), 1)
}

function idsIn(root: Y.Map<unknown>): Set<string> {
  return new Set(entriesIn(rowOf(root)).map((entry) => String(entry.get('id'))))
}

function entriesOf(root: Y.Map<unknown>, clause: string): Entry[] {
  return entriesIn(rowOf(root)).filter((entry) => entry.get('id') === clause)
}
