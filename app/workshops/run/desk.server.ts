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
import { votesCast } from '../votes/ballots.server'
import { sayClock } from '../wall-time'
import type { WorkshopArtefact, WorkshopRecord } from '../workshop.server'
import { boardOf } from './board.server'
import type { Desk, DeskBoards, DeskPerson } from './desk'
import { draftCount, hiddenNotes, isPrivateWriting } from './draft-counts.server'
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
  const [attendees, steps, run, gaveFeedback] = await Promise.all([
    attendeesOf(services, workshop.id),
    stepsOf(services, workshop.id),
    services.database.workshopRun.findUnique({ where: { workshopId: workshop.id } }),
    services.database.feedback.count({ where: { workshopId: workshop.id } }),
  ])
  const step = run?.stage === 'running' ? steps.find(({ id }) => id === run.stepId) : undefined
  const here = new Set(services.liveWorkshops.present({ workshopId: workshop.id }))
  return {
    people: attendees.map((one) => sayPerson(services, one, here.has(one.key), language)),
    hands: attendees
      .filter(({ handRaisedAt }) => handRaisedAt !== null)
      .sort((one, other) => Number(one.handRaisedAt) - Number(other.handRaisedAt))
      .map(({ key }) => key),
    doorOpen: workshop.doorOpen,
    hidden: await hiddenNotes(services, workshop.id, steps),
    gaveFeedback,
    step: await standingOfStep(services, step),
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

async function standingOfStep(services: Services, step: Step | undefined): Promise<Desk['step']> {
  const type = step?.type
  return {
    writing: step && type === 'write' ? await countWriting(services, step) : null,
    voted: step && type === 'vote' ? await votesCast(services, step.id) : null,
    groups: step && type === 'breakout' ? await sayGroups(services, step.id) : null,
  }
}

async function sayGroups(services: Services, stepId: string) {
  const groups = await groupsOf(services, stepId)
  return groups.map(({ id, members }) => ({ id, people: members.map(({ participantKey }) => participantKey) }))
}

async function countWriting(services: Services, step: Step) {
  return isPrivateWriting(step) ? countPrivate(services, step) : countNotes(services, step)
}

async function countPrivate(services: Services, step: Step) {
  const [{ writers, notes }, row] = await Promise.all([
    draftCount(services, step.id),
    services.database.workshopStep.findUnique({ where: { id: step.id }, select: { revealedAt: true } }),
  ])
  const onBoard = row?.revealedAt ? await notesOf(services, step) : []
  return { writers, notes, shown: onBoard.filter(({ origin }) => origin === step.id).length }
}

async function countNotes(services: Services, step: Step) {
  const { length: notes } = await notesOf(services, step)
  const authors = await services.database.itemAuthor.groupBy({ by: ['participantKey'], where: { stepId: step.id } })
  return { writers: authors.length, notes, shown: notes }
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
