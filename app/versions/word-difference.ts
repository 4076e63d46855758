import { diffArrays } from 'diff'

/** A stretch of text: in both, only in the earlier, or only in the later one. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * How much work a whole comparison may be: it is done where live edits pass by. The work for two texts grows with
 * the square of what differs; two million steps take about 0.2 s.
 */
export class Effort {
  private left = 2_000_000

  /** The most differences that can still be looked for. */
  get mostEdits(): number {
    return Math.floor(Math.sqrt(this.left))
  }

  spend(edits: number): void {
    this.left = Math.max(0, this.left - edits * edits)
  }
}

const longestByWord = 200_000

/**
 * What changed from one text to another, by words. The runs that are not added make up `before`, those that
 * are not removed make up `after`, to the letter; between two unchanged stretches what went stands before what came.
 * Texts that differ too much to be compared so are compared by lines, and else count as replaced.
 */
export function wordDifference(before: string, after: string, effort = new Effort()): WordRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const byWord = before.length + after.length <= longestByWord
  return (
    (byWord ? compare(before, after, words, effort) : undefined) ??
    compare(before, after, lines, effort) ??
    replaced(before, after)
  )
}

function compare(
  before: string,
  after: string,
  split: (text: string) => string[],
  effort: Effort,
): WordRun[] | undefined {
  const from = split(before)
  const to = split(after)
  // Past this a comparison by words is a patchwork that nobody can read.
  const readable = Math.max(20, Math.ceil((from.length + to.length) * 0.6))
  const mostEdits = Math.min(readable, effort.mostEdits)
  const changes = diffArrays(from, to, { maxEditLength: mostEdits })
  if (!changes) {
    effort.spend(mostEdits)
    return undefined
  }
  effort.spend(changes.reduce((edits, { added, removed, count }) => edits + (added || removed ? count : 0), 0))
  const runs = new Runs()
  changes.forEach(({ added, removed, value }, index) => {
    const text = value.join('')
    if (added) runs.added(text)
    else if (removed) runs.removed(text)
    // A space between two changed words belongs to the change: "[old words][new words]", not word by word.
    else if (runs.open && index < changes.length - 1 && /^[^\S\n]+$/.test(text)) runs.both(text)
    else runs.same(text)
  })
  return runs.finish()
}

/** Gathers neighbouring changes into one removal and one addition. */
class Runs {
  private readonly made: WordRun[] = []
  private gone = ''
  private come = ''

  get open(): boolean {
    return this.gone !== '' && this.come !== ''
  }

  added(text: string): void {
    this.come += text
  }

  removed(text: string): void {
    this.gone += text
  }

  both(text: string): void {
    this.gone += text
    this.come += text
  }

  same(text: string): void {
    // "[old ][new ]words" is "[old][new] words": the space has not changed.
    const space = commonSpaceAtEnd(this.gone, this.come)
    this.gone = this.gone.slice(0, this.gone.length - space.length)
    this.come = this.come.slice(0, this.come.length - space.length)
    this.finish()
    this.made.push({ kind: 'same', text: space + text })
  }

  finish(): WordRun[] {
    if (this.gone) this.made.push({ kind: 'removed', text: this.gone })
    if (this.come) this.made.push({ kind: 'added', text: this.come })
    this.gone = ''
    this.come = ''
    return this.made
  }
}

function commonSpaceAtEnd(one: string, other: string): string {
  const space = /\s+$/.exec(one)?.[0] ?? ''
  return space !== '' && /\s+$/.exec(other)?.[0] === space ? space : ''
}

function replaced(before: string, after: string): WordRun[] {
  const runs = new Runs()
  runs.removed(before)
  runs.added(after)
  return runs.finish()
}

// Not by Intl.Segmenter: V8's takes time with the square of the text's length (25 s for 290,000 letters; this, 10 ms),
// and what it calls a word changes with its version. Emoji sequences and inflected letters ("EU:n") stay whole.
const token =
  /\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:[:’'-][\p{L}\p{M}\p{N}]+)*|[^\S\n]+|[^]/gu

const words = (text: string): string[] => text.match(token) ?? []

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []
