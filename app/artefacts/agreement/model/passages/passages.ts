import * as Y from 'yjs'
import {
  findBetween,
  findQuote,
  lettersOf,
  makeLookup,
  objectMark,
  quoteOf,
  type Lookup,
  type PassageAnchor,
  type Span,
} from '../../../../remarks/model/anchor'
import { bodyOf } from '../document'
import type { Element } from '../elements'
import { indexOf, positionsOf, readClauseText, type ClauseText } from './clause-text'

/** A passage as it stands now, in the text of its clause (see `ClauseText`). */
export interface Passage {
  /** The clause's id. */
  item: string
  span: Span
  words: string
}

/** The passages of a live agreement. */
export interface Passages {
  /**
   * An anchor for a span of a clause's text; undefined for one that holds no words, and in a clause that is gone. `name`:
   * what the clause is called, to tell it by when it is gone.
   */
  anchor(clause: string, span: Span, name: string): PassageAnchor | undefined
  /**
   * Where it stands: the same on every replica. By its positions while these are there and hold words, else by its words
   * among those around them. Undefined where it is gone. Answered from memory until its clause changes.
   */
  find(anchor: PassageAnchor): Passage | undefined
  /** What a clause says itself; undefined where it is gone. */
  textOf(clause: string): string | undefined
  close(): void
}

interface KnownClause extends ClauseText {
  /** Made when it is asked for: most passages are found by their positions. */
  lookup(): Lookup
  found: WeakMap<PassageAnchor, Passage | null>
}

export function openPassages(root: Y.Map<unknown>): Passages {
  return new LivePassages(root)
}

class LivePassages implements Passages {
  /** By id: two where two people have just moved the same clause. Undefined: to be looked for anew. */
  private elements: Map<string, Element[]> | undefined
  private readonly known = new WeakMap<Element, KnownClause>()

  constructor(private readonly root: Y.Map<unknown>) {
    root.observeDeep(this.changed)
  }

  anchor(clause: string, span: Span, name: string): PassageAnchor | undefined {
    const [element] = this.elementsOf(clause)
    const known = element && this.knownOf(element)
    const words = known && trimmed(known.text, span)
    const positions = words && positionsOf(known, words)
    if (!positions) return undefined
    return { on: 'passage', item: clause, name: name.slice(0, 200), ...quoteOf(known.text, words), ...positions }
  }

  find(anchor: PassageAnchor): Passage | undefined {
    for (const element of this.elementsOf(anchor.item)) {
      const known = this.knownOf(element)
      let found = known.found.get(anchor)
      if (found === undefined) {
        found = this.look(known, anchor)
        known.found.set(anchor, found)
      }
      if (found) return found
    }
    return undefined
  }

  textOf(clause: string): string | undefined {
    const [element] = this.elementsOf(clause)
    return element && this.knownOf(element).text
  }

  close(): void {
    this.root.unobserveDeep(this.changed)
  }

  private look(known: KnownClause, anchor: PassageAnchor): Passage | null {
    const span = this.spanOf(known, anchor)
    return span ? { item: anchor.item, span, words: known.text.slice(span.from, span.to) } : null
  }

  private spanOf(known: KnownClause, anchor: PassageAnchor): Span | undefined {
    const { doc } = this.root
    if (!doc) return undefined
    const from = indexOf(known, anchor.start, doc)
    const to = indexOf(known, anchor.end, doc)
    const bounds = from !== undefined && to !== undefined ? { from, to } : undefined
    const marked = bounds && trimmed(known.text, bounds)
    if (marked && quoteOf(known.text, marked).quote === anchor.quote) return marked
    const quoted = findQuote(known.lookup(), anchor)
    // A paragraph that was broken in two is written anew from the break on, and its positions there are gone. The same words
    // at another place are not meant.
    if (marked) return quoted && quoted.from <= marked.to && quoted.to >= marked.from ? quoted : marked
    return quoted ?? findBetween(known.lookup(), anchor) ?? restOf(known, { from, to }, lettersOf(anchor.quote))
  }

  private elementsOf(id: string): readonly Element[] {
    this.elements ??= collect(bodyOf(this.root))
    return this.elements.get(id) ?? []
  }

  private knownOf(element: Element): KnownClause {
    const found = this.known.get(element)
    if (found) return found
    const text = readClauseText(element)
    let lookup: Lookup | undefined
    const made: KnownClause = { ...text, lookup: () => (lookup ??= makeLookup(text.text)), found: new WeakMap() }
    this.known.set(element, made)
    return made
  }

  private readonly changed = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const { target } of events) {
      if (!(target instanceof Y.XmlText)) this.elements = undefined
      const clause = clauseAround(target)
      if (clause) this.known.delete(clause)
    }
  }
}

/** What is left where one end of a passage went with its paragraph: up to the end of the line, or from its beginning. */
function restOf({ text }: ClauseText, { from, to }: Partial<Span>, quote: string): Span | undefined {
  if (from !== undefined && to === undefined) {
    const end = text.indexOf('\n', from)
    const rest = trimmed(text, { from, to: end < 0 ? text.length : end })
    return rest && quote.startsWith(lettersOf(text.slice(rest.from, rest.to))) ? rest : undefined
  }
  if (from === undefined && to !== undefined) {
    const rest = trimmed(text, { from: text.lastIndexOf('\n', to - 1) + 1, to })
    return rest && quote.endsWith(lettersOf(text.slice(rest.from, rest.to))) ? rest : undefined
  }
  return undefined
}

/** Without what is no word at its ends; undefined where nothing is left. */
function trimmed(text: string, { from, to }: Span): Span | undefined {
  const isWord = (index: number) => {
    const letter = text.charAt(index)
    return letter !== objectMark && letter.trim() !== ''
  }
  let first = Math.max(0, from)
  let end = Math.min(to, text.length)
  while (first < end && !isWord(first)) first += 1
  while (end > first && !isWord(end - 1)) end -= 1
  return first < end ? { from: first, to: end } : undefined
}

function collect(body: Y.XmlFragment | undefined): Map<string, Element[]> {
  const elements = new Map<string, Element[]>()
  const look = (parent: Y.XmlFragment, depth: number) => {
    for (const child of parent.toArray()) {
      if (!isClause(child)) continue
      const id = idOf(child)
      elements.set(id, [...(elements.get(id) ?? []), child])
      if (depth < 60) look(child as unknown as Y.XmlFragment, depth + 1)
    }
  }
  if (body) look(body, 0)
  return elements
}

/** As `readAgreement` knows it. */
function idOf(clause: Element): string {
  const id = clause.getAttribute('id')
  const made = clause._item?.id
  return typeof id === 'string' ? id : `c-${made?.client}-${made?.clock}`
}

function clauseAround(type: unknown): Element | undefined {
  for (let one = type; one instanceof Y.AbstractType; one = one.parent) if (isClause(one)) return one
  return undefined
}

function isClause(type: unknown): type is Element {
  return type instanceof Y.XmlElement && type.nodeName === 'clause'
}
