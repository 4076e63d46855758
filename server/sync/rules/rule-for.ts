import { editingAllowances, type EditRule } from '../../../app/artefacts/edit-rule'
import type { RoomRules } from '../../../app/load-context'
import type { RoomIdentity } from '../authorise'

/**
 * What binds somebody in a room, finer than their right to be and write there. Undefined where nothing does: for those
 * who lead, and where all may be changed. Where nothing at all may be changed, the right says so already.
 */
export function ruleFor({ step, locks }: RoomRules, { leads, seatId, participantKey }: RoomIdentity): EditRule | undefined {
  if (leads) return undefined
  const closed = locks.flatMap(({ place, forWhom }) =>
    place !== null && (forWhom === 'participants' || seatId !== undefined) ? [place] : [],
  )
  const may = step?.may ?? ['edit-all' as const]
  const place = step ? (step.ownPlaces[participantKey] ?? step.place) : null
  const isFree = may.includes('edit-all') && place === null && closed.length === 0
  return isFree ? undefined : { may, place, closed }
}

/** Whether anybody can be bound by them who may write there. */
export function needWatching({ step, locks }: RoomRules): boolean {
  if (step && !step.may.some((one) => editingAllowances.includes(one))) return false
  if (locks.some(({ place }) => place !== null)) return true
  if (!step) return false
  return !step.may.includes('edit-all') || step.place !== null || Object.keys(step.ownPlaces).length > 0
}
