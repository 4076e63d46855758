/** A cell of the grid: column 0 is the clause itself. */
export interface GridPlace {
  row: number
  column: number
}

/** What a cell is marked with in the page. */
export function nameOfPlace({ row, column }: GridPlace): string {
  return `${row} ${column}`
}

/** The cell that is marked so. */
export function placeNamed(name: string): GridPlace {
  const [row = 0, column = 0] = name.split(' ').map(Number)
  return { row, column }
}

interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const aPage = 10

/** Where a key leads from a cell; undefined for a key that does not move. */
export function movedTo(
  { key, ctrlKey, metaKey, altKey }: PressedKey,
  { row, column }: GridPlace,
  size: { rows: number; columns: number },
): GridPlace | undefined {
  if (altKey) return undefined
  const toEnd = ctrlKey || metaKey
  const [last, end] = [size.rows - 1, size.columns - 1]
  const within = (next: GridPlace) => ({
    row: Math.max(0, Math.min(next.row, last)),
    column: Math.max(0, Math.min(next.column, end)),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ row: toEnd ? 0 : row - 1, column })
    case 'ArrowDown':
      return within({ row: toEnd ? last : row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: toEnd ? 0 : column - 1 })
    case 'ArrowRight':
      return within({ row, column: toEnd ? end : column + 1 })
    case 'Home':
      return within({ row: toEnd ? 0 : row, column: 0 })
    case 'End':
      return within({ row: toEnd ? last : row, column: end })
    case 'PageUp':
      return within({ row: row - aPage, column })
    case 'PageDown':
      return within({ row: row + aPage, column })
    default:
      return undefined
  }
}
