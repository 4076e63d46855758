import type { AppLoadContext } from 'react-router'
import { can, type GuestParticipant, type MemberParticipant } from '../../accounts/permissions'
import type { OrganisationType } from '../../artefacts/organisation-types'
import type { Services } from '../../load-context'
import type { ParticipantKey } from '../../sync/room-name'
import { namesOf } from '../attendees.server'
import { enterWorkshop } from '../enter.server'
import type { LiveState } from '../model/live-state'
import { sayWhenHeld, withKindNames } from '../page.server'
import { placeWhoCameLate } from '../run/groups.server'
import { liveStateOf } from '../run/live-run.server'
import { ownStanding } from './own.server'
import type { OwnStanding } from './own'

/** Who takes part, as others see them. */
export interface Me {
  key: ParticipantKey
  name: string
  organisation: string
  organisationType: OrganisationType | null
  /** In a guest's own words; empty for others. */
  role: string
  /** Runs the workshop: no rule of a step is for them. */
  facilitates: boolean
  /** False for somebody who may only look on. */
  takesPart: boolean
}

/** What a page needs to have a workshop's bar on it. */
export interface WorkshopAtHand {
  id: string
  title: string
  me: Me
  state: LiveState
  own: OwnStanding
}

/** The participant's page: who one is, what is done, and how it stands now. */
export async function loadTakingPart(request: Request, context: AppLoadContext, workshopId: string) {
  const { services } = context
  const { participant, language, workshop, thing } = await enterWorkshop(request, context, workshopId)
  return {
    workshop: await workshopAtHand(services, participant, thing.projectId, workshop),
    purpose: workshop.purpose,
    time: sayWhenHeld(workshop, language),
    artefacts: await withKindNames(workshop.artefacts, language),
  }
}

export type TakingPartData = Awaited<ReturnType<typeof loadTakingPart>>

async function workshopAtHand(
  services: Services,
  participant: MemberParticipant | GuestParticipant,
  projectId: string,
  { id, title }: { id: string; title: string },
): Promise<WorkshopAtHand> {
  const me = await whoTakesPart(services, participant, { type: 'workshop', projectId, workshopId: id })
  // In the right place at once, before anything is said of it.
  if (me.takesPart) await placeWhoCameLate(services, id, me.key)
  const [state, own] = await Promise.all([liveStateOf(services, id), ownStanding(services, id, me.key)])
  return { id, title, me, state, own }
}

async function whoTakesPart(
  services: Services,
  participant: MemberParticipant | GuestParticipant,
  thing: { type: 'workshop'; projectId: string; workshopId: string },
): Promise<Me> {
  const key: ParticipantKey = participant.kind === 'guest' ? `seat:${participant.seatId}` : `user:${participant.userId}`
  const named = (await namesOf(services, thing, [key])).get(key)
  return {
    key,
    name: participant.name,
    organisation: named?.organisation ?? '',
    organisationType: named?.organisationType ?? null,
    role: named?.role ?? '',
    facilitates: can(participant, 'facilitate', thing),
    takesPart: can(participant, 'takePart', thing),
  }
}
