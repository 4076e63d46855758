import type { SettledBlock, SettledTable } from '../settled'
import { PdfObjects } from './objects'

// Typst 0.14 tags the cells of header rows, but has the tag for cells that name a row (`pdf.header-cell`) behind a
// switch its Node package does not offer. So the structure it wrote is amended: such a cell becomes a TH for its row,
// and the other cells of the row name it among their headers (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7). What a page shows
// is not touched. A table that is not as expected stays as it was.

/** The tables of a document in reading order, with those inside others after the one they are in. */
function tablesOf(blocks: readonly SettledBlock[]): SettledTable[] {
  return blocks.flatMap((block): SettledTable[] => {
    if (block.type === 'list') return block.items.flatMap(tablesOf)
    if (block.type !== 'table') return []
    return [block, ...block.rows.flatMap((row) => row.flatMap(({ children }) => tablesOf(children)))]
  })
}

class Structure {
  constructor(readonly objects: PdfObjects) {}

  /** The elements right below one, by object number. */
  children(number: number): number[] {
    const object = this.objects.get(number)
    const start = object.indexOf('/K [')
    if (start === -1) return []
    const kids = object.slice(start + 4).replace(/<<[^]*?>>/g, '')
    return [...kids.slice(0, kids.indexOf(']')).matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid))
  }

  tag(number: number): string {
    return /\/S \/(\w+)/.exec(this.objects.get(number))?.[1] ?? ''
  }

  /** All elements with a tag, in reading order. */
  withTag(number: number, tag: string): number[] {
    const own = this.tag(number) === tag ? [number] : []
    return [...own, ...this.children(number).flatMap((child) => this.withTag(child, tag))]
  }

  /** The rows of a table and the cells that begin in each. */
  rows(table: number): number[][] {
    return this.children(table).flatMap((child): number[][] => {
      if (this.tag(child) === 'TR') return [this.children(child)]
      return /^T(?:Head|Body|Foot)$/.test(this.tag(child)) ? this.rows(child) : []
    })
  }
}

/** Adds an entry to the table attributes of a cell, which it may not have yet. */
function withTableAttribute(cell: string, attribute: string): string {
  if (/\/O \/Table\b/.test(cell)) return cell.replace(/\/O \/Table\b/, `/O /Table\n    ${attribute}`)
  const attributes = `<<\n    /O /Table\n    ${attribute}\n  >>`
  if (/\/A \[/.test(cell)) return cell.replace(/\/A \[/, `/A [${attributes} `)
  return cell.replace(/(\/S \/T[DH]\b)/, `$1\n  /A [${attributes}]`)
}

function asRowHeader(cell: string, id: string): string {
  return withTableAttribute(cell.replace('/S /TD', `/S /TH\n  /ID (${id})`), '/Scope /Row')
}

function underHeader(cell: string, id: string): string {
  if (/\/Headers \[/.test(cell)) return cell.replace(/\/Headers \[/, `/Headers [(${id}) `)
  return withTableAttribute(cell, `/Headers [(${id})]`)
}

/** Tags the row headers of one table; gives the names of those it tagged. */
function tagTable(structure: Structure, table: SettledTable, element: number, name: string): Map<string, number> {
  const tagged = new Map<string, number>()
  const rows = structure.rows(element)
  const alike = rows.length === table.rows.length && rows.every((row, at) => row.length === table.rows[at]?.length)
  if (!alike) return tagged
  table.rows.forEach((row, rowIndex) => {
    row.forEach((cell, cellIndex) => {
      const header = rows[rowIndex]?.[cellIndex]
      if (cell.header !== 'row' || header === undefined || structure.tag(header) !== 'TD') return
      const id = `${name}x${cellIndex}y${rowIndex}`
      structure.objects.change(header, (object) => asRowHeader(object, id))
      tagged.set(id, header)
      for (const below of rows.slice(rowIndex, rowIndex + cell.rows).flat()) {
        if (structure.tag(below) === 'TD') structure.objects.change(below, (object) => underHeader(object, id))
      }
    })
  })
  return tagged
}

/** A cell can only be named as a header once the document's index of names has it; the index is in order. */
function addNames(objects: PdfObjects, root: number, names: ReadonlyMap<string, number>): boolean {
  const index = /\/IDTree <<\s*\/Names \[((?:\((?:[^()\\]|\\.)*\) \d+ 0 R\s*)*)\]\s*>>/
  const own = [...names].map(([id, number]) => `(${id}) ${number} 0 R`)
  const written = (entries: string[]) => `/IDTree <<\n    /Names [${entries.sort().join(' ')}]\n  >>`
  const object = objects.get(root)
  const found = index.exec(object)
  if (!found && object.includes('/IDTree')) return false
  objects.change(root, () => {
    if (!found) return object.replace('/Type /StructTreeRoot', `/Type /StructTreeRoot\n  ${written(own)}`)
    const there = [...(found[1] ?? '').matchAll(/\((?:[^()\\]|\\.)*\) \d+ 0 R/g)].map(([entry]) => entry)
    return object.replace(index, written([...there, ...own]))
  })
  return true
}

/** The same file with the cells that name a row tagged as its headers. */
export function tagRowHeaders(file: Buffer, blocks: readonly SettledBlock[]): Buffer {
  const tables = tablesOf(blocks)
  const wanted = tables.some(({ rows }) => rows.some((row) => row.some(({ header }) => header === 'row')))
  const objects = wanted ? PdfObjects.read(file) : undefined
  const root = objects?.root === undefined ? undefined : objects.reference(objects.root, 'StructTreeRoot')
  const top = root === undefined ? undefined : objects?.reference(root, 'K')
  if (!objects || root === undefined || top === undefined) return file
  const structure = new Structure(objects)
  const elements = structure.withTag(top, 'Table')
  if (elements.length !== tables.length) return file
  const names = new Map<string, number>()
  tables.forEach((table, index) => {
    const element = elements[index]
    if (element === undefined) return
    for (const [id, cell] of tagTable(structure, table, element, `R${index + 1}`)) names.set(id, cell)
  })
  return names.size > 0 && addNames(objects, root, names) ? objects.write() : file
}
