import type { Anchor } from './content'

export type PassageAnchor = Extract<Anchor, { on: 'passage' }>

/** Part of a text, by UTF-16 code units: from the first, up to and without the second. */
export interface Span {
  from: number
  to: number
}

/** Where what a thread is about stands now. */
export type Whereabouts =
  | { at: 'all' }
  /** `name`: as it is called now. */
  | { at: 'item'; item: string; name: string }
  | { at: 'passage'; item: string; name: string; span: Span; words: string }
  /** What it was about is no more: `name` and `quote` as they were. */
  | { at: 'gone'; item: string; name: string; quote: string | null }

/** What an artefact's kind tells of what is in it. */
export interface Anchorage {
  /** What an item is called; undefined where it is gone. */
  nameOf(item: string): string | undefined
  /** Where a passage stands; undefined where it is gone. Kinds without running text have none. */
  findPassage?(anchor: PassageAnchor): { item: string; span: Span; words: string } | undefined
}

export function locate(anchor: Anchor, { nameOf, findPassage }: Anchorage): Whereabouts {
  switch (anchor.on) {
    case 'all':
      return { at: 'all' }
    case 'item': {
      const name = nameOf(anchor.item)
      return name === undefined ? { at: 'gone', item: anchor.item, name: anchor.name, quote: null } : { at: 'item', item: anchor.item, name }
    }
    case 'passage': {
      const found = findPassage?.(anchor)
      if (!found) return { at: 'gone', item: anchor.item, name: anchor.name, quote: anchor.quote }
      return { at: 'passage', ...found, name: nameOf(found.item) ?? anchor.name }
    }
  }
}

const contextLength = 60
const longestQuote = 2_000

/** What stands for a thing that is no text, as a reference or a footnote. */
export const objectMark = '\ufffc'

/** The words of a span and those around it, as an anchor keeps them. */
export function quoteOf(text: string, { from, to }: Span): Pick<PassageAnchor, 'quote' | 'before' | 'after'> {
  return {
    quote: readable(text.slice(from, to)).slice(0, longestQuote),
    before: readable(text.slice(Math.max(0, from - contextLength), from)),
    after: readable(text.slice(to, to + contextLength)),
  }
}

/** A passage by the words that it holds now, for whoever has no positions to find it by. */
export interface QuotedPassage extends Pick<PassageAnchor, 'item' | 'quote' | 'before' | 'after'> {
  /** Which of the places with the same words among the same words, counted from 0. */
  nth: number
}

export function quotedPassage(item: string, text: string, span: Span): QuotedPassage {
  const quoted = quoteOf(text, span)
  const [quote, before, after] = [lettersOf(quoted.quote), lettersOf(quoted.before), lettersOf(quoted.after)]
  const { letters, at } = makeLookup(text)
  const isAlike = (start: number) => letters.slice(0, start).endsWith(before) && letters.startsWith(after, start + quote.length)
  let nth = 0
  for (let start = letters.indexOf(quote); quote !== '' && start >= 0; start = letters.indexOf(quote, start + 1)) {
    if ((at[start] ?? 0) >= span.from) break
    if (isAlike(start)) nth += 1
  }
  return { item, ...quoted, nth }
}

/** A text made for looking words up in it: white space and what is no text left out, since these come and go. */
export interface Lookup {
  letters: string
  /** Where in the text each letter stands. */
  at: readonly number[]
}

export function makeLookup(text: string): Lookup {
  let letters = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (isLeftOut(letter)) continue
    letters += letter
    at.push(index)
  }
  return { letters, at }
}

export function lettersOf(words: string): string {
  return Array.from(words).filter((letter) => !isLeftOut(letter)).join('')
}

/** A quote this long is found by itself; a shorter one needs some of the words that were around it. */
const tellingQuote = 30
const tellingContext = 12

/**
 * Where the quoted words stand: of several places the one whose surroundings are most like those of the quote. Undefined
 * where they are not there, or only among other words.
 */
export function findQuote({ letters, at }: Lookup, anchor: Pick<PassageAnchor, 'quote' | 'before' | 'after'>): Span | undefined {
  const quote = lettersOf(anchor.quote)
  const before = lettersOf(anchor.before)
  const after = lettersOf(anchor.after)
  if (quote === '') return undefined
  const needed = quote.length >= tellingQuote ? 0 : Math.min(tellingContext, before.length + after.length)
  let best: { start: number; likeness: number } | undefined
  for (let start = letters.indexOf(quote); start >= 0; start = letters.indexOf(quote, start + 1)) {
    const likeness = likeEnds(before, letters.slice(0, start)) + likeBeginnings(after, letters.slice(start + quote.length))
    if (likeness >= needed && likeness > (best?.likeness ?? -1)) best = { start, likeness }
  }
  return best && spanOf(at, best.start, best.start + quote.length)
}

/** Enough of the words on a side of a passage to know the place by. */
const tellingSide = 8

/** What stands where the quoted words stood: between what was before and after them, if that is still there. */
export function findBetween({ letters, at }: Lookup, anchor: Pick<PassageAnchor, 'quote' | 'before' | 'after'>): Span | undefined {
  const before = lettersOf(anchor.before)
  const after = lettersOf(anchor.after)
  const most = 3 * lettersOf(anchor.quote).length + 40
  for (const side of [3 * tellingSide, 2 * tellingSide, tellingSide]) {
    if (before.length < side || after.length < side) continue
    const found = letters.indexOf(before.slice(-side))
    const start = found + side
    const end = found < 0 ? -1 : letters.indexOf(after.slice(0, side), start)
    if (end > start && end - start <= most) return spanOf(at, start, end)
  }
  return undefined
}

function spanOf(at: readonly number[], start: number, end: number): Span | undefined {
  const from = at[start]
  const last = at[end - 1]
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 }
}

function likeEnds(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1
  return length
}

function likeBeginnings(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  return length
}

function readable(text: string): string {
  return text.replaceAll(objectMark, '').replaceAll('\n', ' ')
}

function isLeftOut(letter: string): boolean {
  return letter === objectMark || /\s/u.test(letter)
}
