import type { SvgElement } from './parse-svg'

/** In a picture's own units. */
export interface PictureSize {
  width: number
  height: number
}

const usual: PictureSize = { width: 800, height: 600 }

const largest = 100_000

/** How many times one side may be the other: a picture thinner than that shows nothing. */
const mostDrawnOut = 100

/** A size that can be drawn: what is none becomes a usual one, and what is out of measure is brought within it. */
export function soundSize({ width, height }: PictureSize): PictureSize {
  if (![width, height].every((side) => Number.isFinite(side) && side > 0)) return usual
  const wide = Math.max(1, Math.min(width, largest))
  const high = Math.max(1, Math.min(height, largest))
  return { width: Math.max(wide, high / mostDrawnOut), height: Math.max(high, wide / mostDrawnOut) }
}

/** The size a picture says of itself, or a usual one where it says none in plain numbers. */
export function sizeOf({ attributes }: SvgElement): PictureSize {
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? '').trim().split(/[\s,]+/).map(Number)
  return soundSize({
    width: Number.parseFloat(attributes.width ?? '') || (boxWidth ?? 0),
    height: Number.parseFloat(attributes.height ?? '') || (boxHeight ?? 0),
  })
}

/** Of a PNG in pixels: twice the drawing's own size, within what an image viewer of today opens without trouble. */
export function pictureWidth(width: number): number {
  return Math.round(Math.min(8_000, Math.max(1_200, width * 2)))
}
