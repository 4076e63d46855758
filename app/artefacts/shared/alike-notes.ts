import { comparedWords, isNegative } from './note-words'

export interface ComparedNote {
  id: string
  text: string
}

/** Notes that say nearly the same, in the order in which they came. */
export interface AlikeNotes {
  ids: string[]
  /** The words of the one that is most like all the others. */
  name: string
}

/** How alike two notes are at least, from 0 to 1, to be proposed as saying the same. */
const alike = 0.58

/** Compares by words and by letters, in the browser alone: nothing is asked of anyone. Larger groups come first. */
export function findAlikeNotes(notes: readonly ComparedNote[]): AlikeNotes[] {
  const read = notes.map(readNote).filter(({ words }) => words.length > 0)
  const pairs = pairsOf(read)
  const groups = gathered(read.length, pairs)
  return groups
    .map((group) => {
      const members = group.flatMap((index) => read[index] ?? [])
      return { ids: members.map(({ id }) => id), name: members[middleOf(group, pairs)]?.text ?? '' }
    })
    .sort((one, other) => other.ids.length - one.ids.length)
}

interface ReadNote extends ComparedNote {
  words: readonly string[]
  letters: ReadonlySet<string>
  isNegative: boolean
}

function readNote({ id, text }: ComparedNote): ReadNote {
  const words = [...new Set(comparedWords(text))]
  return { id, text: text.replace(/\s+/g, ' ').trim(), words, letters: trigrams(words.join(' ')), isNegative: isNegative(text) }
}

/** How alike two notes are, by their places: lower first. Pairs that are not alike enough are missing. */
type Pairs = ReadonlyMap<number, ReadonlyMap<number, number>>

function pairsOf(notes: readonly ReadNote[]): Pairs {
  const weight = weights(notes)
  const near = nearWords([...weight.keys()])
  const pairs = new Map<number, Map<number, number>>()
  for (const [first, one] of notes.entries()) {
    for (let second = first + 1; second < notes.length; second += 1) {
      const other = notes[second]
      if (!other || one.isNegative !== other.isNegative) continue
      const likeness = 0.75 * sharedWords(one.words, other.words, weight, near) + 0.25 * dice(one.letters, other.letters)
      if (likeness < alike) continue
      const known = pairs.get(first) ?? new Map<number, number>()
      pairs.set(first, known.set(second, likeness))
    }
  }
  return pairs
}

/** A word that is in every other note tells little; one that is in a few tells much. */
function weights(notes: readonly ReadNote[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of notes) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, 1 / (1 + Math.log(count) / 2)]))
}

type Near = ReadonlyMap<string, ReadonlyMap<string, number>>

const nearEnough = 0.6

/** Which words are forms of one another, or differ by a slip of the finger. */
function nearWords(words: readonly string[]): Near {
  const letters = words.map(trigrams)
  const near = new Map<string, Map<string, number>>(words.map((word) => [word, new Map([[word, 1]])]))
  for (const [first, one] of words.entries()) {
    for (let second = first + 1; second < words.length; second += 1) {
      const other = words[second]
      if (other === undefined || one[0] !== other[0]) continue
      const likeness = isBeginning(one, other) ? 1 : dice(letters[first] ?? none, letters[second] ?? none)
      if (likeness < nearEnough) continue
      near.get(one)?.set(other, likeness)
      near.get(other)?.set(one, likeness)
    }
  }
  return near
}

/** "päivysty" and "päivystyks", but not "päivä" and "päiväkoti". */
function isBeginning(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.length >= 5 && long.length - short.length <= 2 && long.startsWith(short)
}

function sharedWords(one: readonly string[], other: readonly string[], weight: ReadonlyMap<string, number>, near: Near): number {
  const matched = (from: readonly string[], to: readonly string[]) => {
    let [shared, all] = [0, 0]
    for (const word of from) {
      const own = weight.get(word) ?? 1
      const known = near.get(word)
      all += own
      shared += own * to.reduce((most, candidate) => Math.max(most, known?.get(candidate) ?? 0), 0)
    }
    return { shared, all }
  }
  const [there, back] = [matched(one, other), matched(other, one)]
  return (there.shared + back.shared) / (there.all + back.all)
}

/** The most alike are put together first; two groups become one only where all of theirs are alike on the whole. */
function gathered(count: number, pairs: Pairs): number[][] {
  const groupOf = Array.from({ length: count }, (_, index) => [index])
  const ordered = [...pairs].flatMap(([first, others]) => [...others].map(([second, likeness]) => ({ first, second, likeness })))
  ordered.sort((one, other) => other.likeness - one.likeness || one.first - other.first || one.second - other.second)
  for (const { first, second } of ordered) {
    const [one, other] = [groupOf[first], groupOf[second]]
    if (!one || !other || one === other || likenessBetween(one, other, pairs) < alike) continue
    const both = [...one, ...other].sort((before, after) => before - after)
    for (const index of both) groupOf[index] = both
  }
  return [...new Set(groupOf)].filter((group) => group.length > 1)
}

function likenessBetween(one: readonly number[], other: readonly number[], pairs: Pairs): number {
  const sum = one.reduce((all, first) => all + other.reduce((some, second) => some + likeness(first, second, pairs), 0), 0)
  return sum / (one.length * other.length)
}

function middleOf(group: readonly number[], pairs: Pairs): number {
  const sums = group.map((first) => group.reduce((sum, second) => sum + likeness(first, second, pairs), 0))
  return sums.indexOf(Math.max(...sums))
}

const likeness = (one: number, other: number, pairs: Pairs): number =>
  pairs.get(Math.min(one, other))?.get(Math.max(one, other)) ?? 0

const none: ReadonlySet<string> = new Set()

function trigrams(words: string): ReadonlySet<string> {
  const padded = ` ${words} `
  const found = new Set<string>()
  for (let start = 0; start + 3 <= padded.length; start += 1) found.add(padded.slice(start, start + 3))
  return found
}

/** What two sets share, from 0 to 1. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const part of one) if (other.has(part)) shared += 1
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

/** The same for notes of several places, each place by itself: notes of two frames are never put into one group. */
export function findAlikeByPlace(notes: readonly (ComparedNote & { frame: string | null })[]): AlikeNotes[] {
  const places = [...new Set(notes.map(({ frame }) => frame))]
  return places.flatMap((place) => findAlikeNotes(notes.filter(({ frame }) => frame === place)))
}
