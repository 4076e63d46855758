import { isKindId, loadKind, type KindId } from '../../artefacts/registry'
import type { Services } from '../../load-context'
import type { StepSettings } from '../model/steps'
import type { VoteTarget } from './ballot'

/** Where a step's votes go. */
export interface VotePlace {
  /** Null where there is none any more. */
  artefact: { id: string; kind: string } | null
  /** A frame; null: the whole board. */
  place: string | null
  voteOn: StepSettings['voteOn']
}

interface ReadTargets {
  at: number
  targets: Promise<VoteTarget[] | null>
}

/** Sixty people who vote at once read the board once a second between them. */
const readAgainAfterMs = 1000

const readings = new WeakMap<Services, Map<string, ReadTargets>>()

/**
 * What may be voted for, in reading order; at most a second old. Null where there is no board.
 * Rejects when the board cannot be read now.
 */
export function voteTargets(services: Services, where: VotePlace): Promise<VoteTarget[] | null> {
  const known = readingsOf(services).get(keyOf(where))
  const age = known ? services.now() - known.at : Infinity
  return known && age >= 0 && age < readAgainAfterMs ? known.targets : voteTargetsNow(services, where)
}

/** The same, read from the board now. */
export function voteTargetsNow(services: Services, where: VotePlace): Promise<VoteTarget[] | null> {
  const { artefact, place, voteOn } = where
  if (!artefact || !isKindId(artefact.kind)) return Promise.resolve(null)
  const known = readingsOf(services)
  const now = services.now()
  for (const [old, { at }] of known) if (Math.abs(now - at) >= readAgainAfterMs) known.delete(old)
  const { id, kind } = artefact
  const targets = readTargets(services, { id, kind }, place, voteOn)
  known.set(keyOf(where), { at: now, targets })
  targets.catch(() => known.delete(keyOf(where)))
  return targets
}

function readingsOf(services: Services): Map<string, ReadTargets> {
  const known = readings.get(services) ?? new Map<string, ReadTargets>()
  readings.set(services, known)
  return known
}

function keyOf({ artefact, place, voteOn }: VotePlace): string {
  return JSON.stringify([artefact?.id, place, voteOn])
}

async function readTargets(
  services: Services,
  artefact: { id: string; kind: KindId },
  frame: string | null,
  voteOn: StepSettings['voteOn'],
): Promise<VoteTarget[] | null> {
  const face = await (await loadKind(artefact.kind)).loadWorkshopFace()
  const board = face.notes
  if (!board) return null
  const { content } = await services.live.read(artefact.id, artefact.kind)
  const notes = board.notes(content, frame)
  const groups = board.groups(content, frame)
  if (voteOn === 'groups') {
    const gathered = groups.map(({ id, name }) => ({
      id,
      name,
      group: '',
      notes: notes.filter(({ group }) => group === id).map(({ text }) => text),
    }))
    // What nobody put into a group is a thing of its own: it must not fall out of the vote unsaid.
    const alone = notes.filter(({ group, text }) => group === null && text.trim() !== '')
    return [...gathered, ...alone.map(({ id, text }) => ({ id, name: text, group: '', notes: [] }))]
  }
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]))
  return notes.map(({ id, text, group }) => ({
    id,
    name: text,
    group: group === null ? '' : (groupNames.get(group) ?? ''),
    notes: [],
  }))
}
