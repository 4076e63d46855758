import type { PlacedClause } from './clauses'
import { commonStart, inflectionsOf } from './inflection'
import { textLines, type TextLine, type TextPlace } from './text-places'

/** A word or words that the agreement defines, as they stand where they are marked. */
export interface DefinedTerm {
  term: string
  place: TextPlace
  /** Where it is used, its definitions left out, in reading order. */
  uses: TermUse[]
}

export interface TermUse {
  place: TextPlace
  /** As they stand there. */
  words: string
  /** `case`: with a small letter where the definition has a capital one, or the other way round. `joined`: in one word for two, or with a hyphen. */
  differs?: 'case' | 'joined'
}

/** Every marked definition, in reading order; one that is defined twice stands twice. */
export function definedTerms(placed: readonly PlacedClause[]): DefinedTerm[] {
  const lines = textLines(placed)
  const definitions = lines.flatMap(definitionsIn)
  if (definitions.length === 0) return []
  const defined = new Set(definitions.map(({ place }) => placeKey(place)))
  const text = indexed(lines)
  return definitions.map(({ term, place, isDeliberate }) => {
    const uses = usesOf(term, text).filter((use) => !defined.has(placeKey(use.place)))
    return { term, place, uses: uses.map((use) => toldUse(use, term, isDeliberate)) }
  })
}

/** The same for terms that are one: whatever their letters' case. */
export function termKey(term: string): string {
  return term.toLowerCase().replace(/[\s-]+/gu, '')
}

interface Definition {
  term: string
  place: TextPlace
  /** The case of its first letter was chosen: it does not begin a sentence. */
  isDeliberate: boolean
}

/** Marked words of a line; neighbours of different looks are one term. */
function definitionsIn({ clause, at, text, inlines }: TextLine): Definition[] {
  const runs: { from: number; to: number }[] = []
  let before = 0
  for (const inline of inlines) {
    const length = inline.type === 'text' ? inline.text.length : 1
    const isMarked = inline.type === 'text' && inline.marks?.some(({ type }) => type === 'definedTerm')
    const last = runs.at(-1)
    if (isMarked && last?.to === before) last.to += length
    else if (isMarked) runs.push({ from: before, to: before + length })
    before += length
  }
  return runs.flatMap(({ from, to }) => {
    const words = text.slice(from, to)
    const term = words.trim().replace(/\s+/gu, ' ')
    const start = from + words.length - words.trimStart().length
    const place = { clause, at: at + start, length: words.trim().length }
    return term === '' ? [] : [{ term, place, isDeliberate: !beginsSentence(text, start) }]
  })
}

interface Token {
  word: string
  line: TextLine
  /** In the line. */
  from: number
  /** Its place among the tokens of the line. */
  index: number
}

interface IndexedText {
  /** Tokens of each line. */
  rows: Map<TextLine, Token[]>
  /** By their first letters, so that a term is looked for only where it can be. */
  starts: Map<string, Token[]>
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const startLength = 2

function indexed(lines: readonly TextLine[]): IndexedText {
  const rows = new Map<TextLine, Token[]>()
  const starts = new Map<string, Token[]>()
  for (const line of lines) {
    const row = [...line.text.matchAll(wordPattern)].map(
      ([word], index): Token => ({ word, line, from: 0, index }),
    )
    let at = 0
    for (const [index, match] of [...line.text.matchAll(wordPattern)].entries()) {
      at = match.index
      const token = row[index]
      if (token) token.from = at
    }
    rows.set(line, row)
    for (const token of row) {
      const start = token.word.toLowerCase().slice(0, startLength)
      starts.set(start, [...(starts.get(start) ?? []), token])
    }
  }
  return { rows, starts }
}

interface FoundUse {
  place: TextPlace
  words: string
  isJoined: boolean
  beginsSentence: boolean
}

function usesOf(term: string, text: IndexedText): FoundUse[] {
  const words = term.match(wordPattern) ?? []
  const [first] = words
  if (first === undefined) return []
  const isWord = words.map(inflectionsOf)
  const isWhole = inflectionsOf(words.join(''))
  const candidates = text.starts.get(commonStart(first).slice(0, startLength)) ?? []
  return candidates.flatMap((token): FoundUse[] => {
    const row = text.rows.get(token.line) ?? []
    const apart = followed(row, token, isWord.length)
    if (apart && apart.every(({ word }, index) => isWord[index]?.(word))) {
      const isSame = isWord.length === 1 || gapsOf(apart) === gapsIn(term)
      return [useOf(apart, !isSame)]
    }
    if (isWord.length > 1 && isWhole(token.word)) return [useOf([token], true)]
    const pair = isWord.length === 1 ? followed(row, token, 2) : undefined
    return pair && isWhole(pair.map(({ word }) => word).join('')) ? [useOf(pair, true)] : []
  })
}

/** The token and those behind it, as long as nothing but a space or a hyphen stands between. */
function followed(row: readonly Token[], token: Token, count: number): Token[] | undefined {
  const tokens = row.slice(token.index, token.index + count)
  const isWhole = tokens.length === count && [...gapsOf(tokens)].every((sign) => sign === ' ' || sign === '-')
  return isWhole && gapsOf(tokens).length === count - 1 ? tokens : undefined
}

/** What stands between tokens, each gap as one sign: a space, a hyphen, or `?` for anything else. */
function gapsOf(tokens: readonly Token[]): string {
  return tokens
    .slice(1)
    .map((token, index) => {
      const before = tokens[index]
      const gap = before ? token.line.text.slice(before.from + before.word.length, token.from) : ''
      return gapSign(gap)
    })
    .join('')
}

function gapsIn(term: string): string {
  return term.split(wordPattern).slice(1, -1).map(gapSign).join('')
}

function gapSign(gap: string): string {
  if (/^\s+$/u.test(gap)) return ' '
  return /^[-\u2010\u2011]$/u.test(gap) ? '-' : '?'
}

function useOf(tokens: readonly Token[], isJoined: boolean): FoundUse {
  const [first] = tokens
  const last = tokens.at(-1)
  if (!first || !last) throw new Error('A use has words')
  const { line, from } = first
  const to = last.from + last.word.length
  return {
    place: { clause: line.clause, at: line.at + from, length: to - from },
    words: line.text.slice(from, to),
    isJoined,
    beginsSentence: beginsSentence(line.text, from),
  }
}

function toldUse({ place, words, isJoined, beginsSentence: begins }: FoundUse, term: string, isDeliberate: boolean): TermUse {
  if (isJoined) return { place, words, differs: 'joined' }
  const isOther = isDeliberate && !begins && isCapital(words) !== isCapital(term)
  return isOther ? { place, words, differs: 'case' } : { place, words }
}

const isCapital = (words: string): boolean => /^\p{Lu}/u.test(words)

/** Whether what stands there is the first word of a sentence or of a line. */
function beginsSentence(text: string, at: number): boolean {
  return /(^|[.!?:]["”’)]?\s+)["”’(]?$/u.test(text.slice(0, at))
}

const placeKey = ({ clause, at }: TextPlace): string => `${clause} ${at}`
