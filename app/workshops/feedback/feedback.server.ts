import { secretMark } from '../../accounts/secret-token.server'
import { newId } from '../../lib/id'
import type { Services } from '../../load-context'
import { closedAt } from '../end-of-workshop'
import { isEmptyFeedback, type FeedbackTime, type GivenFeedback, type OwnFeedback } from './questions'
import { summarise, type FeedbackSummary } from './summarise'

/** Who gives feedback on what. `participantKey`: `seat:ID` or `user:ID`. */
export interface Giver {
  workshopId: string
  participantKey: string
}

const nothingGiven = { worth: null, heard: null, clear: null, words: '' }

/** What somebody has said of a workshop, and whether it can be said or changed now. */
export async function ownFeedback(services: Services, giver: Giver): Promise<OwnFeedback> {
  const { workshopId, participantKey } = giver
  const [time, given, attendee] = await Promise.all([
    feedbackTime(services, workshopId),
    services.database.feedback.findUnique({
      where: { workshopId_givenBy: { workshopId, givenBy: markOf(services, giver) } },
      select: { worth: true, heard: true, clear: true, words: true },
    }),
    services.database.attendee.findUnique({ where: { workshopId_participantKey: { workshopId, participantKey } } }),
  ])
  return {
    time,
    given: given !== null,
    ...(given ?? nothingGiven),
    mayBeNamed: attendee?.mayBeNamed ?? false,
  }
}

/**
 * Keeps what somebody says, in place of what they said before; with nothing said, takes that away. Answers whether it
 * could be kept: `open` where it was.
 */
export async function giveFeedback(services: Services, giver: Giver, said: GivenFeedback): Promise<FeedbackTime> {
  const { workshopId } = giver
  const time = await feedbackTime(services, workshopId)
  if (time !== 'open') return time
  const { mayBeNamed, ...feedback } = said
  const givenBy = markOf(services, giver)
  if (isEmptyFeedback(said)) {
    await services.database.feedback.deleteMany({ where: { workshopId, givenBy } })
  } else {
    const at = dayOf(services.now())
    await services.database.feedback.upsert({
      where: { workshopId_givenBy: { workshopId, givenBy } },
      create: { id: newId(), workshopId, givenBy, at, ...feedback },
      update: { at, ...feedback },
    })
  }
  await setMayBeNamed(services, giver, mayBeNamed)
  return 'open'
}

/** What all of them said, without who said what. */
export async function feedbackSummary(services: Services, workshopId: string): Promise<FeedbackSummary> {
  return summarise(await services.database.feedback.findMany({ where: { workshopId } }))
}

/** From the first step of feedback on, and after the end until the report is made. */
async function feedbackTime(services: Services, workshopId: string): Promise<FeedbackTime> {
  const workshop = await endingOf(services, workshopId)
  if (workshop.reportId !== null) return 'report-made'
  if (closedAt(workshop, services.now())) return 'open'
  const asked = await services.database.stepRun.findFirst({ where: { workshopId, type: 'feedback' } })
  return asked ? 'open' : 'not-yet'
}

/** Whether somebody was in the workshop while it went on: with an account seen there, a guest with a seat in time. */
export async function tookPart(services: Services, { workshopId, participantKey }: Giver): Promise<boolean> {
  const attendee = await services.database.attendee.findUnique({
    where: { workshopId_participantKey: { workshopId, participantKey } },
  })
  if (attendee) return true
  const joinedAt = await seatTakenAt(services, participantKey)
  const end = closedAt(await endingOf(services, workshopId), services.now())
  return joinedAt !== null && (end === null || joinedAt <= end)
}

/** The wish of a guest whom nobody saw in the workshop's room is kept beside when they came. */
async function setMayBeNamed(services: Services, { workshopId, participantKey }: Giver, mayBeNamed: boolean) {
  const at = (await seatTakenAt(services, participantKey)) ?? new Date(services.now())
  await services.database.attendee.upsert({
    where: { workshopId_participantKey: { workshopId, participantKey } },
    create: { workshopId, participantKey, mayBeNamed, firstSeenAt: at, lastSeenAt: at },
    update: { mayBeNamed },
  })
}

async function seatTakenAt({ database }: Services, participantKey: string): Promise<Date | null> {
  if (!participantKey.startsWith('seat:')) return null
  const seat = await database.seat.findUnique({ where: { id: participantKey.slice('seat:'.length) } })
  return seat?.joinedAt ?? null
}

function endingOf({ database }: Services, workshopId: string) {
  return database.workshop.findUniqueOrThrow({
    where: { id: workshopId },
    select: { endsAt: true, doorOpen: true, reportId: true, run: true },
  })
}

function markOf({ settings }: Services, { workshopId, participantKey }: Giver): string {
  return secretMark('feedback', `${workshopId}|${participantKey}`, settings.sessionSecret)
}

/** To the day: a minute would tell who was writing then. */
function dayOf(time: number): Date {
  const day = 24 * 60 * 60 * 1000
  return new Date(Math.floor(time / day) * day)
}
