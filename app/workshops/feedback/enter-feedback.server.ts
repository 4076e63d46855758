import type { AppLoadContext } from 'react-router'
import { actorOf } from '../../accounts/audit.server'
import { can, type GuestParticipant, type MemberParticipant } from '../../accounts/permissions'
import { identify } from '../../accounts/request.server'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { enterWorkshop } from '../enter.server'
import { findWorkshop, type WorkshopRecord } from '../workshop.server'

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
    const participantKey = actorOf(participant)
    if (workshop) return { participant, language, workshop, participantKey, facilitates: false, tookPart: true }
  }
  const entered = await enterWorkshop(request, context, workshopId, 'takePart')
  return {
    participant: entered.participant,
    language,
    workshop: entered.workshop,
    participantKey: entered.by,
    facilitates: can(entered.participant, 'facilitate', entered.thing),
    tookPart: entered.participant.kind === 'guest' || (await wasThere(context.services, workshopId, entered.by)),
  }
}

async function wasThere({ database }: Services, workshopId: string, participantKey: string): Promise<boolean> {
  const found = await database.attendee.findUnique({
    where: { workshopId_participantKey: { workshopId, participantKey } },
  })
  return found !== null
}
