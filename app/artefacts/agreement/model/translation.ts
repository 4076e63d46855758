import { textHash } from '../../../lib/text-hash'
import { linesOf, type Sayings, type WordedClause } from './wording'
import type { Agreement, Clause, TranslatedClause } from './content'

/**
 * How a clause stands in the agreement's other language. Nobody can tell by program whether two wordings say the same: a
 * person says so, and it holds until either of them changes.
 * - `missing`: nothing is written yet · `unchecked`: nobody has said yet that they say the same
 * - `same`: somebody has, and neither has changed since
 * - `translation-older`: the agreement's own wording has changed since · `translation-newer`: the translation has · `both-changed`
 */
export type TranslationState =
  | 'missing'
  | 'unchecked'
  | 'same'
  | 'translation-older'
  | 'translation-newer'
  | 'both-changed'

export interface StandingTranslation {
  clause: WordedClause
  translated: TranslatedClause | undefined
  state: TranslationState
}

/** Every clause with what the other language says of it. `sayings`: as for the wording of the agreement itself. */
export function translationStates(
  content: Agreement,
  worded: readonly WordedClause[],
  sayings: Sayings,
): StandingTranslation[] {
  return worded.map((clause) => {
    const translated = content.translation?.clauses[clause.id]
    return { clause, translated, state: stateOf(clause.hash, translated, sayings) }
  })
}

/** SHA-256 of what a translated clause says. */
export function translatedHash(translated: Pick<TranslatedClause, 'title' | 'content'>, sayings: Sayings): string {
  return textHash([translated.title, ...linesOf(asClause('', translated), sayings)].join('\n'))
}

/** A clause of its own that says what the translation says. */
export function asClause(id: string, { title, content }: Pick<TranslatedClause, 'title' | 'content'>): Clause {
  const words = title === '' ? {} : { content: [{ type: 'text' as const, text: title }] }
  return { type: 'clause', attrs: { id }, content: [{ type: 'clauseTitle', ...words }, ...content] }
}

/** Whether a translation says anything at all. */
export function saysAnything({ title, content }: Pick<TranslatedClause, 'title' | 'content'>): boolean {
  return title.trim() !== '' || content.some((block) => block.type !== 'paragraph' || block.content !== undefined)
}

function stateOf(hash: string, translated: TranslatedClause | undefined, sayings: Sayings): TranslationState {
  if (!translated || !saysAnything(translated)) return 'missing'
  if (translated.agreesWith === '') return 'unchecked'
  const sourceChanged = translated.agreesWith !== hash
  const ownChanged = translated.agreed !== translatedHash(translated, sayings)
  if (sourceChanged) return ownChanged ? 'both-changed' : 'translation-older'
  return ownChanged ? 'translation-newer' : 'same'
}

/**
 * The agreement in its other language: titles and text of each clause where they are translated; the rest stays as it is.
 * Numbers, references and annexes are the same in both.
 */
export function translatedAgreement(content: Agreement): Agreement {
  const { translation } = content
  if (!translation) return content
  const inOther = (clause: Clause): Clause => {
    const translated = translation.clauses[clause.attrs.id]
    const subclauses = clause.content.flatMap((node) => (node.type === 'clause' ? [inOther(node)] : []))
    if (!translated || !saysAnything(translated)) {
      const own = clause.content.filter((node) => node.type !== 'clause')
      return { ...clause, content: [...own, ...subclauses] }
    }
    return { ...clause, content: [...asClause(clause.attrs.id, translated).content, ...subclauses] }
  }
  return { ...content, clauses: content.clauses.map(inOther) }
}
