import type { BookmarkListNumber, PageNumberEstimator } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { known, type Context, type Written } from './counted-paragraph.server'
import { countLines } from './line-count.server'
import { textLooks } from './styles.server'

// The library finds the pages of the headings by laying out the document word by word, the way Word does, which takes
// most of the time that a long document takes. How many lines a paragraph of ordinary words has is told much faster;
// the library is then given as many short lines in its place, and still does all that makes pages of lines. What is
// written stays as it is.

type ListNumbers = ReadonlyMap<string, BookmarkListNumber>

const isElement = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands in an element of that name; nothing in any other. */
const inside = (element: unknown, name: string): unknown[] => (isElement(element) && name in element ? [element[name]].flat() : [])

/** Everything of that name in it, however deep. */
function all(name: string, within: unknown): unknown[] {
  if (Array.isArray(within)) return within.flatMap((child) => all(name, child))
  if (!isElement(within)) return []
  return Object.entries(within).flatMap(([key, value]) => (key === name ? [value] : all(name, value)))
}

/** As many lines, of the same letters, with one sign on each. */
function shortLines(paragraph: Written, lines: number): Written {
  const content = inside(paragraph, 'w:p')
  const properties = content.filter((child) => isElement(child) && 'w:pPr' in child)
  const rest = content.filter((child) => !properties.includes(child))
  const [look] = all('w:rPr', rest)
  const sign = { 'w:t': ['x'] }
  const words = Array.from({ length: lines }, (_, line) => (line === 0 ? [sign] : [{ 'w:br': {} }, sign])).flat()
  return { 'w:p': [...properties, { 'w:r': [...(look === undefined ? [] : [{ 'w:rPr': look }]), ...words] }] }
}

/** Points that are left for an entry's words in the contents, between its indent and the number of the page. */
const roomInContents = 360

/** Entries that are one line whatever their number of the page; all as they are where one is not. */
function shortContents(contents: Written): Written {
  const entries = inside(contents, 'w:sdtContent').filter(isElement)
  const widths = { width: roomInContents, look: { ...textLooks.Normal, bold: true } }
  const areLines = entries.slice(0, -1).every((entry) => {
    const text = all('w:t', entry).flat(2).filter((part) => typeof part === 'string').join(' ')
    return countLines([{ type: 'text', text }], widths) === 1
  })
  return areLines ? { 'w:sdtContent': entries.map((entry) => shortLines(entry, 1)) } : contents
}

const holders = ['w:body', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt']

/** The same with short lines for words wherever they were counted. */
function shortened(element: unknown): unknown {
  if (!isElement(element)) return element
  const about = known(element)
  if (about && 'lines' in about) return shortLines(element, about.lines)
  if ('w:sdtContent' in element) return shortContents(element)
  const holder = holders.find((name) => name in element)
  return holder ? { [holder]: inside(element, holder).map(shortened) } : element
}

// As Word measures numbers in the contents, whatever the document is set in: Aptos, 12 points; in twips.
const digitWidth = 128.16
const stopWidth = 68.64

/** The numbers of the headings, by the names of their bookmarks; undefined where the library must tell one. */
function numbersOfHeadings(body: Written): ListNumbers | undefined {
  const numbers = new Map<string, BookmarkListNumber>()
  for (const paragraph of inside(body, 'w:body').filter(isElement)) {
    const about = known(paragraph)
    if (!about || !('heading' in about)) continue
    const { heading: text } = about
    if (text === null) return undefined
    const width = [...text].reduce((sum, sign) => sum + (sign === '.' ? stopWidth : digitWidth), 0)
    for (const start of all('w:bookmarkStart', paragraph)) {
      const [attributes] = all('_attr', start)
      const name = isElement(attributes) ? (attributes['w:name'] as unknown) : undefined
      if (typeof name === 'string' && text !== '') numbers.set(name, { text, separator: 'tab', width })
    }
  }
  return numbers
}

/** Finds the pages of headings for the contents, guessing where Word's way of laying out is not known. */
export function estimatePages(): PageNumberEstimator {
  const byWords = estimatePageNumbersWith({ guess: true })
  return Object.assign((body: Written, context: Context) => byWords(shortened(body) as Written, context), {
    listNumbers: (body: Written, context: Context): ListNumbers =>
      numbersOfHeadings(body) ?? byWords.listNumbers?.(body, context) ?? new Map(),
  })
}
