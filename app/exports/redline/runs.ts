import { wordDifference, type Effort } from '../../versions/word-difference'
import { markRuns } from '../mark-tracked'
import type { Change, Inline, TextRun } from '../tree'

/** Who made the changes, and how much work finding them may still be. */
export interface By {
  change: Change
  effort: Effort
}

/** The later text with what has changed since the earlier one, word by word. */
export function redlineRuns(before: readonly Inline[], after: readonly Inline[], by: By): Inline[] {
  const signs = new Signs([...before, ...after])
  const [earlier, later] = [new Letters(before, signs), new Letters(after, signs)]
  return wordDifference(earlier.text, later.text, by.effort).flatMap(({ kind, text }): Inline[] => {
    if (kind === 'removed') return markRuns(earlier.take(text.length), { deleted: by.change })
    if (kind === 'added') return markRuns(later.take(text.length), { inserted: by.change })
    return unchangedWords(earlier.take(text.length), later.take(text.length), by.change)
  })
}

/** The words alone. */
export function wordsOfRuns(runs: readonly Inline[]): string {
  return runs.map((run) => (run.type === 'text' ? run.text : ' ')).join('')
}

/** The same to the letter, whatever a reference was called. */
export function runKey(run: Inline): string {
  return JSON.stringify(run.type === 'reference' ? { ...run, fallback: '' } : run)
}

/** A letter for everything that is no text, the same for what is the same. Of those that no text has. */
class Signs {
  private readonly byKey = new Map<string, string>()
  private next = 0xe000

  constructor(private readonly runs: readonly Inline[]) {}

  of(run: Inline): string {
    const key = runKey(run)
    const sign = this.byKey.get(key) ?? this.free()
    this.byKey.set(key, sign)
    return sign
  }

  private free(): string {
    let sign: string
    do {
      sign = String.fromCharCode(this.next)
      this.next += 1
    } while (this.runs.some((run) => run.type === 'text' && run.text.includes(sign)))
    return sign
  }
}

/** Runs as one text, from which they are taken again piece by piece. */
class Letters {
  readonly text: string
  private readonly left: { run: Inline; letters: string }[]

  constructor(runs: readonly Inline[], signs: Signs) {
    this.left = runs.map((run) => ({ run, letters: run.type === 'text' ? run.text : signs.of(run) }))
    this.text = this.left.map(({ letters }) => letters).join('')
  }

  take(length: number): Inline[] {
    const taken: Inline[] = []
    let missing = length
    while (missing > 0) {
      const first = this.left[0]
      if (!first) break
      const part = first.letters.slice(0, missing)
      missing -= part.length
      if (part.length === first.letters.length) this.left.shift()
      else first.letters = first.letters.slice(part.length)
      if (part !== '') taken.push(first.run.type === 'text' ? { ...first.run, text: part } : first.run)
    }
    return taken
  }
}

/** The same words on both sides; where they look otherwise now, that is the change. */
function unchangedWords(before: readonly Inline[], after: readonly Inline[], change: Change): Inline[] {
  const former = [...before]
  return after.flatMap((run): Inline[] => {
    if (run.type !== 'text') {
      former.shift()
      return [run]
    }
    const pieces: Inline[] = []
    let rest = run.text
    while (rest !== '') {
      const first = former[0]
      if (first?.type !== 'text') return [...pieces, { ...run, text: rest }]
      const length = Math.min(first.text.length, rest.length)
      pieces.push(...piece({ ...first, text: first.text.slice(0, length) }, { ...run, text: rest.slice(0, length) }, change))
      rest = rest.slice(length)
      if (length === first.text.length) former.shift()
      else former[0] = { ...first, text: first.text.slice(length) }
    }
    return pieces
  })
}

function piece(before: TextRun, after: TextRun, change: Change): Inline[] {
  const was = { bold: before.bold === true, italic: before.italic === true }
  // Word tracks no change of where a link leads.
  if (before.href !== after.href) return [...markRuns([before], { deleted: change }), ...markRuns([after], { inserted: change })]
  if (was.bold === (after.bold === true) && was.italic === (after.italic === true)) return [after]
  return [{ ...after, formatted: { ...change, ...was } }]
}
