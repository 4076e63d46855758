import { isSafeLink } from '../../artefacts/agreement/model/links'
import { plainText } from '../../lib/plain-text'
import type { Relationship } from './parts'
import type { Author, Change, Look, Losses, Piece } from './pieces'
import { child, elementsOf, holds, switchOf, textIn, valueOf, type Node } from './xml'

/** What runs refer to. */
export interface Sources {
  relationships: ReadonlyMap<string, Relationship>
  /** Words of a note; undefined for one that is not there. */
  note(kind: 'footnote' | 'endnote', id: string): string | undefined
  losses: Losses
}

interface Field {
  instruction: string
  /** Whether what is read is its result, and no more its instruction. */
  shows: boolean
  pieces: Piece[]
}

interface Around {
  changes: readonly Change[]
  href: string | undefined
  term: boolean
  look: Look
}

/** Reads what stands in one paragraph. */
export class RunReader {
  private pieces: Piece[] = []
  private readonly fields: Field[] = []

  constructor(private readonly sources: Sources) {}

  read(paragraph: Node, look: Look): Piece[] {
    this.readInto(paragraph, { changes: [], href: undefined, term: false, look })
    // A field that ends in another paragraph: what it shows here.
    while (this.fields.length > 0) this.endField()
    return this.pieces
  }

  private add(piece: Piece): void {
    const field = this.fields.at(-1)
    if (field) field.pieces.push(piece)
    else this.pieces.push(piece)
  }

  private readInto(node: Node, around: Around): void {
    for (const one of elementsOf(node)) this.readOne(one, around)
  }

  private readOne(node: Node, around: Around): void {
    switch (node.name) {
      case 'w:r':
        return this.readRun(node, around)
      case 'w:ins':
      case 'w:moveTo':
        return this.readInto(node, { ...around, changes: [...around.changes, { does: 'insert', by: authorOf(node) }] })
      case 'w:del':
      case 'w:moveFrom':
        return this.readInto(node, { ...around, changes: [...around.changes, { does: 'delete', by: authorOf(node) }] })
      case 'w:hyperlink':
        return this.readLink(node, around)
      case 'w:fldSimple':
        this.fields.push({ instruction: node.attributes['w:instr'] ?? '', shows: true, pieces: [] })
        this.readInto(node, around)
        return this.endField()
      case 'w:bookmarkStart':
        return this.add({ type: 'bookmark', name: node.attributes['w:name'] ?? '' })
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        return this.add({ type: 'comment', id: node.attributes['w:id'] ?? '', edge: node.name === 'w:commentRangeStart' ? 'start' : 'end' })
      case 'm:oMath':
      case 'm:oMathPara':
        this.sources.losses.count('equations')
        return this.addText(mathWords(node), around)
      case 'w:sdt':
        return this.readInto(child(node, 'w:sdtContent') ?? emptyNode, around)
      case 'mc:AlternateContent':
        return this.readInto(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? emptyNode, around)
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        return this.readInto(node, around)
      default:
        if (node.name.startsWith('w:customXml') && node.name.endsWith('RangeStart')) this.sources.losses.count('otherRevisions')
    }
  }

  private readLink(node: Node, around: Around): void {
    const bookmark = node.attributes['w:anchor']
    const link = this.sources.relationships.get(node.attributes['r:id'] ?? '')
    if (bookmark !== undefined && !link) {
      this.fields.push({ instruction: `REF ${bookmark}`, shows: true, pieces: [] })
      this.readInto(node, around)
      return this.endField()
    }
    this.readInto(node, { ...around, href: this.safe(link?.external ? link.target : undefined) })
  }

  private safe(href: string | undefined): string | undefined {
    if (href !== undefined && isSafeLink(href)) return href
    this.sources.losses.count('links')
    return undefined
  }

  private readRun(run: Node, around: Around): void {
    const properties = child(run, 'w:rPr')
    if (switchOf(properties, 'w:vanish')) {
      if (holds(run, 'w:t')) this.sources.losses.count('hidden')
      return
    }
    const look = lookOf(properties, around.look)
    if (hasOtherLooks(properties)) this.sources.losses.count('formatting')
    const change = child(properties, 'w:rPrChange')
    const former = change && lookOf(child(change, 'w:rPr'), around.look)
    const isOther = former && (former.bold !== look.bold || former.italic !== look.italic)
    const before = change && isOther ? { ...former, by: authorOf(change) } : undefined
    const term = valueOf(properties, 'w:rStyle') === 'DefinedTerm'
    for (const node of elementsOf(run)) this.readInRun(node, { ...around, look, term }, before)
  }

  private readInRun(node: Node, around: Around, before: (Look & { by: Author }) | undefined): void {
    const { losses } = this.sources
    switch (node.name) {
      case 'w:t':
      case 'w:delText':
        return this.addText(textIn(node), around, before)
      case 'w:tab':
      case 'w:ptab':
        return this.addText(' ', around, before)
      case 'w:noBreakHyphen':
        return this.addText('\u2011', around, before)
      case 'w:br':
      case 'w:cr':
        if (!['page', 'column'].includes(node.attributes['w:type'] ?? '')) this.add({ type: 'break', changes: around.changes })
        return
      case 'w:fldChar':
        return this.fieldSign(node.attributes['w:fldCharType'])
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = this.fields.at(-1)
        if (field && !field.shows) field.instruction += textIn(node)
        return
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
        if (kind === 'endnote') losses.count('endnotes')
        for (const words of inLengths(this.sources.note(kind, node.attributes['w:id'] ?? '') ?? '')) {
          this.add({ type: 'footnote', words, changes: around.changes })
        }
        return
      }
      case 'w:sym':
        losses.count('symbols')
        return this.addText('□', around, before)
      case 'mc:AlternateContent':
        return this.readInRun(elementsOf(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback'))[0] ?? emptyNode, around, before)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return losses.count(holds(node, 'w:txbxContent') ? 'textBoxes' : node.name === 'w:object' ? 'embedded' : 'pictures')
    }
  }

  private addText(text: string, { changes, href, term, look }: Around, before?: Look & { by: Author }): void {
    const clean = plainText(text).replace(/[\t\n]/g, ' ')
    const field = this.fields.at(-1)
    if (clean === '' || (field && !field.shows)) return
    this.add({ type: 'text', text: clean, look, href, term, changes, before })
  }

  private fieldSign(type: string | undefined): void {
    if (type === 'begin') this.fields.push({ instruction: '', shows: false, pieces: [] })
    const field = this.fields.at(-1)
    if (type === 'separate' && field) field.shows = true
    if (type === 'end') this.endField()
  }

  /** A field becomes what it means where that can be kept, and else what it shows. Nothing is worked out or fetched. */
  private endField(): void {
    const field = this.fields.pop()
    if (!field) return
    const [name = '', target = ''] = field.instruction.trim().split(/\s+/)
    const kind = name.toUpperCase()
    const bookmark = target.replace(/^"|"$/g, '')
    const first = field.pieces.find((piece) => piece.type === 'text')
    const shown = field.pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('')
    if ((kind === 'REF' || kind === 'PAGEREF') && bookmark !== '' && shown !== '') {
      this.add({ type: 'reference', bookmark, shown, changes: first?.type === 'text' ? first.changes : [] })
      for (const piece of field.pieces) if (piece.type === 'comment' || piece.type === 'bookmark') this.add(piece)
      return
    }
    const href = kind === 'HYPERLINK' && !bookmark.startsWith('\\') ? this.safe(bookmark) : undefined
    if (kind !== 'HYPERLINK' && kind !== 'SEQ' && kind !== 'TOC') this.sources.losses.count('fields')
    for (const piece of field.pieces) this.add(piece.type === 'text' && href ? { ...piece, href } : piece)
  }
}

const emptyNode: Node = { name: '', attributes: {}, children: [] }

// As long as a footnote of an agreement may be.
const longestNote = 2_000

function inLengths(words: string): string[] {
  const count = Math.ceil(words.length / longestNote)
  return Array.from({ length: count }, (_, index) => words.slice(index * longestNote, (index + 1) * longestNote))
}

/** "Name (Organisation)", as our own files have it. */
export function authorOf(node: Node): Author {
  const said = plainText(node.attributes['w:author'] ?? '').replace(/\s+/g, ' ').trim()
  const [, name = said, organisation = ''] = /^(.+?) \(([^()]+(?:\([^()]*\)[^()]*)*)\)$/.exec(said) ?? []
  const at = Date.parse(node.attributes['w:date'] ?? '')
  return { name: name.slice(0, 200), organisation: organisation.slice(0, 200), at: at > 0 ? at : 0 }
}

export function changesIn(properties: Node | undefined): Change[] {
  return elementsOf(properties).flatMap((node): Change[] => {
    if (node.name === 'w:ins' || node.name === 'w:moveTo') return [{ does: 'insert', by: authorOf(node) }]
    if (node.name === 'w:del' || node.name === 'w:moveFrom') return [{ does: 'delete', by: authorOf(node) }]
    return []
  })
}

function lookOf(properties: Node | undefined, around: Look): Look {
  return { bold: switchOf(properties, 'w:b') ?? around.bold, italic: switchOf(properties, 'w:i') ?? around.italic }
}

/** What a run of ours has too, in its links, is none of it. */
function hasOtherLooks(properties: Node | undefined): boolean {
  const isSet = (name: string) => switchOf(properties, name) === true
  const raised = valueOf(properties, 'w:vertAlign')
  return ['w:u', 'w:strike', 'w:dstrike', 'w:highlight', 'w:smallCaps', 'w:caps'].some(isSet) || raised === 'superscript' || raised === 'subscript'
}

function mathWords(node: Node): string {
  return elementsOf(node).map((one) => (one.name === 'm:t' ? textIn(one) : mathWords(one))).join('')
}
