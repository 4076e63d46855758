import { countWords, placeClauses } from '../../artefacts/agreement/model/clauses'
import { inlinesOf } from '../../artefacts/agreement/model/inlines'
import { mendAgreement } from '../../artefacts/agreement/model/mend'
import type { Agreement } from '../../artefacts/agreement/model/content'
import { plainLine } from '../../lib/plain-text'
import { losses as allLosses, type Found, type Loss } from './found'
import { dropTypedNumber, hasWords, sectionsOf, titleAbove } from './headings'
import { makeAgreement, placeSections, type PlacedSection } from './make-clauses'
import { agreedTitle, type Making } from './make-inline'
import type { ImportOutcome } from './outcome'
import { commentsOn, isOwnExport, presentWords, withoutFrame, type OwnExport } from './own-export'
import { Passages } from './passages'
import { readParts, type Parts } from './parts'
import type { RawBlock } from './pieces'
import { readBlocks, readWords, type Reading } from './read-blocks'
import { readThreads } from './read-comments'
import { ImportRefused } from './refusal'
import { Numbering, Styles } from './styles'
import { Suggestions } from './suggestions'
import { elementsOf } from './xml'

export interface ImportOptions {
  newId(): string
  /** What a clause is called that the file gives no name: what stands before the first heading. */
  untitled: string
}

/**
 * A Word file as an agreement with its suggestions and shared comments, and what was found in it. Total: a file that is
 * not taken in is refused with its reason. Takes the thread until it is done: call it in a worker.
 */
export function importDocx(bytes: Uint8Array, options: ImportOptions): ImportOutcome {
  try {
    return read(readParts(bytes), options)
  } catch (error) {
    if (error instanceof ImportRefused) return { outcome: 'refused', reason: error.reason }
    throw error
  }
}

class Counts {
  private readonly counted = new Map<Loss, number>()

  forget(what: Loss): void {
    this.counted.delete(what)
  }

  count(what: Loss, how = 1): void {
    if (how > 0) this.counted.set(what, (this.counted.get(what) ?? 0) + how)
  }

  list(): Found['left'] {
    return allLosses.flatMap((what) => {
      const count = this.counted.get(what) ?? 0
      return count > 0 ? [{ what, count }] : []
    })
  }
}

function read(parts: Parts, { newId, untitled }: ImportOptions): ImportOutcome {
  const losses = new Counts()
  const reading = readingOf(parts, losses)
  const raw = readBlocks(parts.body, reading)
  const isOwn = isOwnExport(raw)
  const own = isOwn ? withoutFrame(raw) : foreign(raw)
  if (!own.blocks.some(hasWords)) throw new ImportRefused('empty')
  countOthers(parts, losses, isOwn)
  const { sections: all, headings } = sectionsOf(own.blocks, losses)
  const above = headings === 'styles' && !isOwn && own.title === '' ? titleAbove(all) : undefined
  const sections = above?.below ?? all
  if (headings === 'styles' && !isOwn) for (const { heading } of sections) if (heading) dropTypedNumber(heading, losses)
  if (headings !== 'none') losses.count('beforeFirst', sections.some(({ heading }) => !heading) ? 1 : 0)
  const placed = placeSections(sections, newId, () => losses.count('deepHeadings'))
  const suggestions = new Suggestions(newId)
  const passages = new Passages()
  const title = plainLine(own.title || presentWords(above?.title.pieces ?? []) || parts.title)
  const making: Making = {
    suggestions,
    passages,
    clauseAt: clausesByBookmark(placed),
    goesOn: (list, before) => reading.numbering.goesOn(list, before),
    lost: (what) => losses.count(what),
  }
  const made = makeAgreement(placed, making, headings === 'none' && title !== '' ? title : untitled)
  const threads = readThreads(parts, reading, passages, { onTitle: [...own.onTitle, ...commentsOn(above?.title)], newId })
  const agreement = mendAgreement(made)
  losses.count('typedReferences', typedReferences(agreement))
  return {
    outcome: 'read',
    agreement,
    remarks: { threads },
    found: {
      title: title.slice(0, 200),
      headings,
      outline: placeClauses(agreement).map(({ id: _id, clause: _clause, ...place }) => place),
      words: countWords(agreement),
      ...countsIn(agreement),
      suggestions: suggestions.count,
      comments: threads.reduce((sum, { remarks }) => sum + remarks.length, 0),
      left: losses.list(),
    },
  }
}

function readingOf(parts: Parts, losses: Counts): Reading {
  const notes = (part: Parts['footnotes']) => new Map(elementsOf(part).map((node) => [node.attributes['w:id'] ?? '', node]))
  const sources = { footnote: notes(parts.footnotes), endnote: notes(parts.endnotes) }
  const reading: Reading = {
    styles: new Styles(parts.styles),
    numbering: new Numbering(parts.numbering),
    relationships: parts.relationships,
    losses,
    note: (kind, id) => {
      const node = sources[kind].get(id)
      // Notes in notes lead nowhere.
      return node && readWords(node, { ...reading, note: () => undefined })
    },
  }
  return reading
}

/** A file from elsewhere: its title is no clause. */
function foreign(raw: readonly RawBlock[]): OwnExport {
  const at = raw.findIndex((block) => block.type === 'paragraph' && block.style === 'title')
  const title = raw[at]
  if (title?.type !== 'paragraph') return { blocks: [...raw], onTitle: [], title: '' }
  return { blocks: raw.filter((_, index) => index !== at), onTitle: commentsOn(title), title: presentWords(title.pieces) }
}

function countOthers({ has }: Parts, losses: Counts, isOwn: boolean): void {
  losses.count('macros', has.macros ? 1 : 0)
  losses.count('embedded', has.embedded)
  losses.count('external', has.external)
  // Our own footers and contents say what is made anew of the agreement.
  if (isOwn) losses.forget('contents')
  else losses.count('headers', has.headers)
}

/** Which clause each bookmark at a heading leads to. */
function clausesByBookmark(placed: readonly PlacedSection[]): Making['clauseAt'] {
  const byBookmark = new Map<string, { id: string; title: string }>()
  const look = (sections: readonly PlacedSection[]) => {
    for (const { id, heading, isFormer, children } of sections) {
      const clause = { id, title: agreedTitle(heading?.pieces ?? []) }
      for (const piece of heading?.pieces ?? []) {
        if (piece.type === 'bookmark' && !(isFormer && byBookmark.has(piece.name))) byBookmark.set(piece.name, clause)
      }
      look(children)
    }
  }
  look(placed)
  return (bookmark) => byBookmark.get(bookmark)
}

function countsIn(agreement: Agreement): Pick<Found, 'clauses' | 'tables' | 'footnotes'> {
  const json = JSON.stringify(agreement)
  const times = (type: string) => json.split(`"type":"${type}"`).length - 1
  return { clauses: placeClauses(agreement).length, tables: times('table'), footnotes: times('footnote') }
}

// "kohdan 3 mukaan", "liite 2"; "punkt 3", "bilaga 2"; "clause 3", "annex 2".
const typedReference = /(?<!\p{L})(?:kohda\p{L}*|kohta\p{L}*|liit(?:e|tee|tei)\p{L}*|punkt\p{L}*|bilag\p{L}*|clauses?|sections?|annex(?:es)?|appendix)\s+\d/giu

/** How often the text names a clause or an annex by a number that somebody typed. */
function typedReferences(agreement: Agreement): number {
  return placeClauses(agreement)
    .flatMap(({ clause }) => inlinesOf(clause))
    .reduce((sum, inline) => sum + (inline.type === 'text' ? (inline.text.match(typedReference)?.length ?? 0) : 0), 0)
}
