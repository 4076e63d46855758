import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'

/** "Ehdottaa lisättäväksi" and its like: what somebody suggests, before the words that it is about. */
export function actWords({ does, formats }: Suggestion, t: Translate): string {
  if (does !== 'format') return t(`suggestion.does.${does}`)
  return formats.map((change) => t(`suggestion.formats.${formatKeys[change] ?? 'link'}`)).join(', ')
}

const formatKeys: Record<string, string | undefined> = {
  '+bold': 'bold',
  '-bold': 'notBold',
  '+italic': 'italic',
  '-italic': 'notItalic',
  '-link': 'notLink',
  '+definedTerm': 'term',
  '-definedTerm': 'notTerm',
}

export function whoWords({ by }: Suggestion): string {
  return [by.name, by.organisation].filter((words) => words !== '').join(', ')
}

/** The number and title of a clause; undefined for one that is gone. */
export function clauseName(placed: readonly PlacedClause[], id: string, t: Translate): string | undefined {
  const clause = placed.find((one) => one.id === id)
  return clause && `${clause.number} ${clause.title === '' ? t('untitled') : clause.title}`.trim()
}

/** Where a clause is to go. */
export function targetWords({ to }: Suggestion, placed: readonly PlacedClause[], t: Translate): string {
  if (!to) return ''
  const before = to.before === null ? undefined : clauseName(placed, to.before, t)
  if (before !== undefined) return t('suggestion.to.before', { clause: before })
  const into = to.into === null ? undefined : clauseName(placed, to.into, t)
  return into === undefined ? t('suggestion.to.end') : t('suggestion.to.into', { clause: into })
}
