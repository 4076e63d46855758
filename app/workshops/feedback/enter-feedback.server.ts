import type { AppLoadContext } from 'react-router'
import { actorOf } from '../../accounts/audit.server'
import { can, type GuestParticipant, type MemberParticipant } from '../../accounts/permissions'
import { identify } from '../../accounts/request.server'
import type { Language } from '../../i18n/languages'
import { enterWorkshop } from '../enter.server'
import { findWorkshop, type WorkshopRecord } from '../workshop.server'
import { tookPart } from './feedback.server'

interface FeedbackGiver {
  participant: MemberParticipant | GuestParticipant
  language: Language
  workshop: WorkshopRecord
  participantKey: string
  facilitates: boolean
  /** Has been in the workshop: only they have something to say of it. */
  tookPart: boolean
}

/**
 * Who may give feedback on a workshop. The one thing that a closed door leaves a guest (docs/decisions/
 * feedback-without-a-name.md): their own workshop's, for a day after its end, and not once their seat was taken away.
 */
export async function enterFeedback(
  request: Request,
  context: AppLoadContext,
  workshopId: string,
): Promise<FeedbackGiver> {
  const { participant, mayGiveFeedback, language } = await identify(request, context)
  if (participant.kind === 'guest' && mayGiveFeedback && participant.workshopId === workshopId) {
    const workshop = await findWorkshop(context.services, workshopId)
    const giver = { workshopId, participantKey: actorOf(participant) }
    const there = await tookPart(context.services, giver)
    if (workshop) return { ...giver, participant, language, workshop, facilitates: false, tookPart: there }
  }
  const entered = await enterWorkshop(request, context, workshopId, 'takePart')
  return {
    participant: entered.participant,
    language,
    workshop: entered.workshop,
    participantKey: entered.by,
    facilitates: can(entered.participant, 'facilitate', entered.thing),
    tookPart: await tookPart(context.services, { workshopId, participantKey: entered.by }),
  }
}
