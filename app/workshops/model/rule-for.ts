import { editingAllowances, type EditRule } from '../../artefacts/edit-rule'
import type { RoomRules } from '../../load-context'
import type { RoomRight } from '../../sync/session'

/** Somebody in a room, as far as its rules ask. */
export interface Bound {
  participantKey: string
  isGuest: boolean
  /** Facilitators are bound by no rule. */
  leads: boolean
}

/**
 * The right that rules leave of somebody's own: no more than looking, or looking and commenting, where a step allows no
 * editing at all, or all of the artefact is closed to them. In kinds in which changes are suggested, commenting is
 * suggesting: what is closed is then for reading.
 */
export function rightWithin(rules: RoomRules | null, right: RoomRight, { leads, isGuest }: Bound): RoomRight {
  if (!rules || leads || right === 'see') return right
  const { step, locks } = rules
  const mayEdit = !step || step.may.some((one) => editingAllowances.includes(one))
  const isClosed = locks.some(({ place, forWhom }) => place === null && (isGuest || forWhom === 'participants'))
  if (mayEdit && !isClosed) return right
  if (isClosed && rules.suggesting) return 'see'
  return step && !step.may.includes('comment') ? 'see' : 'comment'
}

/** The same in the room of an artefact's remarks: only a step in which nothing but looking is allowed leaves less. */
export function remarksRightWithin(rules: RoomRules | null, right: RoomRight, leads: boolean): RoomRight {
  // In private writing nothing is left of what may be done on the board: remarks are something else.
  const may = rules?.step?.may ?? []
  return may.length > 0 && may.every((one) => one === 'look') && !leads ? 'see' : right
}

/** What binds somebody finer than their right to edit. Undefined where nothing does, as for those who lead. */
export function ruleFor({ step, locks }: RoomRules, { leads, isGuest, participantKey }: Bound): EditRule | undefined {
  if (leads) return undefined
  const closed = locks.flatMap(({ place, forWhom }) =>
    place !== null && (isGuest || forWhom === 'participants') ? [place] : [],
  )
  const may = step?.may ?? ['edit-all' as const]
  const place = step ? (step.ownPlaces[participantKey] ?? step.place) : null
  const isFree = may.includes('edit-all') && place === null && closed.length === 0
  return isFree ? undefined : { may, place, closed }
}

/** Whether anybody who may write can be bound by them. */
export function needWatching({ step, locks, suggesting }: RoomRules): boolean {
  if (suggesting && (suggesting.only || isForSuggesting(step))) return true
  if (step && !step.may.some((one) => editingAllowances.includes(one))) return false
  if (locks.some(({ place }) => place !== null)) return true
  if (!step) return false
  return !step.may.includes('edit-all') || step.place !== null || Object.keys(step.ownPlaces).length > 0
}

function isForSuggesting(step: RoomRules['step']): boolean {
  return step !== null && step.may.includes('comment') && !step.may.some((one) => editingAllowances.includes(one))
}
