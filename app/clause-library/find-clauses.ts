import { wordedClauses } from '../artefacts/agreement/model/wording'
import type { Clause } from '../artefacts/agreement/model/content'
import type { Language } from '../i18n/languages'

interface Findable {
  title: string
  note?: string
  language: Language
  clause: Clause
}

/** Those in a language (null: in any) whose name, note or text has every word that is sought. */
export function findClauses<Item extends Findable>(items: readonly Item[], sought: string, language: Language | null): Item[] {
  const words = sought.toLocaleLowerCase('fi').split(/\s+/u).filter(Boolean)
  return items.filter((item) => {
    if (language && item.language !== language) return false
    if (words.length === 0) return true
    const text = [item.title, item.note ?? '', textOf(item.clause)].join('\n').toLocaleLowerCase('fi')
    return words.every((word) => text.includes(word))
  })
}

const texts = new WeakMap<Clause, string>()

function textOf(clause: Clause): string {
  const known = texts.get(clause)
  if (known !== undefined) return known
  const text = wordedClauses({ clauses: [clause] })
    .map(({ wording }) => wording)
    .join('\n')
  texts.set(clause, text)
  return text
}
