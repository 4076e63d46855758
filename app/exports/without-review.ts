import type { Block, DocumentTree, Heading, Inline, Paragraph, Table, TextRun, Tracked } from './tree'

/** The document as it stands: without what is only suggested, without comments. What has no marks stays the same object. */
export function withoutReview(tree: DocumentTree): DocumentTree {
  const { comments: _comments, formerTitle, ...rest } = tree
  return { ...rest, title: formerTitle?.title ?? tree.title, blocks: standing(tree.blocks) }
}

const isOnlySuggested = (tracked: Tracked | undefined): boolean => tracked?.inserted !== undefined

/** Blocks without what is only suggested; what a suggested break took apart is one again. */
function standing(blocks: readonly Block[]): Block[] {
  const row: Block[] = []
  let open: Inline[] = []
  for (const block of blocks) {
    const isText = block.type === 'heading' || block.type === 'paragraph'
    if (!isText) row.push(...standingBlock(block))
    else {
      const children = [...open, ...block.children.flatMap(standingInline)]
      open = isOnlySuggested(block.tracked) ? children : []
      const { tracked, ...plain } = block
      if (!isOnlySuggested(tracked)) row.push({ ...plain, children })
    }
  }
  if (open.length > 0) row.push({ type: 'paragraph', children: open })
  return row
}

function standingBlock(block: Exclude<Block, Heading | Paragraph>): Block[] {
  switch (block.type) {
    case 'list': {
      const items = joinedItems(block.items).map(standing).filter((item) => item.length > 0)
      return items.length > 0 ? [{ ...block, items }] : []
    }
    case 'table':
      return isOnlySuggested(block.tracked) ? [] : [standingTable(block)]
    case 'figure':
      return isOnlySuggested(block.tracked) ? [] : [block]
    case 'page-break':
      return [block]
  }
}

/** An item that begins at a break that is only suggested goes on the one before. */
function joinedItems(items: readonly Block[][]): Block[][] {
  return items.reduce<Block[][]>((row, item) => {
    const last = row.at(-1)
    const end = last?.at(-1)
    if (last && end?.type === 'paragraph' && isOnlySuggested(end.tracked)) row[row.length - 1] = [...last, ...item]
    else row.push(item)
    return row
  }, [])
}

function standingTable({ tracked: _tracked, rowsTracked, formerCaption, ...table }: Table): Table {
  return {
    ...table,
    caption: formerCaption?.caption ?? table.caption,
    rows: table.rows.flatMap((row, index) =>
      isOnlySuggested(rowsTracked?.[index]) ? [] : [row.map((cell) => ({ ...cell, children: standing(cell.children) }))],
    ),
  }
}

function standingInline(run: Inline): Inline[] {
  if (isOnlySuggested(run.tracked)) return []
  const { tracked: _tracked, comments: _comments, ...plain } = run
  return plain.type === 'text' ? [asBefore(plain)] : [plain]
}

function asBefore({ formatted, ...run }: TextRun): TextRun {
  if (!formatted) return run
  const { bold: _bold, italic: _italic, ...plain } = run
  return { ...plain, ...(formatted.bold ? { bold: true } : {}), ...(formatted.italic ? { italic: true } : {}) }
}
