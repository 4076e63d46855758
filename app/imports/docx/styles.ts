import { child, elementsOf, switchOf, valueOf, type Node } from './xml'

/** What a paragraph's style makes of it. */
export interface Style {
  /** Its name as Word keeps it, in lower case. */
  name: string
  /** 1 to 9, of a heading. */
  heading: number | undefined
  numbering: { list: string; level: number } | undefined
  bold: boolean
  italic: boolean
}

/** How many languages call the first heading: Word keeps the English name, other programs their own. */
const headingName = /^(?:heading|otsikko|rubrik|überschrift|titre|título|titolo|overskrift|kop|pealkiri|nagłówek|заголовок)\s*([1-9])$/iu

const plain: Style = { name: '', heading: undefined, numbering: undefined, bold: false, italic: false }

/** The styles of a file by their ids, each with what it takes from those it is based on. */
export class Styles {
  private readonly nodes: ReadonlyMap<string, Node>
  private readonly known = new Map<string, Style>()

  constructor(styles: Node | undefined) {
    const nodes = elementsOf(styles).filter(({ name }) => name === 'w:style')
    this.nodes = new Map(nodes.map((node) => [node.attributes['w:styleId'] ?? '', node]))
  }

  of(id: string | undefined): Style {
    return id === undefined ? plain : this.resolve(id, 0)
  }

  private resolve(id: string, depth: number): Style {
    const known = this.known.get(id)
    if (known) return known
    const node = this.nodes.get(id)
    // Styles that are based on each other in a ring.
    if (!node || depth > 30) return { ...plain, name: id.toLowerCase(), heading: headingIn(id) }
    const basedOn = valueOf(node, 'w:basedOn')
    const base = basedOn === undefined ? plain : this.resolve(basedOn, depth + 1)
    const [paragraph, run] = [child(node, 'w:pPr'), child(node, 'w:rPr')]
    const name = valueOf(node, 'w:name') ?? id
    const style: Style = {
      name: name.toLowerCase(),
      heading: outlineLevel(paragraph) ?? headingIn(name) ?? headingIn(id) ?? base.heading,
      numbering: numberingIn(paragraph) ?? base.numbering,
      bold: switchOf(run, 'w:b') ?? base.bold,
      italic: switchOf(run, 'w:i') ?? base.italic,
    }
    this.known.set(id, style)
    return style
  }
}

/** Counted from 1; the ninth from 0 is Word's for text of the body. */
export function outlineLevel(properties: Node | undefined): number | undefined {
  const value = valueOf(properties, 'w:outlineLvl')
  const level = value === undefined ? Number.NaN : Number(value)
  return level >= 0 && level <= 8 ? level + 1 : undefined
}

export function numberingIn(properties: Node | undefined): Style['numbering'] {
  const said = child(properties, 'w:numPr')
  const list = valueOf(said, 'w:numId')
  if (list === undefined) return undefined
  return { list, level: Math.max(0, Math.min(8, Number(valueOf(said, 'w:ilvl') ?? 0) || 0)) }
}

function headingIn(name: string): number | undefined {
  const [, level] = headingName.exec(name.trim()) ?? []
  return level === undefined ? undefined : Number(level)
}

/** Which lists are ordered, level by level. */
export class Numbering {
  private readonly formats = new Map<string, Map<number, string>>()
  /** Lists that begin their numbers anew, and do not go on with those of another. */
  private readonly begins = new Set<string>()
  private readonly abstracts = new Map<string, string>()

  constructor(numbering: Node | undefined) {
    const abstract = new Map<string, Node>()
    for (const node of elementsOf(numbering)) {
      if (node.name === 'w:abstractNum') abstract.set(node.attributes['w:abstractNumId'] ?? '', node)
    }
    for (const node of elementsOf(numbering)) {
      if (node.name !== 'w:num') continue
      const levels = elementsOf(abstract.get(valueOf(node, 'w:abstractNumId') ?? '')).filter(({ name }) => name === 'w:lvl')
      const formats = levels.map((level): [number, string] => [Number(level.attributes['w:ilvl'] ?? 0), valueOf(level, 'w:numFmt') ?? 'decimal'])
      const id = node.attributes['w:numId'] ?? ''
      this.formats.set(id, new Map(formats))
      this.abstracts.set(id, valueOf(node, 'w:abstractNumId') ?? '')
      if (elementsOf(node).some((override) => child(override, 'w:startOverride'))) this.begins.add(id)
    }
  }

  /** Whether the items of a list go on with another's, as one list in two parts. */
  goesOn(list: string, before: string): boolean {
    return list === before || (!this.begins.has(list) && this.abstracts.get(list) === this.abstracts.get(before))
  }

  /** `none`: no list at all, as Word says it of a paragraph that is taken out of one. */
  kindOf({ list, level }: { list: string; level: number }): 'ordered' | 'bulleted' | 'none' {
    if (list === '0' || !this.formats.has(list)) return 'none'
    const format = this.formats.get(list)?.get(level) ?? 'decimal'
    return format === 'bullet' ? 'bulleted' : format === 'none' ? 'none' : 'ordered'
  }
}
