import { loadKind } from '../../artefacts/registry'
import type { Services } from '../../load-context'
import { shownResults } from '../votes/results.server'
import { voteSteps } from '../votes/vote-step.server'
import { stepsOf } from '../agenda/steps.server'
import type { Step } from '../model/steps'
import { findWorkshop, type WorkshopArtefact } from '../workshop.server'

/** A note or a group that may become a decision. */
export interface Source {
  artefactId: string
  artefactTitle: string
  itemId: string
  type: 'group' | 'note'
  /** A group's name, or a note's text: how the decision's own words begin. */
  name: string
  /** The same with the notes of a group, a line each: what is kept. */
  words: string
  /** Null where there was no vote on it, or its result has not been shown. */
  dots: number | null
  /** It was on the board before this workshop, or came there beside it. */
  earlier: boolean
}

/**
 * What a workshop's boards hold: the most dots first, then what came of this workshop, then the rest of the boards; each
 * in reading order with groups before their notes.
 */
export async function sourcesOf(services: Services, workshopId: string): Promise<Source[]> {
  const workshop = await findWorkshop(services, workshopId)
  if (!workshop) return []
  const [dots, steps, ...boards] = await Promise.all([
    dotsGiven(services, workshopId),
    stepsOf(services, workshopId),
    ...workshop.artefacts.map((artefact) => sourcesOn(services, artefact)),
  ])
  return boards
    .flat()
    .map((source) => {
      const given = dotsOf(source, dots)
      return { ...source, dots: given, earlier: given === null && !isOfSteps(source, steps) }
    })
    .sort((one, other) => (other.dots ?? 0) - (one.dots ?? 0) || Number(one.earlier) - Number(other.earlier))
    .map(({ noteIds: _, frame: __, origins: ___, ...source }) => source)
}

/** Written in one of these steps, or in a frame that one of them has for its own. */
function isOfSteps({ artefactId, frame, origins }: BoardSource, steps: readonly Step[]): boolean {
  return steps.some(
    (step) => origins.includes(step.id) || (step.artefactId === artefactId && frame !== null && step.place === frame),
  )
}

/** The note or group of that id, as it is now; undefined where it is gone. */
export async function findSource(
  services: Services,
  workshopId: string,
  from: { artefactId: string; itemId: string },
): Promise<Source | undefined> {
  const sources = await sourcesOf(services, workshopId)
  return sources.find(({ artefactId, itemId }) => artefactId === from.artefactId && itemId === from.itemId)
}

interface BoardSource extends Source {
  /** Of a group: its notes. */
  noteIds: readonly string[]
  /** The frame in which it is. */
  frame: string | null
  /** What it, or the notes of a group, came from. */
  origins: readonly string[]
}

/** Nothing where the board cannot be read just now: a decision can be written without one. */
async function sourcesOn(services: Services, artefact: WorkshopArtefact): Promise<BoardSource[]> {
  try {
    return await readSources(services, artefact)
  } catch (cause) {
    services.log.error('decisions.board-unread', cause, { artefact: artefact.id })
    return []
  }
}

async function readSources(services: Services, { id, kind, title }: WorkshopArtefact): Promise<BoardSource[]> {
  const { notes: board } = await (await loadKind(kind)).loadWorkshopFace()
  if (!board) return []
  const { content } = await services.live.read(id, kind)
  const notes = board.notes(content, null)
  const common = { artefactId: id, artefactTitle: title, dots: null, earlier: false }
  const groups = board.groups(content, null).map((group): BoardSource => {
    const inside = notes.filter((note) => note.group === group.id)
    return {
      ...common,
      itemId: group.id,
      type: 'group',
      name: group.name,
      words: [group.name, ...inside.map(({ text }) => `– ${text}`)].join('\n'),
      noteIds: inside.map((note) => note.id),
      frame: group.frame,
      origins: inside.map(({ origin }) => origin),
    }
  })
  const single = notes.map(
    ({ id: itemId, text, frame, origin }): BoardSource => {
      return { ...common, itemId, type: 'note', name: text, words: text, noteIds: [], frame, origins: [origin] }
    },
  )
  return [...groups, ...single].filter(({ words }) => words.trim() !== '')
}

/** Of a group on which nobody could vote, the dots of its notes. */
function dotsOf({ itemId, noteIds }: BoardSource, dots: ReadonlyMap<string, number>): number | null {
  const own = dots.get(itemId)
  if (own !== undefined) return own
  const ofNotes = noteIds.flatMap((id) => dots.get(id) ?? [])
  return ofNotes.length > 0 ? ofNotes.reduce((sum, count) => sum + count, 0) : null
}

/** Dots by target, as shown. What was voted on twice has those of the later vote. */
async function dotsGiven(services: Services, workshopId: string): Promise<Map<string, number>> {
  const dots = new Map<string, number>()
  for (const { id } of await voteSteps(services, workshopId)) {
    for (const tally of (await shownResults(services, id)) ?? []) dots.set(tally.target, tally.dots)
  }
  return dots
}
