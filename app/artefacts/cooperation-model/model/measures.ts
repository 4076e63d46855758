import type { ItemType, TextSize } from './content'

/**
 * Sizes that the board on the screen and the drawn picture share, in board units (one CSS pixel at 100 %).
 * Because both use them, a box is as tall in one as in the other.
 */
/** The author's name stands below the words, smaller. */
export const noteMeasures = { padding: 12, text: 16, author: 13, authorGap: 4 }

export const actorMeasures = { padding: 12, name: 17, type: 13, role: 14, shape: 18, shapeGap: 8, lineGap: 3 }

export const frameMeasures = { padding: 16, name: 19, gap: 12 }

/** A group's border, so that it is told from other frames without colours. */
export const groupDash = '7 5'

export const textMeasures: Record<TextSize, { size: number; bold: boolean }> = {
  small: { size: 15, bold: false },
  medium: { size: 19, bold: false },
  large: { size: 30, bold: true },
}

export const textPadding = 4

export const labelMeasures = { text: 14, paddingX: 7, paddingY: 3, width: 168 }

/** What a new item measures, and what it can be made at least. */
export const defaultSizes: Record<ItemType, { width: number; height: number }> = {
  note: { width: 192, height: 112 },
  actor: { width: 224, height: 72 },
  text: { width: 320, height: 36 },
  frame: { width: 520, height: 360 },
}

export const leastSizes: Record<ItemType, { width: number; height: number }> = {
  note: { width: 96, height: 48 },
  actor: { width: 144, height: 56 },
  text: { width: 80, height: 28 },
  frame: { width: 160, height: 96 },
}

/** One step of moving by keys; a long one with Shift. */
export const step = 8
export const longStep = 40
