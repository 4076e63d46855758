import { loadKind } from '../../artefacts/registry'
import type { NoteBoard } from '../../artefacts/workshop-face'
import { createKindTranslate } from '../../i18n/translator'
import type { Language } from '../../i18n/languages'
import type { Services } from '../../load-context'
import { stepsOnNotes, type Step } from '../model/steps'
import { votesCast } from '../votes/ballots.server'
import { shownResults } from '../votes/results.server'
import type { WorkshopArtefact, WorkshopRecord } from '../workshop.server'
import type { BoardFacts, DecisionFacts, MaterialFacts, VoteFacts } from './facts'

/** What was written on the boards, place by place: those that a step worked on, and no others. */
export async function boardFacts(
  services: Services,
  { artefacts }: Pick<WorkshopRecord, 'artefacts'>,
  steps: readonly Step[],
  language: Language,
): Promise<BoardFacts[]> {
  const onNotes = steps.filter(({ type }) => stepsOnNotes.includes(type))
  const perBoard = await Promise.all(
    artefacts.map(async (artefact) => {
      const own = onNotes.filter(({ artefactId }) => artefactId === artefact.id)
      return own.length === 0 ? [] : placesOf(services, artefact, await framesOf(services, own), language)
    }),
  )
  return perBoard.flat()
}

/** Each frame once, in the order in which the steps come to it; with null the whole board. */
async function framesOf({ database }: Services, steps: readonly Step[]): Promise<(string | null)[]> {
  const breakouts = await database.breakoutGroup.findMany({
    where: { stepId: { in: steps.map(({ id }) => id) }, frame: { not: null } },
    orderBy: { order: 'asc' },
    select: { stepId: true, frame: true },
  })
  const frames = steps.flatMap((step) => {
    const groups = breakouts.filter(({ stepId }) => stepId === step.id).map(({ frame }) => frame)
    return groups.length > 0 ? groups : [step.place]
  })
  const each = [...new Set(frames)]
  // The whole board holds what its frames hold.
  return each.includes(null) ? [null] : each
}

async function placesOf(
  services: Services,
  { id, kind: kindId, title }: WorkshopArtefact,
  frames: readonly (string | null)[],
  language: Language,
): Promise<BoardFacts[]> {
  const kind = await loadKind(kindId)
  const [face, messages] = await Promise.all([kind.loadWorkshopFace(), kind.loadMessages(language)])
  const { notes } = face
  if (!notes) return []
  const { content } = await services.live.read(id, kindId)
  const names = new Map(face.places(content, createKindTranslate(language, messages)).map((place) => [place.id, place.name]))
  return frames
    .map((frame) => placeFacts(notes, content, frame, { artefact: title, place: frame === null ? '' : (names.get(frame) ?? '') }))
    .filter(({ groups, others }) => groups.length > 0 || others.length > 0)
}

function placeFacts(
  board: NoteBoard<unknown>,
  content: unknown,
  frame: string | null,
  names: Pick<BoardFacts, 'artefact' | 'place'>,
): BoardFacts {
  const all = board.notes(content, frame).filter(({ text }) => text.trim() !== '')
  const groups = board.groups(content, frame).map(({ id, name }) => ({
    name,
    notes: all.filter(({ group }) => group === id).map(({ text }) => text),
  }))
  return { ...names, groups, others: all.filter(({ group }) => group === null).map(({ text }) => text) }
}

/** Votes whose results everybody has seen; what was never shown stays secret. */
export async function voteFacts(services: Services, steps: readonly Step[]): Promise<VoteFacts[]> {
  const votes = await Promise.all(
    steps
      .filter(({ type }) => type === 'vote')
      .map(async ({ id, title }) => {
        const [tallies, voters] = await Promise.all([shownResults(services, id), votesCast(services, id)])
        return tallies ? { title, voters, tallies } : null
      }),
  )
  return votes.filter((vote) => vote !== null)
}

export async function decisionFacts({ database }: Services, workshopId: string): Promise<DecisionFacts[]> {
  const rows = await database.decision.findMany({
    where: { workshopId },
    orderBy: [{ order: 'asc' }, { createdAt: 'asc' }],
    include: {
      organisation: { select: { name: true } },
      carried: { orderBy: { at: 'asc' }, include: { artefact: { select: { title: true } } } },
    },
  })
  return rows.map(({ text, organisation, organisationName, due, sourceText, dots, carried }) => ({
    text,
    owner: organisation?.name ?? organisationName,
    due,
    from: sourceText,
    dots,
    became: carried.map(({ what, artefact }) => ({ what, artefact: artefact.title })),
  }))
}

export function materialFacts(
  { database }: Services,
  artefacts: readonly WorkshopArtefact[],
  language: Language,
): Promise<MaterialFacts[]> {
  return Promise.all(
    artefacts.map(async ({ id, kind, title }) => {
      const [messages, version] = await Promise.all([
        loadKind(kind).then((loaded) => loaded.loadMessages(language)),
        database.version.findFirst({
          where: { artefactId: id },
          orderBy: { number: 'desc' },
          select: { number: true, name: true, takenAt: true },
        }),
      ])
      return { title, kind: createKindTranslate(language, messages)('name'), version }
    }),
  )
}
