import { plainLine, plainText } from '../../../lib/plain-text'
import { wrapText } from '../../../lib/text-width'
import type { Translate } from '../../kind'
import { arrange } from '../model/arrangement'
import type { Card, Feeling, Lane, Phase, ServiceBlueprint } from '../model/content'
import { feelingName, laneName, phaseName } from '../model/names'

/** Measures of the drawing, in its own units: a CSS pixel each when shown at full size. */
export const sizes = {
  margin: 24,
  laneColumn: 190,
  phaseColumn: 284,
  cellPadding: 7,
  cardGap: 6,
  cardPadding: 8,
  text: 15,
  textLine: 19,
  small: 13,
  smallLine: 17,
  phaseName: 18,
  phaseLine: 22,
  laneName: 16,
  laneLine: 20,
  markWidth: 20,
  lineBand: 24,
  plot: 120,
  plotPadding: 16,
  legendRow: 16,
} as const

export interface CardBox {
  card: Card
  /** From the top of the cell. */
  top: number
  height: number
  mark: string | undefined
  text: string[]
  details: Detail[]
}

/** Whose work it is, or how it reaches the client. */
export interface Detail {
  kind: 'organisation' | 'channel'
  lines: string[]
}

export interface FeelingBox {
  feeling: Feeling | undefined
  name: string[]
  words: string[]
}

export interface CellBox {
  cards: CardBox[]
  feeling: FeelingBox | undefined
  height: number
}

export interface RowBox {
  lane: Lane
  name: string[]
  top: number
  height: number
  cells: CellBox[]
}

export interface ColumnBox {
  phase: Phase
  name: string[]
  left: number
}

export interface PictureLayout {
  columns: ColumnBox[]
  rows: RowBox[]
  headerTop: number
  headerHeight: number
  /** Where the grid ends and the legend begins. */
  gridBottom: number
  width: number
  height: number
}

/** Where everything stands: each row as high as its fullest cell. */
export function layOut(content: ServiceBlueprint, t: Translate): PictureLayout {
  const { phases, lanes, cardsIn, feelingIn } = arrange(content)
  const columns = phases.map((phase, index) => ({
    phase,
    name: wrapText(phaseName(phase, t), sizes.phaseColumn - 48, sizes.phaseName, 700),
    left: sizes.margin + sizes.laneColumn + index * sizes.phaseColumn,
  }))
  const headerLines = Math.max(1, ...columns.map(({ name }) => name.length))
  const headerHeight = headerLines * sizes.phaseLine + 20
  const rows: RowBox[] = []
  let top = sizes.margin + headerHeight + 8
  for (const lane of lanes) {
    const name = wrapText(laneName(lane, t), sizes.laneColumn - 24, sizes.laneName, 700)
    const cells = phases.map((phase) => {
      const feeling = lane.kind === 'feelings' ? feelingBox(feelingIn(phase.id), t) : undefined
      return cellBox(cardsIn(phase.id, lane.id), feeling, t)
    })
    const nameHeight = name.length * sizes.laneLine + 2 * sizes.cellPadding
    const height = Math.max(44, nameHeight, ...cells.map((cell) => cell.height))
    rows.push({ lane, name, top, height, cells })
    top += height + (lane.lineBelow ? sizes.lineBand : 0)
  }
  const width = 2 * sizes.margin + sizes.laneColumn + Math.max(2, phases.length) * sizes.phaseColumn
  const height = top + 20 + sizes.legendRow + sizes.margin
  return { columns, rows, headerTop: sizes.margin, headerHeight, gridBottom: top, width, height }
}

function cellBox(cards: readonly Card[], feeling: FeelingBox | undefined, t: Translate): CellBox {
  const boxes: CardBox[] = []
  let top = sizes.cellPadding
  if (feeling) top = sizes.plot + (feeling.name.length + feeling.words.length) * sizes.smallLine + 8
  for (const card of cards) {
    const box = cardBox(card, top, t)
    boxes.push(box)
    top += box.height + sizes.cardGap
  }
  const end = boxes.length > 0 ? top - sizes.cardGap : top
  return { cards: boxes, feeling, height: end + sizes.cellPadding }
}

function cardBox(card: Card, top: number, t: Translate): CardBox {
  const width = sizes.phaseColumn - 2 * sizes.cellPadding - 2 * sizes.cardPadding
  const mark = card.mark === 'none' ? undefined : t(`mark.${card.mark}`)
  const text = wrapText(plainText(card.text).trim() || t('card.empty'), width, sizes.text)
  const details = (['organisation', 'channel'] as const)
    .filter((kind) => plainLine(card[kind]))
    .map((kind) => ({ kind, lines: wrapText(plainLine(card[kind]), width - sizes.markWidth, sizes.small) }))
  const detailLines = details.reduce((count, { lines }) => count + lines.length, 0)
  const height =
    2 * sizes.cardPadding +
    (mark ? sizes.smallLine + 2 : 0) +
    text.length * sizes.textLine +
    (detailLines > 0 ? 4 + detailLines * sizes.smallLine : 0)
  return { card, top, height, mark, text, details }
}

function feelingBox(feeling: Feeling | undefined, t: Translate): FeelingBox {
  const width = sizes.phaseColumn - 2 * sizes.cellPadding
  const words = plainText(feeling?.words ?? '').trim()
  return {
    feeling,
    name: wrapText(feelingName(feeling, t), width, sizes.small, 700),
    words: words ? wrapText(words, width, sizes.small) : [],
  }
}
