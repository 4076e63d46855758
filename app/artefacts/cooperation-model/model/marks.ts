import { organisationShapes } from '../../organisation-shapes'
import type { OrganisationType } from '../../organisation-types'
import { lineHeight } from '../../shared/text-width'
import type { Box } from './boxes'
import { inks, organisationLooks } from './looks'

/** One stroke of a picture. A writer turns it into SVG text, a component into SVG elements; both draw the same. */
export type Mark = RectMark | PathMark | WordsMark

export interface RectMark {
  kind: 'rect'
  box: Box
  radius: number
  fill: string
  stroke?: string
  strokeWidth?: number
  dash?: string
}

export interface PathMark {
  kind: 'path'
  d: string
  fill?: string
  stroke?: string
  strokeWidth?: number
  dash?: string
  round?: boolean
  /** Where the path's own origin stands, and how much larger it is drawn. */
  at?: { x: number; y: number; scale: number }
}

export interface WordsMark {
  kind: 'words'
  x: number
  /** The base line of the first line; the others follow at `lineHeight`. */
  y: number
  lines: readonly string[]
  size: number
  bold: boolean
  ink: string
  anchor: 'start' | 'middle'
}

export interface Drawing {
  /** What of the board is seen, in board units. */
  view: Box
  marks: Mark[]
}

/** An organisation type's shape in its colour, `size` wide. */
export function drawShape(organisationType: OrganisationType, x: number, y: number, size: number): Mark {
  return {
    kind: 'path',
    d: organisationShapes[organisationType],
    fill: organisationLooks[organisationType].ink,
    at: { x, y, scale: size / 16 },
  }
}

/** Lines of words, the first beginning at `top`. */
export function words(
  lines: readonly string[],
  x: number,
  top: number,
  size: number,
  look: { bold?: boolean; ink?: string; anchor?: WordsMark['anchor'] } = {},
): WordsMark {
  const { bold = false, ink = inks.ink, anchor = 'start' } = look
  return { kind: 'words', x, y: baseline(top, size), lines, size, bold, ink, anchor }
}

/** The base line of the first of several lines that begin at `top`: the face's ascent under half of the leading. */
export const baseline = (top: number, size: number): number => top + size * (0.984 + (lineHeight - 1.3) / 2)
