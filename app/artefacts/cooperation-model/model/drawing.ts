import { lineHeight } from '../../shared/text-width'
import type { Translate } from '../../kind'
import { actorLines, authorLines, boardBoxes, boxAround, frameLines, linesHeight, textLines, wordedBoxes, type Box } from './boxes'
import { isFrame, isGroup, type Actor, type BoardItem, type Connector, type CooperationModel, type Frame, type Note } from './content'
import { borders, flowLooks, frameGrounds, inks, noteGrounds, organisationLooks } from './looks'
import { actorMeasures, frameMeasures, groupDash, labelMeasures, noteMeasures, textMeasures, textPadding } from './measures'
import { drawLegend } from './legend'
import { labelOf } from './names'
import { drawShape, words, type Drawing, type Mark } from './marks'
import { headOf, pathOf, routeConnectors, type Route } from './routes'

const margin = 24

/** Draws the whole board with a legend of what it uses. An empty board says that it is empty. */
export function drawBoard(content: CooperationModel, t: Translate): Drawing {
  const boxes = boardBoxes(content.items)
  const routes = routeConnectors(
    content.connectors,
    boxes,
    wordedBoxes(content.items, boxes),
    (connector) => labelOf(connector, t),
  )
  const around = boxAround([...boxes.values(), ...[...routes.values()].flatMap(roomOf)])
  if (!around) return drawEmptiness(t)

  const legend = drawLegend(content, { x: around.x, y: around.y + around.height + margin, width: around.width }, t)
  const view = grown(boxAround([around, ...(legend ? [legend.box] : [])]) ?? around, margin)
  const frames = content.items.filter(isFrame)
  const others = content.items.filter((item) => !isFrame(item))
  const drawn = content.connectors.flatMap((connector) => {
    const route = routes.get(connector.id)
    return route ? [{ connector, route }] : []
  })
  return {
    view,
    marks: [
      { kind: 'rect', box: view, radius: 0, fill: inks.paper },
      ...frames.flatMap((frame) => drawFrame(frame, boxes.get(frame.id) ?? frame)),
      ...drawn.flatMap(({ connector, route }) => drawLine(connector, route)),
      ...others.flatMap((item) => drawItem(item, boxes.get(item.id) ?? item, t)),
      ...drawn.flatMap(({ connector, route }) => drawLabel(connector, route)),
      ...(legend?.marks ?? []),
    ],
  }
}

function drawEmptiness(t: Translate): Drawing {
  const view = { x: 0, y: 0, width: 640, height: 160 }
  return {
    view,
    marks: [
      { kind: 'rect', box: view, radius: 0, fill: inks.paper },
      words([t('picture.empty')], 320, 70, 19, { ink: inks.inkSoft, anchor: 'middle' }),
    ],
  }
}

function drawFrame(frame: Frame, box: Box): Mark[] {
  const { padding, name } = frameMeasures
  const border = isGroup(frame)
    ? { stroke: inks.lineStrong, strokeWidth: 2, dash: groupDash }
    : { stroke: borders[frame.colour], strokeWidth: 1.5 }
  return [
    { kind: 'rect', box, radius: 12, fill: frameGrounds[frame.colour], ...border },
    words(frameLines(frame), box.x + padding, box.y + padding * 0.75, name, { bold: true }),
  ]
}

function drawItem(item: Exclude<BoardItem, Frame>, box: Box, t: Translate): Mark[] {
  if (item.type === 'actor') return drawActor(item, box, t)
  if (item.type === 'text') {
    const { size, bold } = textMeasures[item.size]
    return [words(textLines(item), box.x + textPadding, box.y + textPadding, size, { bold })]
  }
  const { padding, text } = noteMeasures
  return [
    { kind: 'rect', box, radius: 5, fill: noteGrounds[item.colour], stroke: borders[item.colour], strokeWidth: 1 },
    words(textLines(item), box.x + padding, box.y + padding, text),
    ...drawAuthor(item, box),
  ]
}

/** At the foot of the note. */
function drawAuthor(note: Note, box: Box): Mark[] {
  const lines = authorLines(note)
  if (lines.length === 0) return []
  const { padding, author } = noteMeasures
  const top = box.y + box.height - padding - linesHeight(lines.length, author)
  return [words(lines, box.x + padding, top, author, { ink: inks.inkSoft })]
}

function drawActor(actor: Actor, box: Box, t: Translate): Mark[] {
  const { padding, name, type, role, shape, shapeGap, lineGap } = actorMeasures
  const { ink, ground } = organisationLooks[actor.organisationType]
  const lines = actorLines(actor)
  const left = box.x + padding
  const top = box.y + padding
  const typeTop = top + linesHeight(lines.name.length, name)
  const roleTop = typeTop + linesHeight(1, type) + lineGap
  return [
    { kind: 'rect', box, radius: 9, fill: ground, stroke: ink, strokeWidth: 1.5 },
    drawShape(actor.organisationType, left, top + (name * lineHeight - shape) / 2, shape),
    words(lines.name, left + shape + shapeGap, top, name, { bold: true }),
    words([t(`organisationType.${actor.organisationType}`)], left + shape + shapeGap, typeTop, type, { ink }),
    ...(lines.role.length > 0 ? [words(lines.role, left, roleTop, role)] : []),
  ]
}

function drawLine({ flow }: Connector, route: Route): Mark[] {
  const { ink, width, dash, round } = flowLooks[flow]
  return [
    { kind: 'path', d: pathOf(route, 9), stroke: ink, strokeWidth: width, dash, round },
    { kind: 'path', d: headOf(route), fill: ink },
  ]
}

function drawLabel({ flow }: Connector, { label }: Route): Mark[] {
  const { box, lines } = label
  const { text, paddingY } = labelMeasures
  const ink = flowLooks[flow].ink
  return [
    { kind: 'rect', box, radius: 5, fill: inks.surface, stroke: inks.line, strokeWidth: 1 },
    words(lines, box.x + box.width / 2, box.y + paddingY, text, { ink, anchor: 'middle' }),
  ]
}

/** The room that a connector takes: its curve never leaves the box around its four points. */
function roomOf({ curve, label }: Route): Box[] {
  const points = curve.map((point) => ({ ...point, width: 0, height: 0 }))
  return [...points, label.box]
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})
