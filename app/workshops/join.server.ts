import { data, redirect, type AppLoadContext } from 'react-router'
import { z } from 'zod'
import { lineField, optionalLineField } from '../accounts/fields'
import { problem } from '../accounts/form-problem'
import { can, type Participant } from '../accounts/permissions'
import { identify, readForm, type Identity } from '../accounts/request.server'
import type { Language } from '../i18n/languages'
import { organisationsOf } from '../projects/organisations.server'
import { isChoice, otherOrganisation } from './join-choices'
import { sayWorkshopTime } from './page.server'
import { findDoor, seatDetails, takeSeat, workplace, type DoorOutcome, type OpenDoor } from './seat.server'

const seatSchema = z
  .object({
    displayName: lineField(60),
    organisation: z
      .string(problem('notAnOption'))
      .min(1, problem('notAnOption'))
      .max(64, problem('notAnOption')),
    organisationName: optionalLineField(120),
    role: optionalLineField(80),
  })
  .refine((form) => form.organisation !== otherOrganisation || form.organisationName !== '', {
    path: ['organisationName'],
    ...problem('missing'),
  })

/** What keeps somebody out: of the door itself, or for reasons of their own. */
export type JoinRefusal =
  | { refused: 'unknown' | 'removed' | 'full' }
  /** `begins`: when the workshop does, in words; empty once that is past. */
  | { refused: 'closed'; begins: string }
  | { refused: 'wait'; seconds: number }

const statusOf: Record<JoinRefusal['refused'], number> = {
  unknown: 404,
  closed: 403,
  removed: 403,
  wait: 429,
  full: 429,
}

function refusal(why: JoinRefusal) {
  return data({ view: 'refused' as const, ...why }, { status: statusOf[why.refused] })
}

function whyNot(door: Exclude<DoorOutcome, { outcome: 'open' }>, now: number, language: Language): JoinRefusal {
  switch (door.outcome) {
    case 'wait':
      return { refused: 'wait', seconds: door.seconds }
    case 'unknown':
      return { refused: 'unknown' }
    case 'closed': {
      const { startsAt } = door
      const begins = startsAt.getTime() > now ? sayWorkshopTime({ startsAt, endsAt: null }, language) : ''
      return { refused: 'closed', begins }
    }
  }
}

/** The page where one types a code. With a code in the address it leads on, or says why it does not. */
export async function loadJoin(request: Request, context: AppLoadContext) {
  const typed = new URL(request.url).searchParams.get('code')?.slice(0, 200)
  if (typed === undefined) return data({ typed: '', refusal: null })
  if (typed.trim() === '') return data({ typed, refusal: { refused: 'missing' as const } }, { status: 400 })
  const door = await findDoor(context.services, typed, context.address)
  if (door.outcome === 'open') throw redirect(`/join/${door.code}`)
  const { language } = await identify(request, context)
  const why = whyNot(door, context.services.now(), language)
  return data({ typed, refusal: why }, { status: statusOf[why.refused] })
}

/** The door of one workshop. Whoever belongs inside already is led there; others say who they are. */
export async function loadDoor(request: Request, context: AppLoadContext, typedCode: string) {
  const { services, address } = context
  const door = await findDoor(services, typedCode, address)
  const identity = await identify(request, context)
  if (door.outcome !== 'open') return refusal(whyNot(door, services.now(), identity.language))
  const { participant } = identity
  const standing = standingAt(door, identity)
  if (standing === 'removed') return refusal({ refused: 'removed' })
  if (standing === 'inside') throw redirect(await insideFor(context, participant, door))
  const organisations = await organisationsOf(services, door.projectId)
  return data({
    view: 'door' as const,
    title: door.title,
    organisations,
    begins: await knownBefore(context, participant, organisations),
    leaves: leftBehind(participant, standing),
  })
}

/** Takes a seat and leads to the work. */
export async function enterDoor(request: Request, context: AppLoadContext, typedCode: string) {
  const { services, address } = context
  const door = await findDoor(services, typedCode, address)
  const identity = await identify(request, context)
  const standing = door.outcome === 'open' ? standingAt(door, identity) : 'removed'
  // The page itself says why the door does not open.
  if (door.outcome !== 'open' || standing === 'removed')
    return redirect(`/join/${encodeURIComponent(typedCode)}`)
  if (standing === 'inside') return redirect(await insideFor(context, identity.participant, door))
  const form = await readForm(request, seatSchema)
  if (!form.ok) return data(form, { status: 400 })
  const { displayName, organisation, organisationName, role } = form.value
  const seat = {
    displayName,
    organisationId: isChoice(organisation) ? null : organisation,
    organisationName: organisation === otherOrganisation ? organisationName : '',
    role,
  }
  const taken = await takeSeat(services, door, seat, identity.sessionTokenHash)
  if (!taken) return data({ full: true as const }, { status: statusOf.full })
  return redirect(taken.goTo, { headers: { 'Set-Cookie': taken.setCookie } })
}

type Standing = 'inside' | 'removed' | 'elsewhere' | 'outside'

function standingAt({ projectId, workshopId }: OpenDoor, { participant, refusal: why }: Identity): Standing {
  if (can(participant, 'see', { type: 'workshop', projectId, workshopId })) return 'inside'
  if (participant.kind !== 'guest') return 'outside'
  if (participant.workshopId === workshopId && why === 'removed') return 'removed'
  return participant.admitted ? 'elsewhere' : 'outside'
}

/** What joining ends in this browser. */
export type LeftBehind = { account: string } | 'seat' | null

function leftBehind(participant: Participant, standing: Standing): LeftBehind {
  if (participant.kind === 'member') return { account: participant.name }
  return standing === 'elsewhere' ? 'seat' : null
}

async function insideFor(context: AppLoadContext, participant: Participant, door: OpenDoor): Promise<string> {
  if (participant.kind === 'guest') return workplace(context.services, door.workshopId)
  return `/workshops/${door.workshopId}`
}

/** What the form begins with: nobody has to write the same again. */
async function knownBefore(
  { services }: AppLoadContext,
  participant: Participant,
  organisations: readonly { id: string }[],
) {
  if (participant.kind !== 'guest') {
    const displayName = participant.kind === 'member' ? participant.name : ''
    return { displayName, organisation: '', organisationName: '', role: '' }
  }
  const seat = await seatDetails(services, participant.seatId)
  const listed = organisations.find(({ id }) => id === seat?.organisationId)?.id
  return {
    displayName: participant.name,
    organisation: listed ?? (seat?.organisationName ? otherOrganisation : ''),
    organisationName: seat?.organisationName ?? '',
    role: seat?.role ?? '',
  }
}
