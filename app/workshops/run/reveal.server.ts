import { createHmac, randomBytes } from 'node:crypto'
import type { NewNote } from '../../artefacts/workshop-face'
import type { Services } from '../../load-context'
import { stepsOf } from '../agenda/steps.server'
import { namesOf, type NamedPerson } from '../attendees.server'
import type { Authorship, Step } from '../model/steps'
import { boardOf, type StepBoard } from './board.server'
import { notesOf } from './moderation.server'
import { settleDrafts, type ChosenNote } from './settle-drafts.server'
import { inTurn } from '../../lib/in-turn.server'

/**
 * - `closed`: the board is locked
 * - `no-board`: the step happens on nothing that holds notes
 * - `not-a-private-step`: nothing is written in private in it
 */
export type RevealRefusal = 'closed' | 'no-board' | 'not-a-private-step' | 'not-revealed'

export type RevealOutcome = { outcome: 'done'; shown: number } | { outcome: RevealRefusal }

interface Writing {
  step: Step
  board: StepBoard
  workshop: { id: string; projectId: string }
  revealed: boolean
}

/**
 * Puts what was written in private on the step's board, all at once, and takes it out of the drafts or marks it there.
 * Notes that their writers hold back stay. Done again after it was cut short, it finishes: each note has one id on the
 * board, and is there once.
 */
export async function reveal(services: Services, workshopId: string, stepId: string): Promise<RevealOutcome> {
  return inTurn(services, workshopId, async () => {
    const writing = await findWriting(services, workshopId, stepId)
    if (typeof writing === 'string') return { outcome: writing }
    const drafts = await services.liveWorkshops.drafts(stepId)
    const chosen = drafts.flatMap(({ owner, notes }) =>
      notes.filter(({ heldBack, shown }) => !heldBack && !shown).map((note) => ({ owner, note })),
    )
    const shown = await show(services, writing, chosen)
    await services.database.workshopStep.updateMany({
      where: { id: stepId, revealedAt: null },
      data: { revealedAt: new Date(services.now()) },
    })
    return { outcome: 'done', shown }
  })
}

/** Which step, and whose notes. */
export interface OwnRelease {
  workshopId: string
  stepId: string
  /** A participant's key. */
  owner: string
}

/** Puts notes of one's own on the board after the others: those held back, and those written late. */
export function releaseOwn(
  services: Services,
  { workshopId, stepId, owner }: OwnRelease,
  ids: readonly string[],
): Promise<RevealOutcome> {
  return inTurn(services, workshopId, async () => {
    const writing = await findWriting(services, workshopId, stepId)
    if (typeof writing === 'string') return { outcome: writing }
    if (!writing.revealed) return { outcome: 'not-revealed' }
    const own = await services.liveWorkshops.draft(stepId, owner)
    const chosen = own.filter(({ id, shown }) => ids.includes(id) && !shown).map((note) => ({ owner, note }))
    return { outcome: 'done', shown: await show(services, writing, chosen) }
  })
}

async function findWriting(services: Services, workshopId: string, stepId: string): Promise<Writing | RevealRefusal> {
  const step = (await stepsOf(services, workshopId)).find(({ id }) => id === stepId)
  if (step?.type !== 'write' || !step.settings.privately) return 'not-a-private-step'
  const board = await boardOf(services, step)
  if (!board?.face.notes) return 'no-board'
  if (board.locked) return 'closed'
  const row = await services.database.workshopStep.findUnique({
    where: { id: stepId },
    select: { revealedAt: true, workshop: { select: { id: true, projectId: true } } },
  })
  if (!row) return 'not-a-private-step'
  return { step, board, workshop: row.workshop, revealed: row.revealedAt !== null }
}

/** Board first, drafts after: cut short in between, the notes are in both, and doing it again finds the same ids. */
async function show(services: Services, writing: Writing, all: readonly ChosenNote[]): Promise<number> {
  const chosen = all.filter(({ note }) => note.text.trim() !== '')
  if (chosen.length === 0) return 0
  const { step, board } = writing
  const nameless = step.settings.authorship === 'nobody'
  const key = nameless ? await passingKey(services, step.id) : lastingKey(services, step.id)
  const written = chosen.map((one) => ({ ...one, id: boardId(key, one) }))
  const notes = nameless ? withoutAuthors(step, written) : await withAuthors(services, writing, written)
  if (!nameless) await keepAuthors(services, writing, written)
  await services.liveWorkshops.change(board.artefactId, board.kind, { do: 'add-notes', frame: board.place, notes })
  await settleDrafts(services, step.id, chosen, nameless ? 'remove' : 'mark')
  if (nameless && !(await isAnyInBoth(services, writing, key))) await forgetKey(services, step.id)
  return notes.length
}

/** With its id on the board. */
interface WrittenNote extends ChosenNote {
  id: string
}

/**
 * A note gets another id on the board than its writer's browser gave it: nobody can claim a thing that is there already
 * by giving a private note its id. Reworded, it is another note: what was shown of it before does not stand in its way.
 * In the form of every other id: 16 characters of 0-9a-z.
 */
function boardId(key: string | Buffer, { owner, note }: ChosenNote): string {
  const number = BigInt(`0x${createHmac('sha256', key).update(`${owner} ${note.id} ${note.text}`).digest('hex')}`)
  return number.toString(36).padStart(16, '0').slice(-16)
}

function lastingKey({ settings }: Services, stepId: string): Buffer {
  return createHmac('sha256', settings.sessionSecret).update(`reveal ${stepId}`).digest()
}

/** There only until no note is in both board and drafts: afterwards nothing leads from a note to its writer. */
async function passingKey({ database }: Services, stepId: string): Promise<string> {
  await database.workshopStep.updateMany({
    where: { id: stepId, revealKey: null },
    data: { revealKey: randomBytes(32).toString('hex') },
  })
  const row = await database.workshopStep.findUniqueOrThrow({ where: { id: stepId }, select: { revealKey: true } })
  return row.revealKey ?? ''
}

/** Notes that could not be taken out of their draft, or were held back while they were shown: shown later, they are the same. */
async function isAnyInBoth(services: Services, { step }: Writing, key: string | Buffer): Promise<boolean> {
  const drafts = await services.liveWorkshops.drafts(step.id)
  const left = drafts.flatMap(({ owner, notes }) => notes.map((note) => boardId(key, { owner, note })))
  if (left.length === 0) return false
  const onBoard = new Set((await notesOf(services, { artefactId: step.artefactId, place: null })).map(({ id }) => id))
  return left.some((id) => onBoard.has(id))
}

async function forgetKey({ database }: Services, stepId: string): Promise<void> {
  await database.workshopStep.updateMany({ where: { id: stepId }, data: { revealKey: null } })
}

/** In an order that says nothing of who wrote them. */
function withoutAuthors(step: Step, written: readonly WrittenNote[]): NewNote[] {
  return written
    .map(({ id, note }) => ({ id, text: note.text, author: '', origin: step.id }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

async function withAuthors(services: Services, writing: Writing, written: readonly WrittenNote[]): Promise<NewNote[]> {
  const { step, workshop } = writing
  const owners = [...new Set(written.map(({ owner }) => owner))]
  const people = await namesOf(services, { workshopId: workshop.id, projectId: workshop.projectId }, owners)
  return written.map(({ id, owner, note }) => ({
    id,
    text: note.text,
    author: shownAuthor(people.get(owner), step.settings.authorship),
    origin: step.id,
  }))
}

function shownAuthor(person: NamedPerson | undefined, authorship: Authorship): string {
  if (!person || authorship === 'nobody') return ''
  return authorship === 'person' ? person.name : person.organisation
}

/** So that everybody can still change what they wrote themselves. Not where the step shows nobody. */
async function keepAuthors({ database }: Services, { step, board }: Writing, written: readonly WrittenNote[]): Promise<void> {
  const { artefactId } = board
  await database.$transaction(
    written.map(({ id, owner }) =>
      database.itemAuthor.upsert({
        where: { artefactId_itemId: { artefactId, itemId: id } },
        create: { artefactId, itemId: id, participantKey: owner, stepId: step.id },
        update: {},
      }),
    ),
  )
}
