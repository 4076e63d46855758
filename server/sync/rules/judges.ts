import type { EditRule, Permitted } from '../../../app/artefacts/edit-rule'
import type { Suggester, Suggesting } from '../../../app/artefacts/suggesting'
import type { WorkshopFace } from '../../../app/artefacts/workshop-face'
import type { Remarks } from '../../../app/remarks/model/content'
import { permitRemarks } from '../../../app/remarks/model/permit'
import type { Under } from './watch-messages'

interface Judged extends Permitted<unknown> {
  /** Something of it was put right without being taken back: nobody need be told. */
  corrected: boolean
}

/** What of a change stays, under what binds the one who made it. */
export type Judge = (before: unknown, after: unknown, under: Under, isOwn: (id: string) => boolean) => Judged

type Permit = NonNullable<WorkshopFace<unknown>['permit']>

/** Rules of a step and closed places, and of those who only suggest. A kind without `permit` is open wholly. SPEC R45, R52. */
export function judgeOfArtefacts(permit: Permit | undefined, suggesting: Suggesting<unknown> | undefined): Judge {
  return (before, after, under, isOwn) => {
    if (under.of === 'suggesting') return bySuggesting(before, after, under.by, suggesting)
    if (under.of !== 'rules') throw new Error('Remarks are not in the room of an artefact')
    if (!permit) return { content: after, undone: [], added: [], corrected: false }
    const by = (rule: EditRule) => ({ ...permit(before, after, rule, isOwn), corrected: false })
    const [rule, ...others] = under.rules
    const now = by(rule)
    if (now.undone.length === 0) return now
    return others.map(by).find(({ undone }) => undone.length === 0) ?? now
  }
}

/** SPEC R52. Where nothing is suggested, nobody comes this far. */
function bySuggesting(before: unknown, after: unknown, by: Suggester, suggesting: Suggesting<unknown> | undefined): Judged {
  const { content, undone } = suggesting?.permit(before, after, by) ?? { content: before, undone: ['edit' as const] }
  return { content, undone, added: [], corrected: false }
}

/** SPEC R50. */
export const judgeOfRemarks: Judge = (before, after, under) => {
  if (under.of !== 'remarks') throw new Error('A step has no rules for remarks')
  return { ...permitRemarks(before as Remarks, after as Remarks, under.speaker), added: [] }
}
