import { textWidth, wrapText } from '../../shared/text-width'
import { linesHeight, overlaps, type Box, type Point } from './boxes'
import type { Connector } from './content'
import { labelMeasures } from './measures'

/** How one connector is drawn: a cubic curve from border to border, its head's direction, and its words. */
export interface Route {
  /** Start, two control points, end: as in an SVG path's M and C. */
  curve: readonly [Point, Point, Point, Point]
  /** The way the arrow's head points, in radians; 0 is right. */
  heading: number
  label: { lines: string[]; box: Box }
}

type Side = 'left' | 'right' | 'top' | 'bottom'

interface End {
  box: Box
  side: Side
  /** Where along the side the connector would like to stand. */
  wish: number
  at: number
  /** It stands on the inner side of the border: its box is around the other's. */
  inward: boolean
}

interface Pair {
  connector: Connector
  start: End
  end: End
}

const outward: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** Between connectors that leave the same side of a box: as far apart as the side allows, within these. */
const leastSpacing = 26
const mostSpacing = 170
/** Between a box's border and where a connector begins or ends. */
const air = 3

/**
 * Routes every connector whose ends have boxes. `obstacles` are what labels keep clear of where they can;
 * `labelOf` says the words that stand on one.
 * The same input gives the same picture on every screen.
 */
export function routeConnectors(
  connectors: readonly Connector[],
  boxes: ReadonlyMap<string, Box>,
  obstacles: readonly Box[],
  labelOf: (connector: Connector) => string,
): ReadonlyMap<string, Route> {
  const pairs = connectors.flatMap((connector) => pairOf(connector, boxes) ?? [])
  spreadAlongSides(pairs)
  pairs.forEach(straighten)
  const curves = pairs.map((pair) => ({ pair, curve: curveOf(pair), words: labelOf(pair.connector) }))
  const labels = placeLabels(curves, obstacles)
  return new Map(
    curves.map(({ pair: { connector, end }, curve, words }) => [
      connector.id,
      { curve, heading: headingOf(end), label: labels.get(connector.id) ?? labelAt(words, curve, 0.5) },
    ]),
  )
}

/** The curve as an SVG path, stopping `short` of its end so that a thick line does not poke through the head. */
export function pathOf({ curve, heading }: Pick<Route, 'curve' | 'heading'>, short = 0): string {
  const [from, first, second, to] = curve
  const end = { x: to.x - Math.cos(heading) * short, y: to.y - Math.sin(heading) * short }
  return `M${place(from)}C${place(first)} ${place(second)} ${place(end)}`
}

/** The arrow's head as an SVG path. */
export function headOf({ curve, heading }: Pick<Route, 'curve' | 'heading'>, length = 13, halfWidth = 6.5): string {
  const tip = curve[3]
  const back = { x: tip.x - Math.cos(heading) * length, y: tip.y - Math.sin(heading) * length }
  const aside = { x: -Math.sin(heading) * halfWidth, y: Math.cos(heading) * halfWidth }
  const corners = [tip, { x: back.x + aside.x, y: back.y + aside.y }, { x: back.x - aside.x, y: back.y - aside.y }]
  return `M${corners.map(place).join('L')}Z`
}

function pairOf(connector: Connector, boxes: ReadonlyMap<string, Box>): Pair | undefined {
  const from = boxes.get(connector.from)
  const to = boxes.get(connector.to)
  if (!from || !to) return undefined
  const sides = overlaps(from, to) ? nearestBorders(from, to) : facingSides(from, to)
  const isUpright = sides.from === 'top' || sides.from === 'bottom'
  const wishes = isUpright ? wishAlong(from, to, 'x', 'width') : wishAlong(from, to, 'y', 'height')
  const isFromAround = sides.from === sides.to && area(from) >= area(to)
  const isToAround = sides.from === sides.to && !isFromAround
  return {
    connector,
    start: { box: from, side: sides.from, wish: wishes.from, at: wishes.from, inward: isFromAround },
    end: { box: to, side: sides.to, wish: wishes.to, at: wishes.to, inward: isToAround },
  }
}

function facingSides(from: Box, to: Box): { from: Side; to: Side } {
  const sideways = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width))
  const upright = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height))
  if (sideways > upright) return to.x > from.x ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' }
  return to.y > from.y ? { from: 'bottom', to: 'top' } : { from: 'top', to: 'bottom' }
}

/** For a box and one that it lies in, or over: the same side of both, where their borders are nearest. */
function nearestBorders(from: Box, to: Box): { from: Side; to: Side } {
  const distances: [Side, number][] = [
    ['left', Math.abs(from.x - to.x)],
    ['top', Math.abs(from.y - to.y)],
    ['right', Math.abs(from.x + from.width - to.x - to.width)],
    ['bottom', Math.abs(from.y + from.height - to.y - to.height)],
  ]
  const [side] = distances.reduce((near, next) => (next[1] < near[1] ? next : near))
  return { from: side, to: side }
}

const area = ({ width, height }: Box): number => width * height

/** The middle of what both share along an axis, so that the line is straight; else each one's end towards the other. */
function wishAlong(from: Box, to: Box, start: 'x' | 'y', length: 'width' | 'height') {
  const least = Math.max(from[start], to[start])
  const most = Math.min(from[start] + from[length], to[start] + to[length])
  if (most - least > leastSpacing) return { from: (least + most) / 2, to: (least + most) / 2 }
  return { from: from[start] + from[length] / 2, to: to[start] + to[length] / 2 }
}

function spreadAlongSides(pairs: readonly Pair[]): void {
  const sides = new Map<Box, Map<Side, { end: End; other: End; id: string }[]>>()
  const note = (end: End, other: End, id: string) => {
    const ofBox = sides.get(end.box) ?? new Map<Side, { end: End; other: End; id: string }[]>()
    sides.set(end.box, ofBox)
    ofBox.set(end.side, [...(ofBox.get(end.side) ?? []), { end, other, id }])
  }
  for (const { connector, start, end } of pairs) {
    note(start, end, connector.id)
    note(end, start, connector.id)
  }
  for (const ofBox of sides.values()) {
    for (const [side, ends] of ofBox) {
      const isUpright = side === 'left' || side === 'right'
      const target = ({ other }: { other: End }) =>
        isUpright ? other.box.y + other.box.height / 2 : other.box.x + other.box.width / 2
      ends.sort((one, other) => target(one) - target(other) || (one.id < other.id ? -1 : 1))
      spread(ends.map(({ end }) => end), isUpright)
      // Alone on its side, the other end follows, so that the line between them stays straight.
      for (const { end, other } of ends) {
        if (ends.length > 1 && sides.get(other.box)?.get(other.side)?.length === 1) follow(other, end, isUpright)
      }
    }
  }
}

function follow(end: End, other: End, isUpright: boolean): void {
  const start = isUpright ? end.box.y : end.box.x
  const length = isUpright ? end.box.height : end.box.width
  if (other.at >= start + length * 0.1 && other.at <= start + length * 0.9) end.at = other.at
}

/** A line between sides that face each other and nearly straight is made straight. */
function straighten({ start, end }: Pair): void {
  const isUpright = start.side === 'left' || start.side === 'right'
  if (start.wish !== end.wish || Math.abs(start.at - end.at) > leastSpacing) return
  const middle = (start.at + end.at) / 2
  const isOn = ({ box }: End) =>
    isUpright
      ? middle > box.y + corner && middle < box.y + box.height - corner
      : middle > box.x + corner && middle < box.x + box.width - corner
  if (isOn(start) && isOn(end)) start.at = end.at = middle
}

/** Near a corner, where its rounding begins, no connector leaves. */
const corner = 10

function spread(ends: readonly End[], isUpright: boolean): void {
  const box = ends[0]?.box
  if (!box || ends.length < 2) return
  const start = isUpright ? box.y : box.x
  const length = isUpright ? box.height : box.width
  const roomy = Math.min(Math.max(length / (ends.length + 1), leastSpacing), mostSpacing)
  const gap = Math.min(roomy, (length * 0.8) / (ends.length - 1))
  const middle = ends.reduce((sum, { wish }) => sum + wish, 0) / ends.length
  const reach = (gap * (ends.length - 1)) / 2
  const centre = Math.min(Math.max(middle, start + length * 0.1 + reach), start + length * 0.9 - reach)
  ends.forEach((end, index) => {
    end.at = centre - reach + gap * index
  })
}

function curveOf({ start, end }: Pair): Route['curve'] {
  const from = pointAt(start)
  const to = pointAt(end)
  const isUpright = start.side === 'top' || start.side === 'bottom'
  const across = Math.abs(isUpright ? to.y - from.y : to.x - from.x)
  const aside = Math.abs(isUpright ? to.x - from.x : to.y - from.y)
  const bend = Math.min(Math.max(across * 0.5, Math.min(aside * 0.35, 60)), 240)
  return [from, ahead(from, start, bend), ahead(to, end, bend), to]
}

function pointAt(end: End): Point {
  const { box, side, at } = end
  const border = {
    left: { x: box.x, y: at },
    right: { x: box.x + box.width, y: at },
    top: { x: at, y: box.y },
    bottom: { x: at, y: box.y + box.height },
  }
  return ahead(border[side], end, air)
}

/** A point at a distance from the border, on the side of it where the connector runs. */
function ahead(from: Point, { side, inward }: End, distance: number): Point {
  const way = inward ? -distance : distance
  return { x: from.x + outward[side].x * way, y: from.y + outward[side].y * way }
}

function headingOf({ side, inward }: End): number {
  const way = inward ? 1 : -1
  return Math.atan2(outward[side].y * way, outward[side].x * way)
}

// Tried in this order until a label stands free: the middle is where one looks for it.
const labelPlaces = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8]
/** Beyond this many comparisons a board is too full for labels to find free places anyway. */
const mostCompared = 400_000

function placeLabels(
  curves: readonly { pair: Pair; curve: Route['curve']; words: string }[],
  obstacles: readonly Box[],
): ReadonlyMap<string, Route['label']> {
  const placed = new Map<string, Route['label']>()
  const taken: Box[] = curves.length * obstacles.length > mostCompared ? [] : [...obstacles]
  for (const { pair, curve, words } of curves) {
    const candidates = labelPlaces.map((part) => labelAt(words, curve, part))
    const free = candidates.find(({ box }) => !taken.some((other) => overlaps(box, other, 2)))
    const label = free ?? leastCovered(candidates, taken)
    if (!label) continue
    placed.set(pair.connector.id, label)
    taken.push(label.box)
  }
  return placed
}

function leastCovered(candidates: readonly Route['label'][], taken: readonly Box[]): Route['label'] | undefined {
  const covered = ({ box }: Route['label']) => taken.reduce((sum, other) => sum + commonArea(box, other), 0)
  return candidates.reduce<{ label: Route['label']; covered: number } | undefined>((best, label) => {
    const amount = covered(label)
    return best && best.covered <= amount ? best : { label, covered: amount }
  }, undefined)?.label
}

function commonArea(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

function labelAt(words: string, curve: Route['curve'], part: number): Route['label'] {
  const { text, paddingX, paddingY, width } = labelMeasures
  const lines = wrapText(words, width, text)
  const { x, y } = pointOn(curve, part)
  const boxWidth = Math.max(0, ...lines.map((line) => textWidth(line, text))) + 2 * paddingX
  const boxHeight = linesHeight(lines.length, text) + 2 * paddingY
  return { lines, box: { x: x - boxWidth / 2, y: y - boxHeight / 2, width: boxWidth, height: boxHeight } }
}

function pointOn([from, first, second, to]: Route['curve'], part: number): Point {
  const rest = 1 - part
  const weigh = (axis: 'x' | 'y') =>
    rest ** 3 * from[axis] +
    3 * rest ** 2 * part * first[axis] +
    3 * rest * part ** 2 * second[axis] +
    part ** 3 * to[axis]
  return { x: weigh('x'), y: weigh('y') }
}

const place = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const round = (value: number): number => Math.round(value * 10) / 10
