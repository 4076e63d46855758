import type { Block, Inline, Table, Tracked } from './tree'

/** The same blocks with all in them put in, or taken out. What says so already keeps who did it. */
export function markTracked(blocks: readonly Block[], tracked: Tracked): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
        return { ...block, children: markRuns(block.children, tracked), tracked: { ...tracked, ...block.tracked } }
      case 'paragraph':
        return { ...block, children: markRuns(block.children, tracked), tracked: { ...tracked, ...block.tracked } }
      case 'list':
        return { ...block, items: block.items.map((item) => markTracked(item, tracked)) }
      case 'table':
        return markTable(block, tracked)
      case 'figure':
        return { ...block, tracked: { ...tracked, ...block.tracked } }
      case 'page-break':
        return block
    }
  })
}

function markTable(table: Table, tracked: Tracked): Table {
  return {
    ...table,
    tracked: { ...tracked, ...table.tracked },
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, children: markTracked(cell.children, tracked) }))),
  }
}

export function markRuns(runs: readonly Inline[], tracked: Tracked): Inline[] {
  return runs.map((run) => ({ ...run, tracked: { ...tracked, ...run.tracked } }))
}
