import type { TranslationStanding } from '../../../exports/translation-standing'
import { paragraph, text, type Block } from '../../../exports/tree'
import type { Translate } from '../../kind'
import { agreedText } from '../model/agreed-text'
import type { Agreement } from '../model/content'
import { translationStates, type StandingTranslation } from '../model/translation'
import { wordedClauses, wordingSayings } from '../model/wording'

/** What a document in the agreement's other language has to say of itself. */
export interface TranslationNotes {
  /** Before the text: how much of it is translated, and how much of that is older than the agreement's own text. */
  before: Block[]
  /** Ids of clauses that stand in the agreement's own language. */
  untranslated: ReadonlySet<string>
}

export function translationNotes(content: Agreement, t: Translate): TranslationNotes {
  const states = statesOf(content)
  const { translated, parts, older } = counted(states)
  const missing = states.filter(({ state }) => state === 'missing')
  const said = t('translation.document', { done: translated, all: parts, older })
  return {
    before: [{ ...paragraph(text(said, { italic: true })), tone: 'note' }],
    untranslated: new Set(missing.map(({ clause }) => clause.id)),
  }
}

/** How much of it is translated; undefined where it has no other language. */
export function translationStanding(content: Agreement): TranslationStanding | undefined {
  const { translation } = content
  return translation && { language: translation.language, ...counted(statesOf(content)) }
}

const statesOf = (content: Agreement) => translationStates(content, wordedClauses(content), wordingSayings(agreedText(content)))

function counted(states: readonly StandingTranslation[]): Omit<TranslationStanding, 'language'> {
  const missing = states.filter(({ state }) => state === 'missing').length
  const older = states.filter(({ state }) => state === 'translation-older' || state === 'both-changed').length
  return { parts: states.length, translated: states.length - missing, older }
}

/** Under the heading of a clause that stands in the agreement's own language. */
export function untranslatedNote(t: Translate): Block {
  return { ...paragraph(text(t('translation.untranslated'), { italic: true })), tone: 'note' }
}
