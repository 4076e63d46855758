import { listOf } from './list-of'
import type { Picture, Translate } from '../../kind'
import { linesDrawn } from '../model/arrangement'
import type { ServiceBlueprint } from '../model/content'
import { colours } from './colours'
import { laneName, phaseName } from '../model/names'
import { drawFeelings } from './picture-feelings'
import { drawCard, drawHeader, drawLane, drawLegend, drawLine } from './picture-grid'
import { layOut, sizes } from './picture-layout'
import { element, words } from './svg'

/** The whole grid, every word of it, as a picture that needs nothing from outside. */
export function drawPicture(content: ServiceBlueprint, t: Translate): Picture {
  const layout = layOut(content, t)
  const { width, height, columns, rows } = layout
  const description = describe(content, t)
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'description',
      'font-family': "'Atkinson Hyperlegible Next', 'DejaVu Sans', 'Noto Emoji', sans-serif",
      fill: colours.ink,
    },
    element('desc', { id: 'description' }, words(description)),
    element('rect', { width, height, fill: colours.paper }),
    ...rows.map((row, index) => drawLane(row, index, layout)),
    drawHeader(layout),
    ...rows.map((row) => (row.cells.some(({ feeling }) => feeling) ? drawFeelings(row, columns) : '')),
    ...rows.flatMap((row) =>
      row.cells.flatMap((cell, index) =>
        cell.cards.map((box) => drawCard(box, (columns[index]?.left ?? 0) + sizes.cellPadding, row.top)),
      ),
    ),
    ...rows.map((row) => drawLine(row, width, t)),
    drawLegend(content, layout, t),
  )
  return { svg, width, height, description }
}

/** What the picture shows, for somebody who cannot see it; every card follows in words elsewhere. */
function describe(content: ServiceBlueprint, t: Translate): string {
  const { phases, lanes, cards } = content
  if (phases.length === 0 || lanes.length === 0) return t('picture.emptyDescription')
  const sentences = [
    t('picture.description', {
      phases: t('count.phases', { count: phases.length }),
      phaseNames: listOf(phases.map((phase) => phaseName(phase, t))),
      lanes: t('count.lanes', { count: lanes.length }),
      laneNames: listOf(lanes.map((lane) => laneName(lane, t))),
      cards: t('count.cards', { count: cards.length }),
    }),
    ...linesDrawn(lanes).map(({ lane, line }) =>
      t('picture.lineDescription', { line: t(`line.${line}.name`), lane: laneName(lane, t) }),
    ),
    feelingsDescription(content, t),
  ]
  return sentences.filter(Boolean).join(' ')
}

function feelingsDescription(content: ServiceBlueprint, t: Translate): string {
  const names = new Map(content.phases.map((phase) => [phase.id, phaseName(phase, t)]))
  const judged = content.feelings.flatMap(({ phase, value }) => {
    const name = names.get(phase)
    return value === null || name === undefined ? [] : [{ name, value }]
  })
  const [first] = judged
  if (!first) return ''
  const best = judged.reduce((most, one) => (one.value > most.value ? one : most), first)
  const worst = judged.reduce((least, one) => (one.value < least.value ? one : least), first)
  return t('picture.feelingsDescription', { best: best.name, worst: worst.name })
}
