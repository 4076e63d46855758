import { lineHeight, textWidth, wrapText, type TextWeight } from '../../shared/text-width'
import { isFrame, type Actor, type BoardItem, type Frame, type Member, type Note } from './content'
import { actorMeasures, frameMeasures, noteMeasures, textMeasures, textPadding } from './measures'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/**
 * The box that each item really takes: at least what is stored, and taller where its words need it, so that text is
 * never cut. A frame also reaches down and right around members that begin inside it.
 */
export function boardBoxes(items: readonly BoardItem[]): ReadonlyMap<string, Box> {
  const known = boxesOf.get(items)
  if (known) return known
  const boxes = new Map<string, Box>()
  boxesOf.set(items, boxes)
  const frames = new Map<string, { frame: Frame; box: Box }>()
  for (const item of items) {
    const box = isFrame(item) ? { ...frameBox(item) } : memberBox(item)
    boxes.set(item.id, box)
    if (isFrame(item)) frames.set(item.id, { frame: item, box })
  }
  for (const item of items) {
    const around = isFrame(item) || item.frame === undefined ? undefined : frames.get(item.frame)
    const box = boxes.get(item.id)
    if (around && box && contains(around.frame, box)) growAround(around.box, box)
  }
  return boxes
}

/** The boxes of the frames alone, from what is stored: without asking how tall the words in them are. */
export function openFrames(items: readonly BoardItem[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const item of items) {
    if (isFrame(item)) boxes.set(item.id, { ...item })
    else if (item.frame !== undefined) {
      const box = boxes.get(item.frame)
      if (box && contains(box, item)) growAround(box, item)
    }
  }
  return boxes
}

// Several parts of a view ask for the same reading's boxes.
const boxesOf = new WeakMap<readonly BoardItem[], ReadonlyMap<string, Box>>()

const memberBoxes = new WeakMap<Member, Box>()

/** The box of an item by itself. */
export function memberBox(item: Member): Box {
  const known = memberBoxes.get(item)
  if (known) return known
  const { x, y, width, height } = item
  const box = { x, y, width, height: Math.max(height, Math.ceil(wordsHeight(item))) }
  memberBoxes.set(item, box)
  return box
}

const frameBoxes = new WeakMap<Frame, Box>()

function frameBox(frame: Frame): Box {
  const known = frameBoxes.get(frame)
  if (known) return known
  const { x, y, width, height } = frame
  const box = { x, y, width, height: Math.max(height, frameHeader(frame) + frameMeasures.padding) }
  frameBoxes.set(frame, box)
  return box
}

/** How far below a frame's top its members begin. */
export function frameHeader(frame: Frame): number {
  return Math.ceil(frameMeasures.padding + linesHeight(frameLines(frame).length, frameMeasures.name))
}

export const frameLines = (frame: Frame): string[] =>
  linesIn(frame.name, frame.width - 2 * frameMeasures.padding, frameMeasures.name, 'bold')

export function actorLines(actor: Actor): { name: string[]; role: string[] } {
  const { padding, name, role, shape, shapeGap } = actorMeasures
  const width = actor.width - 2 * padding
  return {
    name: linesIn(actor.name, width - shape - shapeGap, name, 'bold'),
    role: actor.role.trim() === '' ? [] : linesIn(actor.role, width, role, 'regular'),
  }
}

/** The lines of a note or a text as they stand in its box. */
export function textLines(item: Exclude<Member, Actor>): string[] {
  if (item.type === 'note') {
    return linesIn(item.text, item.width - 2 * noteMeasures.padding, noteMeasures.text, 'regular')
  }
  const { size, bold } = textMeasures[item.size]
  return linesIn(item.text, item.width - 2 * textPadding, size, bold ? 'bold' : 'regular')
}

export const authorLines = ({ author, width }: Note): string[] =>
  author === undefined ? [] : linesIn(author, width - 2 * noteMeasures.padding, noteMeasures.author, 'regular')

/** What words on connectors keep clear of: everything that holds words, and of frames their names. */
export function wordedBoxes(items: readonly BoardItem[], boxes: ReadonlyMap<string, Box>): Box[] {
  return items.flatMap((item) => {
    const box = boxes.get(item.id)
    if (!box || !isFrame(item)) return box ?? []
    const widest = frameLines(item).reduce((most, line) => Math.max(most, textWidth(line, frameMeasures.name, 'bold')), 0)
    return { x: box.x, y: box.y, width: widest + 2 * frameMeasures.padding, height: frameHeader(item) }
  })
}

export const linesHeight = (count: number, size: number): number => count * size * lineHeight

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Whether a box begins inside another. */
export const contains = (outer: Box, inner: Point): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x < outer.x + outer.width && inner.y < outer.y + outer.height

export const overlaps = (one: Box, other: Box, margin = 0): boolean =>
  one.x < other.x + other.width + margin &&
  other.x < one.x + one.width + margin &&
  one.y < other.y + other.height + margin &&
  other.y < one.y + one.height + margin

/** The smallest box around all; undefined around nothing. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

function wordsHeight(item: Member): number {
  if (item.type === 'actor') {
    const { padding, name, type, role, lineGap } = actorMeasures
    const lines = actorLines(item)
    const roleHeight = lines.role.length > 0 ? lineGap + linesHeight(lines.role.length, role) : 0
    return 2 * padding + linesHeight(lines.name.length, name) + linesHeight(1, type) + roleHeight
  }
  const lines = textLines(item).length
  if (item.type === 'note') {
    const { padding, text, author, authorGap } = noteMeasures
    const authors = authorLines(item).length
    return 2 * padding + linesHeight(lines, text) + (authors > 0 ? authorGap + linesHeight(authors, author) : 0)
  }
  return 2 * textPadding + linesHeight(lines, textMeasures[item.size].size)
}

function growAround(frame: Box, member: Box): void {
  frame.width = Math.max(frame.width, member.x + member.width + frameMeasures.gap - frame.x)
  frame.height = Math.max(frame.height, member.y + member.height + frameMeasures.gap - frame.y)
}

/** A hair narrower than the box: the browser's own breaking must never need a line more than is counted here. */
const caution = 0.985

function linesIn(words: string, width: number, size: number, weight: TextWeight): string[] {
  return wrapText(words, Math.max(width, size) * caution, size, weight)
}
