import { plainLine } from '../lib/plain-text'
import type { SettledHeading } from './settled'
import type { Block, Heading } from './tree'

interface Open {
  /** As the tree says it, skipped levels and all. */
  asked: number
  numbered: boolean
}

/** Counts numbered headings: each is numbered under the numbered headings above it (1, 1.1, 1.1.1). */
class Numbers {
  private readonly counts: number[] = []

  next(depth: number): string {
    this.counts.length = Math.min(this.counts.length, depth)
    while (this.counts.length < depth) this.counts.push(0)
    this.counts[depth - 1] = (this.counts[depth - 1] ?? 0) + 1
    return this.counts.join('.')
  }
}

/** Levels, numbers and anchors of a document's top-level headings; their words come later, as they may hold references. */
export function settleHeadings(blocks: readonly Block[]): Map<Heading, SettledHeading> {
  const settled = new Map<Heading, SettledHeading>()
  const numbers = new Numbers()
  let open: Open[] = []
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    const asked = Math.max(1, Math.min(5, Math.trunc(block.level) || 1))
    open = open.filter((above) => above.asked < asked)
    const level = open.length + 1
    const numbered = block.numbered === true
    const depth = numbered ? open.filter((above) => above.numbered).length + 1 : 0
    open.push({ asked, numbered })
    settled.set(block, {
      type: 'heading',
      level,
      depth,
      ...(numbered ? { number: numbers.next(depth) } : {}),
      anchor: `section_${settled.size + 1}`,
      children: [],
      title: '',
      ...(block.id === undefined ? {} : { id: block.id }),
      ...(block.tracked ? { tracked: block.tracked } : {}),
    })
  }
  return settled
}

/** By the id that references use; where two headings share one, the first that is not deleted has it. */
export function headingsById(settled: ReadonlyMap<Heading, SettledHeading>): Map<string, SettledHeading> {
  const byId = new Map<string, SettledHeading>()
  for (const [{ id }, heading] of settled) {
    if (id === undefined || plainLine(id) === '') continue
    const found = byId.get(id)
    if (!found || (found.tracked?.deleted && !heading.tracked?.deleted)) byId.set(id, heading)
  }
  return byId
}
