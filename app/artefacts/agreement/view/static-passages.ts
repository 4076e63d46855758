import { findQuote, makeLookup, quoteOf, type Span } from '../../../remarks/model/anchor'

/** What stands among a clause's words in the page and is none of them says so: its number, where it came from, a button. */
export const noWords = { 'data-no-words': '' } as const

interface PageText {
  text: string
  /** Where each of its letters stands. */
  at: { node: Text; offset: number }[]
}

/** The clause in which a selection of the page begins, and the part of the clause's text that is selected. */
export function selectedOnPage(textOf: (clause: string) => string | undefined): { clause: string; span: Span } | undefined {
  const selection = window.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
  const section = range && elementOf(range.startContainer)?.closest<HTMLElement>('[data-clause]')
  const clause = section?.dataset['clause']
  const words = clause === undefined ? undefined : textOf(clause)
  if (!range || !section || clause === undefined || words === undefined) return undefined
  const page = readPage(section)
  const chosen = page.at.flatMap(({ node, offset }, index) => (isWithin(range, node, offset) ? [index] : []))
  const [first] = chosen
  const last = chosen.at(-1)
  const nothing = { clause, span: { from: 0, to: 0 } }
  if (first === undefined || last === undefined) return nothing
  // The page shows words where the text has a reference or a party: it is looked up by the words around.
  const span = findQuote(makeLookup(words), quoteOf(page.text, { from: first, to: last + 1 }))
  return span ? { clause, span } : nothing
}

/** Where a part of a clause's text stands in the page; undefined where it is not shown as it is. */
export function pageRange(clause: string, words: string, span: Span): Range | undefined {
  const section = document.querySelector(`[data-clause="${CSS.escape(clause)}"]`)
  if (!section) return undefined
  const page = readPage(section)
  const found = findQuote(makeLookup(page.text), quoteOf(words, span))
  const first = found && page.at[found.from]
  const last = found && page.at[found.to - 1]
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

function readPage(section: Element): PageText {
  const page: PageText = { text: '', at: [] }
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    const isOther = node instanceof HTMLElement && (node.dataset['clause'] !== undefined || 'noWords' in node.dataset)
    return isOther ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
  })
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    page.text += node.data
    for (let offset = 0; offset < node.data.length; offset += 1) page.at.push({ node, offset })
  }
  return page
}

function isWithin(range: Range, node: Text, offset: number): boolean {
  return range.comparePoint(node, offset) >= 0 && range.comparePoint(node, offset + 1) <= 0
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}
