import { objectMark, quoteOf } from '../../remarks/model/anchor'
import type { Anchor } from '../../remarks/model/content'
import type { Piece } from './pieces'

interface Range {
  clause: string
  from: number
  to: number | undefined
}

/** Follows the text of each clause as it is made, and keeps where comments begin and end in it. */
export class Passages {
  private clause = ''
  private readonly texts = new Map<string, string>()
  private readonly names = new Map<string, string>()
  private readonly titleEnds = new Map<string, number>()
  private readonly ranges = new Map<string, Range>()

  begin(clause: string, name: string): void {
    this.clause = clause
    this.texts.set(clause, '')
    this.names.set(clause, name)
  }

  /** The title is all that stands there so far. */
  endTitle(): void {
    this.titleEnds.set(this.clause, this.text.length)
  }

  line(): void {
    if (this.titleEnds.has(this.clause)) this.texts.set(this.clause, `${this.text}\n`)
  }

  /** Undefined for what is no text. */
  words(words: string | undefined): void {
    this.texts.set(this.clause, this.text + (words ?? objectMark))
  }

  edge({ id, edge }: Extract<Piece, { type: 'comment' }>): void {
    const range = this.ranges.get(id)
    if (edge === 'start') this.ranges.set(id, { clause: this.clause, from: this.text.length, to: undefined })
    else if (range && range.to === undefined) {
      // A range that goes on into another clause is about its part in the first.
      range.to = range.clause === this.clause ? this.text.length : (this.texts.get(range.clause)?.length ?? 0)
    }
  }

  /** What a comment is about. Without a place of its own, all of it. */
  anchorOf(id: string): Anchor {
    const range = this.ranges.get(id)
    if (!range) return { on: 'all' }
    const { clause, from, to } = range
    const text = this.texts.get(clause) ?? ''
    const name = (this.names.get(clause) ?? '').slice(0, 200)
    const quoted = quoteOf(text, { from, to: to ?? text.length })
    const isTitle = from === 0 && to === this.titleEnds.get(clause)
    if (isTitle || quoted.quote.trim() === '') return { on: 'item', item: clause, name }
    // Its words alone lead there: no file knows the positions of the shared text.
    return { on: 'passage', item: clause, name, ...quoted, start: '', end: '' }
  }

  private get text(): string {
    return this.texts.get(this.clause) ?? ''
  }
}
