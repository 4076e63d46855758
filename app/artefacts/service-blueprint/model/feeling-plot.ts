import { feelingScale, type Feeling, type Phase } from './content'
import { curvePath, type Point } from './curve'

/** The box of one phase's part of the plot; the whole plot is these side by side. */
export const plotBox = { width: 100, height: 100, padding: 14 } as const

/** How far down the plot a feeling stands, within `plotBox.height`. */
export function heightOf(value: number): number {
  const inner = plotBox.height - 2 * plotBox.padding
  const { least, most } = feelingScale
  return plotBox.padding + ((most - value) / (most - least)) * inner
}

/**
 * The feeling that stands at a share (0 top … 1 bottom) of the plot's height, on the nearest step of the
 * scale.
 */
export function feelingAt(share: number): number {
  const { least, most, step } = feelingScale
  const within = (share * plotBox.height - plotBox.padding) / (plotBox.height - 2 * plotBox.padding)
  const value = most - within * (most - least)
  return Math.min(most, Math.max(least, Math.round(value / step) * step)) + 0
}

/**
 * The curve through all judged phases, as the `d` of a path over the whole plot; empty for fewer than two.
 */
export function plotPath(
  phases: readonly Phase[],
  feelingIn: (phase: string) => Feeling | undefined,
): string {
  const points = phases.flatMap(({ id }, index): Point[] => {
    const value = feelingIn(id)?.value ?? null
    return value === null ? [] : [{ x: (index + 0.5) * plotBox.width, y: heightOf(value) }]
  })
  return curvePath(points)
}
