import { diffArrays } from 'diff'

/** A stretch of text: in both, only in the earlier, or only in the later one. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed'
  text: string
}

// The work grows with the square of the difference. Past these a text is compared in coarser pieces,
// and past those it counts as replaced as a whole.
const mostEdits = 2_000
const longestByWord = 60_000

/**
 * What changed from one text to another, by words. The runs that are not added make up `before`, those that
 * are not removed make up `after`, to the letter; between two unchanged stretches what went stands before what came.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const byWord = before.length + after.length <= longestByWord
  const found = byWord ? (compare(before, after, words) ?? compare(before, after, lines)) : compare(before, after, lines)
  return found ?? replaced(before, after)
}

function compare(before: string, after: string, split: (text: string) => string[]): WordRun[] | undefined {
  const changes = diffArrays(split(before), split(after), { maxEditLength: mostEdits })
  if (!changes) return undefined
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

// The rules for words hardly differ between the languages here; one segmenter keeps comparisons equal for everybody.
const segmenter = new Intl.Segmenter('fi', { granularity: 'word' })

const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []
