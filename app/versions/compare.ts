import type { Part } from '../artefacts/kind'
import { longestRising } from './longest-rising'
import { renamings, type Renamings } from './renamings'
import { Effort, wordDifference, type WordRun } from './word-difference'

export interface FieldChange {
  name: string
  words: WordRun[]
}

export interface Move {
  from: string
  to: string
}

export interface ChangedPart {
  change: 'changed'
  part: Part
  /** What it was called, where it is called otherwise now; a number that has shifted is no other name. */
  formerName: string | undefined
  fields: FieldChange[]
  /** It stands in another frame, phase or chapter. Either end may be empty: the top. */
  place: Move | undefined
  /** It stands at the same place, before or after others than it did. */
  reordered: boolean
}

export type Difference = { change: 'added'; part: Part } | { change: 'removed'; part: Part } | ChangedPart

export interface Comparison {
  /** In the order of the later content; what is gone stands after what it stood behind. */
  differences: Difference[]
  counts: Record<'added' | 'removed' | 'changed' | 'unchanged', number>
}

/** What differs between two contents of one artefact, given as their parts. Pure. */
export function compareParts(before: readonly Part[], after: readonly Part[]): Comparison {
  const earlier = inOrder(before)
  const later = inOrder(after)
  const formers = new Map(earlier.map((part) => [part.id, part]))
  const pairs = later.flatMap((part): Pair[] => {
    const former = formers.get(part.id)
    return former ? [{ before: former, after: part }] : []
  })
  const renamed = renamings(pairs)
  const stayed = pairs.filter((pair) => renamed.samePlace(pair.before.place, pair.after.place))
  const reordered = movedAmongSiblings(earlier, stayed)

  const kept = new Set(pairs.map(({ after: { id } }) => id))
  const gone = goneAfter(earlier, kept)
  const effort = new Effort()
  const counts = {
    added: later.length - pairs.length,
    removed: earlier.length - pairs.length,
    changed: 0,
    unchanged: 0,
  }
  const differences: Difference[] = [...(gone.get(undefined) ?? [])]
  for (const part of later) {
    const former = formers.get(part.id)
    if (!former) {
      differences.push({ change: 'added', part })
      continue
    }
    const changed = changeOf({ before: former, after: part }, renamed, reordered.has(part.id), effort)
    if (changed) differences.push(changed)
    counts[changed ? 'changed' : 'unchanged'] += 1
    differences.push(...(gone.get(part.id) ?? []))
  }
  return { differences, counts }
}

interface Pair {
  before: Part
  after: Part
}

const inOrder = (parts: readonly Part[]): Part[] => [...parts].sort((one, other) => one.order - other.order)

function changeOf(
  { before, after }: Pair,
  renamed: Renamings,
  reordered: boolean,
  effort: Effort,
): ChangedPart | undefined {
  const fields = fieldChanges(before, after, effort)
  const place = renamed.samePlace(before.place, after.place) ? undefined : { from: before.place, to: after.place }
  // "A → B" that became "C → B" because A is called C now has not changed by itself.
  const otherName =
    fields.length > 0 ? !renamed.sameWords(before.name, after.name) : !renamed.explains(before.name, after.name)
  if (fields.length === 0 && !place && !reordered && !otherName) return undefined
  return { change: 'changed', part: after, formerName: otherName ? before.name : undefined, fields, place, reordered }
}

function fieldChanges(before: Part, after: Part, effort: Effort): FieldChange[] {
  const former = named(before.fields)
  const present = named(after.fields)
  const changes: FieldChange[] = []
  for (const [key, { name, text }] of present) {
    const earlier = former.get(key)?.text ?? ''
    if (earlier !== text) changes.push({ name, words: wordDifference(earlier, text, effort) })
  }
  for (const [key, { name, text }] of former) {
    if (!present.has(key) && text !== '') changes.push({ name, words: wordDifference(text, '', effort) })
  }
  return changes
}

type Field = Part['fields'][number]

/** Fields by name; of several with one name the first answers to the first. */
function named(fields: readonly Field[]): Map<string, Field> {
  const found = new Map<string, Field>()
  for (const field of fields) {
    let nth = 0
    while (found.has(`${nth} ${field.name}`)) nth += 1
    found.set(`${nth} ${field.name}`, field)
  }
  return found
}

/** What is gone, by the id of the nearest thing before it that is still there. */
function goneAfter(earlier: readonly Part[], kept: ReadonlySet<string>): Map<string | undefined, Difference[]> {
  const gone = new Map<string | undefined, Difference[]>()
  let last: string | undefined
  for (const part of earlier) {
    if (kept.has(part.id)) last = part.id
    else gone.set(last, [...(gone.get(last) ?? []), { change: 'removed', part }])
  }
  return gone
}

/**
 * The fewest things that must have been moved for their siblings to stand in the new order: all but the longest
 * run that kept its order, place by place.
 */
function movedAmongSiblings(earlier: readonly Part[], stayed: readonly Pair[]): Set<string> {
  const rank = new Map(earlier.map(({ id }, index) => [id, index]))
  const siblings = new Map<string, string[]>()
  for (const { after } of stayed) {
    const ids = siblings.get(after.place)
    if (ids) ids.push(after.id)
    else siblings.set(after.place, [after.id])
  }
  const moved = new Set<string>()
  for (const ids of siblings.values()) {
    const kept = longestRising(ids.map((id) => rank.get(id) ?? 0))
    ids.forEach((id, index) => {
      if (!kept.has(index)) moved.add(id)
    })
  }
  return moved
}
