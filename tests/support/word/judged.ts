import { strFromU8, unzipSync } from 'fflate'
import { childOf, nodesOf, readXml, type XmlNode } from './xml'

/**
 * What Word shows of a file once every tracked change is accepted, or rejected: one line for each paragraph with its
 * style, its numbering and its runs. A small model of Word, written from ECMA-376 part 1, 17.13.5. The title page and the
 * contents are left out.
 */
export function judged(file: Uint8Array, how: 'accept' | 'reject'): string[] {
  const body = childOf(childOf(readXml(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())), 'w:document'), 'w:body')
  const lines = body ? new Judge(how).lines(body) : []
  const contents = lines.findLastIndex((line) => line.startsWith('[TOCHeading]') || line.startsWith('[Particulars]'))
  return lines.slice(contents + 1).filter((line) => line !== '[] ')
}

interface OpenParagraph {
  style: string
  words: string
}

class Judge {
  constructor(private readonly how: 'accept' | 'reject') {}

  /** Whether what a tracked change is about is gone after it. */
  private isGone(properties: XmlNode | undefined): boolean {
    if (!properties) return false
    return childOf(properties, this.how === 'accept' ? 'w:del' : 'w:ins') !== undefined
  }

  lines(container: XmlNode): string[] {
    const lines: string[] = []
    // What is left of a paragraph whose end is gone stands before the next one.
    let open = ''
    for (const node of nodesOf(container)) {
      if (node.name === 'w:tbl') {
        lines.push(...this.table(node))
      } else if (node.name === 'w:p') {
        const { style, words } = this.paragraph(node)
        if (this.isGone(childOf(childOf(node, 'w:pPr'), 'w:rPr'))) open += words
        else {
          lines.push(`[${style}] ${open}${words}`)
          open = ''
        }
      }
    }
    if (open) lines.push(`[] ${open}`)
    return lines
  }

  private table(table: XmlNode): string[] {
    const rows = nodesOf(table).filter((row) => row.name === 'w:tr' && !this.isGone(childOf(row, 'w:trPr')))
    return rows.flatMap((row) => [
      '— row',
      ...nodesOf(row).filter(({ name }) => name === 'w:tc').flatMap((cell) => ['— cell', ...this.lines(cell)]),
    ])
  }

  private paragraph(paragraph: XmlNode): OpenParagraph {
    const properties = childOf(paragraph, 'w:pPr')
    const style = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? ''
    const level = childOf(childOf(properties, 'w:numPr'), 'w:ilvl')?.attributes['w:val']
    const runs = this.runs(paragraph, '').reduce<{ look: string; words: string }[]>((row, run) => {
      const last = row.at(-1)
      if (last?.look === run.look) last.words += run.words
      else row.push({ ...run })
      return row
    }, [])
    const words = runs.filter((run) => run.words !== '').map((run) => (run.look ? `{${run.look}:${run.words}}` : run.words)).join('')
    // A caption's number is a field: Word counts it anew.
    const counted = style === 'Caption' ? words.replace(/^(\S+) \d+/, '$1 #') : words
    return { style: level === undefined ? style : `${style} ${level}`, words: counted }
  }

  private runs(node: XmlNode, around: string): { look: string; words: string }[] {
    return nodesOf(node).flatMap((child) => {
      switch (child.name) {
        case 'w:ins':
          return this.how === 'accept' ? this.runs(child, around) : []
        case 'w:del':
          return this.how === 'accept' ? [] : this.runs(child, around)
        case 'w:hyperlink':
          if (child.attributes['w:anchor']) return this.runs(child, around).length > 0 ? [{ look: around, words: '<reference>' }] : []
          return this.runs(child, `${around}link `)
        case 'w:fldSimple':
          return [{ look: around, words: '<reference>' }]
        case 'w:r':
          return [{ look: around + this.look(childOf(child, 'w:rPr')), words: wordsIn(child) }]
        default:
          return []
      }
    })
  }

  private look(properties: XmlNode | undefined): string {
    const change = childOf(properties, 'w:rPrChange')
    const said = change && this.how === 'reject' ? childOf(change, 'w:rPr') : properties
    const isOn = (name: string) => !['false', '0', undefined].includes(childOf(said, name) && (childOf(said, name)?.attributes['w:val'] ?? 'true'))
    return [isOn('w:b') ? 'b' : '', isOn('w:i') ? 'i' : ''].join('')
  }
}

function wordsIn(run: XmlNode): string {
  return nodesOf(run)
    .map(({ name, children }) => {
      if (name === 'w:t' || name === 'w:delText') return children.join('')
      if (name === 'w:br') return '\n'
      return name === 'w:footnoteReference' ? '<footnote>' : ''
    })
    .join('')
}
