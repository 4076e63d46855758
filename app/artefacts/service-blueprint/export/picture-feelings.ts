import { curvePath, type Point } from '../model/curve'
import { feelingScale } from '../model/content'
import { colours } from './colours'
import { drawLines } from './picture-grid'
import { sizes, type ColumnBox, type RowBox } from './picture-layout'
import { element } from './svg'

/** The client's feelings as a curve through the phases that were judged, with their words below. */
export function drawFeelings({ top, cells }: RowBox, columns: readonly ColumnBox[]): string {
  const last = columns[columns.length - 1]
  const [first] = columns
  if (!first || !last) return ''
  const right = last.left + sizes.phaseColumn
  const points = cells.flatMap(({ feeling }, index): Point[] => {
    const value = feeling?.feeling?.value ?? null
    const left = columns[index]?.left ?? 0
    if (value === null) return []
    return [{ x: left + sizes.phaseColumn / 2, y: plotHeight(top, value) }]
  })
  return element(
    'g',
    {},
    ...[feelingScale.most, 0, feelingScale.least].map((value) => guide(value, top, first.left, right)),
    element('path', {
      d: curvePath(points),
      fill: 'none',
      stroke: colours.accent,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
    ...points.map(({ x, y }) =>
      element('circle', {
        cx: x,
        cy: y,
        r: 6,
        fill: colours.surface,
        stroke: colours.accent,
        'stroke-width': 3,
      }),
    ),
    ...cells.map(({ feeling }, index) => {
      if (!feeling) return ''
      const left = (columns[index]?.left ?? 0) + sizes.cellPadding
      const wordsTop = top + sizes.plot + feeling.name.length * sizes.smallLine
      return (
        drawLines(feeling.name, left, top + sizes.plot, {
          size: sizes.small,
          line: sizes.smallLine,
          weight: 700,
        }) + drawLines(feeling.words, left, wordsTop, { size: sizes.small, line: sizes.smallLine })
      )
    }),
  )
}

function guide(value: number, top: number, left: number, right: number): string {
  const y = plotHeight(top, value)
  const line = {
    d: `M${left} ${y}H${right}`,
    stroke: value === 0 ? colours.lineStrong : colours.line,
    'stroke-width': 1,
    'stroke-dasharray': value === 0 ? undefined : '3 5',
  }
  const letters = { size: sizes.small, line: sizes.smallLine, fill: colours.inkSoft, anchor: 'end' } as const
  return element('path', line) + drawLines([signed(value)], left - 8, y - sizes.smallLine / 2, letters)
}

function plotHeight(top: number, value: number): number {
  const inner = sizes.plot - 2 * sizes.plotPadding
  const share = (feelingScale.most - value) / (feelingScale.most - feelingScale.least)
  return top + sizes.plotPadding + share * inner
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : '0'
}
