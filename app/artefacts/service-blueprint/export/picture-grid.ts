import type { Translate } from '../../kind'
import { linesDrawn } from '../model/arrangement'
import type { BlueprintLine, Card, ServiceBlueprint } from '../model/content'
import { colours } from './colours'
import { sizes, type CardBox, type PictureLayout, type RowBox } from './picture-layout'
import { element, words } from './svg'
import { textWidth } from '../../../lib/text-width'

const cardLooks: Record<Card['mark'], { ground: string; edge: string; ink: string }> = {
  none: { ground: colours.surface, edge: colours.line, ink: colours.ink },
  'pain-point': { ground: colours.painPointSoft, edge: colours.painPoint, ink: colours.painPoint },
  idea: { ground: colours.ideaSoft, edge: colours.idea, ink: colours.idea },
}

/** Each line's own pattern, told apart without colour. */
const lineLooks: Record<BlueprintLine, { dashes: string | undefined; width: number }> = {
  interaction: { dashes: undefined, width: 2.5 },
  visibility: { dashes: '12 7', width: 2.5 },
  'internal-interaction': { dashes: '2 6', width: 3 },
}

/** A lane's ground and name. */
export function drawLane({ name, top, height, cells }: RowBox, index: number, layout: PictureLayout): string {
  const { width, columns } = layout
  const ground = index % 2 === 0 ? colours.surface : colours.sunken
  return element(
    'g',
    {},
    element('rect', {
      x: sizes.margin,
      y: top,
      width: width - 2 * sizes.margin,
      height,
      fill: ground,
    }),
    element('path', {
      d: `M${sizes.margin} ${top}H${width - sizes.margin}`,
      stroke: colours.line,
      'stroke-width': 1,
    }),
    // A plot runs through all phases; elsewhere a hair line parts them.
    cells.some(({ feeling }) => feeling)
      ? ''
      : element('path', {
          d: columns.map(({ left }) => `M${left} ${top}V${top + height}`).join(''),
          stroke: colours.line,
          'stroke-width': 1,
        }),
    drawLines(name, sizes.margin + 12, top + sizes.cellPadding + 2, {
      size: sizes.laneName,
      line: sizes.laneLine,
      weight: 700,
    }),
  )
}

/** The phases as arrows that lead from one to the next. */
export function drawHeader({ columns, headerTop, headerHeight }: PictureLayout): string {
  const tip = 14
  const arrows = columns.map(({ name, left }, index) => {
    const right = left + sizes.phaseColumn - 4
    const middle = headerTop + headerHeight / 2
    const bottom = headerTop + headerHeight
    const tail = index === 0 ? '' : `L${left + tip} ${middle}`
    const textTop = middle - (name.length * sizes.phaseLine) / 2
    return (
      element('path', {
        d: `M${left} ${headerTop}H${right - tip}L${right} ${middle}L${right - tip} ${bottom}H${left}${tail}Z`,
        fill: colours.accent,
      }) +
      drawLines(name, left + 24, textTop, {
        size: sizes.phaseName,
        line: sizes.phaseLine,
        weight: 700,
        fill: colours.surface,
      })
    )
  })
  return element('g', {}, ...arrows)
}

/** A card with its mark as a shape and a word, its words, and whose work it is by which channel. */
export function drawCard(box: CardBox, left: number, rowTop: number): string {
  const look = cardLooks[box.card.mark]
  const top = rowTop + box.top
  const width = sizes.phaseColumn - 2 * sizes.cellPadding
  const inner = left + sizes.cardPadding
  let y = top + sizes.cardPadding
  const drawn = [
    element('rect', {
      x: left,
      y: top,
      width,
      height: box.height,
      rx: 6,
      fill: look.ground,
      stroke: look.edge,
      'stroke-width': 1,
    }),
  ]
  if (box.mark) {
    drawn.push(markShape(box.card.mark, inner, y + 1, look.ink))
    drawn.push(
      drawLines([box.mark], inner + sizes.markWidth, y, {
        size: sizes.small,
        line: sizes.smallLine,
        weight: 700,
        fill: look.ink,
      }),
    )
    y += sizes.smallLine + 2
  }
  drawn.push(drawLines(box.text, inner, y, { size: sizes.text, line: sizes.textLine }))
  y += box.text.length * sizes.textLine + 4
  for (const { kind, lines } of box.details) {
    drawn.push(detailShape(kind, inner, y + 2))
    drawn.push(
      drawLines(lines, inner + sizes.markWidth, y, {
        size: sizes.small,
        line: sizes.smallLine,
        fill: colours.inkSoft,
      }),
    )
    y += lines.length * sizes.smallLine
  }
  return element('g', {}, ...drawn)
}

/** The line below a lane, across the whole grid, with its name. */
export function drawLine({ lane, top, height }: RowBox, width: number, t: Translate): string {
  if (!lane.lineBelow) return ''
  const { dashes, width: stroke } = lineLooks[lane.lineBelow]
  const name = t(`line.${lane.lineBelow}.name`)
  const y = top + height + sizes.lineBand / 2
  const nameEnd = sizes.margin + 12 + textWidth(name, sizes.small, 700) + 12
  return element(
    'g',
    {},
    element('path', {
      d: `M${nameEnd} ${y}H${width - sizes.margin}`,
      stroke: colours.accent,
      'stroke-width': stroke,
      'stroke-dasharray': dashes,
    }),
    drawLines([name], sizes.margin + 12, y - sizes.smallLine / 2, {
      size: sizes.small,
      line: sizes.smallLine,
      weight: 700,
      fill: colours.accent,
    }),
  )
}

/** What the shapes mean; only of those that the picture has. */
export function drawLegend(content: ServiceBlueprint, { gridBottom }: PictureLayout, t: Translate): string {
  const top = gridBottom + 20
  let left: number = sizes.margin + 12
  const entries: string[] = []
  const entry = (shape: string, shapeWidth: number, label: string) => {
    entries.push(
      shape,
      drawLines([label], left + shapeWidth + 6, top, { size: sizes.small, line: sizes.smallLine }),
    )
    left += shapeWidth + 6 + textWidth(label, sizes.small) + 28
  }
  for (const mark of ['pain-point', 'idea'] as const) {
    if (!content.cards.some((card) => card.mark === mark)) continue
    entry(markShape(mark, left, top + 1, cardLooks[mark].ink), 14, t(`mark.${mark}`))
  }
  for (const kind of ['organisation', 'channel'] as const) {
    if (!content.cards.some((card) => card[kind].trim())) continue
    entry(detailShape(kind, left, top + 2), 14, t(`card.${kind}`))
  }
  for (const { line } of linesDrawn(content.lanes)) {
    const { dashes, width } = lineLooks[line]
    const stroke = {
      d: `M${left} ${top + 8}h36`,
      stroke: colours.accent,
      'stroke-width': width,
      'stroke-dasharray': dashes,
    }
    entry(element('path', stroke), 36, t(`line.${line}.name`))
  }
  return element('g', {}, ...entries)
}

interface Letters {
  size: number
  line: number
  weight?: 400 | 700
  fill?: string
  anchor?: 'middle' | 'end'
}

/** Lines of text below each other; `top` is where the first line's box begins. */
export function drawLines(lines: readonly string[], left: number, top: number, letters: Letters): string {
  const { size, line, weight, fill, anchor } = letters
  return lines
    .map((content, index) =>
      content
        ? element(
            'text',
            {
              x: left,
              y: top + index * line + line / 2 + size * 0.34,
              'font-size': size,
              'font-weight': weight,
              fill,
              'text-anchor': anchor,
            },
            words(content),
          )
        : '',
    )
    .join('')
}

function markShape(mark: Card['mark'], x: number, y: number, ink: string): string {
  const at = { transform: `translate(${x} ${y})` }
  if (mark === 'pain-point') {
    return element(
      'g',
      at,
      element('path', { d: 'M7 .8 13.6 12.6H.4Z', fill: ink }),
      element('path', { d: 'M7 5v3.6M7 10.2v1', stroke: colours.surface, 'stroke-width': 1.6 }),
    )
  }
  return element(
    'g',
    at,
    element('path', {
      d: 'M7 .8a4.4 4.4 0 0 1 2.2 8.2V10.4H4.8V9A4.4 4.4 0 0 1 7 .8Z',
      fill: ink,
    }),
    element('path', { d: 'M4.8 12.4h4.4', stroke: ink, 'stroke-width': 1.6 }),
  )
}

function detailShape(kind: 'organisation' | 'channel', x: number, y: number): string {
  const drawn = { fill: 'none', stroke: colours.inkSoft, 'stroke-width': 1.3, 'stroke-linejoin': 'round' }
  const d =
    kind === 'organisation'
      ? 'M2 12V2.5h6V12M8 5.5h4V12M1 12h12M4 5h2M4 8h2'
      : 'M1.5 1.8h11v7.4H6L3.4 12V9.2H1.5Z'
  return element('path', { ...drawn, d, transform: `translate(${x} ${y}) scale(.92)` })
}
