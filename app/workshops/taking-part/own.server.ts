import type { AppLoadContext } from 'react-router'
import { can } from '../../accounts/permissions'
import type { Services } from '../../load-context'
import { enterWorkshop } from '../enter.server'
import { placeWhoCameLate } from '../run/groups.server'
import type { OwnStanding } from './own'

/** What is the caller's own in the workshop: their hand, their breakout group. */
export async function loadOwn(request: Request, context: AppLoadContext, workshopId: string): Promise<OwnStanding> {
  const { participant, workshop, thing, by } = await enterWorkshop(request, context, workshopId)
  if (can(participant, 'takePart', thing)) await placeWhoCameLate(context.services, workshop.id, by)
  return ownStanding(context.services, workshop.id, by)
}

/** `participantKey`: `seat:ID` or `user:ID`. */
export async function ownStanding({ database }: Services, workshopId: string, participantKey: string): Promise<OwnStanding> {
  const [attendee, run] = await Promise.all([
    database.attendee.findUnique({ where: { workshopId_participantKey: { workshopId, participantKey } } }),
    database.workshopRun.findUnique({ where: { workshopId } }),
  ])
  const stepId = run?.stage === 'running' ? run.stepId : null
  const [membership, written] = stepId
    ? await Promise.all([
        database.breakoutMember.findFirst({ where: { participantKey, group: { stepId } }, include: { group: true } }),
        database.itemAuthor.findMany({ where: { participantKey, stepId }, select: { itemId: true } }),
      ])
    : [null, []]
  return {
    handRaised: attendee?.handRaisedAt != null,
    group: membership ? { id: membership.group.id, name: membership.group.name, frame: membership.group.frame } : null,
    written: written.map(({ itemId }) => itemId),
  }
}
