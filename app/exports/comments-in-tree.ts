import type { QuotedPassage } from '../remarks/model/anchor'
import type { Thread } from '../remarks/model/content'
import type { Block, CommentThread, DocumentTree, Inline } from './tree'

/** A thread with what stands at its passage now: null where it is about none, or that is gone. */
export interface PlacedThread extends Thread {
  passage: QuotedPassage | null
}

/**
 * The document with threads of comments at what they are about: a passage where its words are found, else the heading of
 * the part that it was in. What is about all of it, or about a part that is gone, is about the document.
 */
export function commentsInTree(tree: DocumentTree, threads: readonly PlacedThread[]): DocumentTree {
  const parts = partsOf(tree.blocks)
  const places = placesOf(parts)
  for (const { id, anchor, passage } of threads) {
    const place = anchor.on === 'all' ? undefined : places.get(passage?.item ?? anchor.item)
    const part = place === undefined ? undefined : parts[place]
    if (place === undefined || !part) continue
    const found = passage ? placeOf(lettersOf(part), passage) : undefined
    parts[place] = found ? markLetters(part, id, found) : markHeading(part, id)
  }
  return { ...tree, blocks: parts.flat(), comments: threads.map(commentOf) }
}

function commentOf({ id, remarks, resolved }: Thread): CommentThread {
  return {
    id,
    resolved: resolved !== undefined,
    remarks: remarks.map(({ author, at, words }) => ({
      author: author.organisation === '' ? author.name : `${author.name} (${author.organisation})`,
      at: new Date(at),
      words,
    })),
  }
}

/** Each heading with what stands below it up to the next one. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'heading') parts.push([])
    parts.at(-1)?.push(block)
  }
  return parts
}

/** Which part bears an id; of two, the one that is not taken away. */
function placesOf(parts: readonly Block[][]): Map<string, number> {
  const places = new Map<string, number>()
  const isTakenAway = (place: number) => {
    const heading = parts[place]?.[0]
    return heading?.type === 'heading' && heading.tracked?.deleted !== undefined
  }
  parts.forEach(([heading], place) => {
    if (heading?.type !== 'heading' || heading.id === undefined) return
    const before = places.get(heading.id)
    if (before === undefined || isTakenAway(before)) places.set(heading.id, place)
  })
  return places
}

/** The words of some blocks without their white space, which no two ways of writing them agree on. */
function lettersOf(blocks: readonly Block[]): string {
  let letters = ''
  eachRun(blocks, (run) => {
    if (run.type === 'text') letters += bare(run.text)
    return [run]
  })
  return letters
}

const bare = (words: string): string => words.replace(/\s+/g, '')

interface Letters {
  start: number
  end: number
}

/** Where the quoted words are: of several places, where most of what stands around them is; of several such, the one that is meant. */
function placeOf(letters: string, passage: QuotedPassage): Letters | undefined {
  const quote = bare(passage.quote)
  const [before, after] = [bare(passage.before), bare(passage.after)]
  if (quote === '') return undefined
  let most = -1
  let best: Letters[] = []
  for (let start = letters.indexOf(quote); start >= 0; start = letters.indexOf(quote, start + 1)) {
    const end = start + quote.length
    const fit = commonEnd(letters.slice(Math.max(0, start - before.length), start), before) + commonStart(letters.slice(end), after)
    if (fit > most) best = []
    most = Math.max(most, fit)
    if (fit === most) best.push({ start, end })
  }
  return best[Math.min(passage.nth, best.length - 1)] ?? betweenEnds(letters, quote)
}

// So much of a quote is not twice in a clause by chance.
const longestEnd = 20

/** A quote in which a reference or a name is written otherwise here: from where it begins to where it ends. */
function betweenEnds(letters: string, quote: string): Letters | undefined {
  const length = Math.min(longestEnd, Math.floor(quote.length / 2))
  if (length < 4) return undefined
  const start = letters.indexOf(quote.slice(0, length))
  const last = letters.indexOf(quote.slice(-length), start + length)
  return start < 0 || last < 0 ? undefined : { start, end: last + length }
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < other.length && one[length] === other[length]) length += 1
  return length
}

function commonEnd(one: string, other: string): number {
  let length = 0
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

function markHeading(blocks: readonly Block[], id: string): Block[] {
  const [heading, ...rest] = blocks
  return heading?.type === 'heading' ? [{ ...heading, children: heading.children.map((run) => about(run, id)) }, ...rest] : [...blocks]
}

function markLetters(blocks: readonly Block[], id: string, { start, end }: Letters): Block[] {
  let at = 0
  return eachRun(blocks, (run) => {
    if (run.type !== 'text') return [at > start && at < end ? about(run, id) : run]
    const length = bare(run.text).length
    const [from, to] = [Math.max(0, start - at), Math.min(length, end - at)]
    at += length
    if (from >= to) return [run]
    const [first, last] = [afterLetters(run.text, from, true), afterLetters(run.text, to, false)]
    const parts = [run.text.slice(0, first), run.text.slice(first, last), run.text.slice(last)]
    return parts.flatMap((text, index) => {
      if (text === '') return []
      return [index === 1 ? about({ ...run, text }, id) : { ...run, text }]
    })
  })
}

/** The index behind so many letters that are no white space; with the space that follows them where asked for. */
function afterLetters(text: string, count: number, withSpace: boolean): number {
  let index = 0
  for (let left = count; left > 0 && index < text.length; index += 1) if (!/\s/.test(text.charAt(index))) left -= 1
  while (withSpace && index < text.length && /\s/.test(text.charAt(index))) index += 1
  return index
}

const about = (run: Inline, id: string): Inline => ({ ...run, comments: [...(run.comments ?? []), id] })

/** The blocks with each run of text changed, in reading order. */
function eachRun(blocks: readonly Block[], change: (run: Inline) => Inline[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: block.children.flatMap(change) }
      case 'list':
        return { ...block, items: block.items.map((item) => eachRun(item, change)) }
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: eachRun(cell.children, change) }))),
        }
      default:
        return block
    }
  })
}
