import type * as Y from 'yjs'
import type { Translate } from '../../kind'
import type { Place, WorkshopFace } from '../../workshop-face'
import { placeClauses } from './clauses'
import { clauseDepth, type Agreement } from './content'
import { carryClause } from './operations'

/** What a workshop does with an agreement: it works on its clauses, and a decision becomes a proposed one. */
export const agreementFace: WorkshopFace<Agreement> = {
  places: (content, t) => clausesTo(clauseDepth, content, t),
  carries: [{ what: 'clause', places: (content, t) => clausesTo(clauseDepth - 1, content, t) }],
  change(root: Y.Map<unknown>, change) {
    if (change.do !== 'carry' || change.what !== 'clause') throw new Error(`An agreement knows no ${change.do}`)
    const id = carryClause(root, change.place, change.carried)
    return { ids: id === undefined ? [] : [id] }
  },
}

/** Clauses with their numbers, down to a level. */
function clausesTo(deepest: number, content: Agreement, t: Translate): Place[] {
  return placeClauses(content)
    .filter(({ level }) => level <= deepest)
    .map(({ id, number, title }) => ({ id, name: `${number} ${title === '' ? t('untitled') : title}` }))
}
