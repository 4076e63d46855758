import type { AppLoadContext } from 'react-router'
import { roleMayFacilitate } from '../../accounts/permissions'
import { closedPlacesOf } from '../../artefacts/place-locks.server'
import { loadKind } from '../../artefacts/registry'
import type { Language } from '../../i18n/languages'
import { createKindTranslate } from '../../i18n/translator'
import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import { attendeesOf, type AttendeeRecord } from '../attendees.server'
import { enterWorkshop } from '../enter.server'
import type { Step } from '../model/steps'
import { sayClock } from '../wall-time'
import type { WorkshopArtefact, WorkshopRecord } from '../workshop.server'
import { boardOf } from './board.server'
import type { Desk, DeskBoards, DeskPerson } from './desk'
import { groupsOf } from './groups.server'
import { hiddenNotesOf, notesOf } from './moderation.server'
import { keepStoredEnd } from './moves.server'

/** What the facilitator's screen shows beside what everybody is told. */
export async function loadDesk(request: Request, context: AppLoadContext, workshopId: string): Promise<Desk> {
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  return deskOf(context.services, workshop, language)
}

export async function deskOf(services: Services, workshop: WorkshopRecord, language: Language): Promise<Desk> {
  await keepStoredEnd(services, workshop.id)
  const [attendees, step] = await Promise.all([attendeesOf(services, workshop.id), runningStep(services, workshop.id)])
  const here = new Set(services.liveWorkshops.present({ workshopId: workshop.id }))
  return {
    people: attendees.map((one) => sayPerson(services, one, here.has(one.key), language)),
    hands: attendees
      .filter(({ handRaisedAt }) => handRaisedAt !== null)
      .sort((one, other) => Number(one.handRaisedAt) - Number(other.handRaisedAt))
      .map(({ key }) => key),
    doorOpen: workshop.doorOpen,
    step: await standingOfStep(services, workshop.id, step),
  }
}

function sayPerson(services: Services, attendee: AttendeeRecord, here: boolean, language: Language): DeskPerson {
  const { key, name, organisation, organisationType, role, memberAs } = attendee
  return {
    key,
    name,
    organisation,
    organisationType,
    role,
    leads: memberAs !== null && roleMayFacilitate(memberAs),
    here,
    trouble: troubleOf(services, key, language),
  }
}

function troubleOf({ live }: Services, key: string, language: Language): DeskPerson['trouble'] {
  const attendance = live.attendance(key)
  if (attendance.kind !== 'unsaved' && attendance.kind !== 'lost') return null
  return { kind: attendance.kind, since: sayClock(new Date(attendance.since), language) }
}

async function runningStep(services: Services, workshopId: string): Promise<Step | undefined> {
  const run = await services.database.workshopRun.findUnique({ where: { workshopId } })
  if (run?.stage !== 'running') return undefined
  return (await stepsOf(services, workshopId)).find(({ id }) => id === run.stepId)
}

async function standingOfStep(services: Services, workshopId: string, step: Step | undefined): Promise<Desk['step']> {
  const { database } = services
  const type = step?.type
  return {
    writing: step && type === 'write' ? await countWriting(services, step) : null,
    voted: step && type === 'vote' ? await database.ballot.count({ where: { stepId: step.id } }) : null,
    gaveFeedback: type === 'feedback' ? await database.feedback.count({ where: { workshopId } }) : null,
    groups: step && type === 'breakout' ? await sayGroups(services, step.id) : null,
  }
}

async function sayGroups(services: Services, stepId: string) {
  const groups = await groupsOf(services, stepId)
  return groups.map(({ id, members }) => ({ id, people: members.map(({ participantKey }) => participantKey) }))
}

/** Several screens that ask at the same time are one look into the drafts. */
const countsLastMs = 1_500
const counts = new WeakMap<Services, Map<string, { at: number; count: Promise<{ writers: number; notes: number }> }>>()

function countWriting(services: Services, step: Step): Promise<{ writers: number; notes: number }> {
  const ofServer = counts.get(services) ?? new Map()
  counts.set(services, ofServer)
  const known = ofServer.get(step.id)
  if (known && services.elapsed() - known.at < countsLastMs) return known.count
  const count = step.settings.privately ? countDrafts(services, step.id) : countNotes(services, step)
  ofServer.clear()
  ofServer.set(step.id, { at: services.elapsed(), count })
  // What failed is tried again by the next who asks.
  count.catch(() => ofServer.delete(step.id))
  return count
}

async function countDrafts({ liveWorkshops }: Services, stepId: string) {
  const drafts = await liveWorkshops.drafts(stepId)
  const written = drafts.map(({ notes }) => notes.filter(({ text }) => text.trim() !== '').length).filter((length) => length > 0)
  return { writers: written.length, notes: written.reduce((sum, length) => sum + length, 0) }
}

async function countNotes(services: Services, step: Step) {
  const { length: notes } = await notesOf(services, step)
  const authors = await services.database.itemAuthor.groupBy({ by: ['participantKey'], where: { stepId: step.id } })
  return { writers: authors.length, notes }
}

/** Where people can be called to, what is closed, and the notes of the step that runs. */
export async function loadDeskBoards(request: Request, context: AppLoadContext, workshopId: string): Promise<DeskBoards> {
  const { services } = context
  const { workshop, language } = await enterWorkshop(request, context, workshopId, 'facilitate')
  const [artefacts, step] = await Promise.all([
    Promise.all(workshop.artefacts.map((artefact) => sayBoard(services, artefact, language))),
    runningStep(services, workshop.id),
  ])
  return { artefacts, notes: step ? await sayNotes(services, step) : null }
}

async function sayBoard(services: Services, { id, title, kind: kindId }: WorkshopArtefact, language: Language) {
  const kind = await loadKind(kindId)
  const [face, messages, { content }, closed] = await Promise.all([
    kind.loadWorkshopFace(),
    kind.loadMessages(language),
    services.live.read(id, kindId),
    closedPlacesOf(services, id),
  ])
  return { id, title, places: face.places(content, createKindTranslate(language, messages)), closed }
}

async function sayNotes(services: Services, step: Step): Promise<DeskBoards['notes']> {
  const board = await boardOf(services, step)
  if (!board?.face.notes) return null
  const [notes, hidden] = await Promise.all([notesOf(services, step), hiddenNotesOf(services, board.artefactId)])
  return {
    artefactId: board.artefactId,
    notes: notes.map(({ id, text, author }) => ({ id, text, author })),
    hidden,
  }
}
