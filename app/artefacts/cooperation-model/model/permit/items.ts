import type { Undone } from '../../../edit-rule'
import { isFrame, isGroup, wholeBoard, type BoardItem, type Member } from '../content'
import { isSame, takenBack, type Judgement } from './judgement'
import { barrier } from './places'

/** What stays of something new; undefined where nothing does. */
export function judgeNew(item: BoardItem, judgement: Judgement): BoardItem | undefined {
  const { rule, rights, frames, added } = judgement
  const placed = isKnownPlace(item, judgement) ? item : loose(item)
  const against = rights.add(item) ? barrier(placed, frames, rule) : 'add'
  if (against) return takenBack(judgement, against, undefined)
  added.push(item.id)
  return placed
}

/** What stays of something that was deleted: nothing, or all of it. */
export function judgeGone(was: BoardItem, judgement: Judgement): BoardItem | undefined {
  const { rule, rights, framesBefore } = judgement
  // Who is to work in a place does not take the place itself away.
  const mayGo = rights.remove(was) && was.id !== rule.place
  const against = barrier(was, framesBefore, rule) ?? (mayGo ? undefined : 'delete')
  return against ? takenBack(judgement, against, settled(was, judgement)) : undefined
}

/** What stays of a change: where it stands, what it says and how large it is are judged each by itself. */
export function judgeChange(was: BoardItem, is: BoardItem, judgement: Judgement): BoardItem {
  if (isSame(was, is)) return is
  const base = settled(was, judgement)
  const shut = barrier(was, judgement.framesBefore, judgement.rule)
  if (base.type !== is.type) return judgeOtherType(base, is, shut, judgement)
  const placed = judgePlace(base, is, shut, judgement)
  return judgeSize(base, judgeWords(base, placed, shut, judgement), shut, judgement)
}

function judgeOtherType(was: BoardItem, is: BoardItem, shut: Undone | undefined, judgement: Judgement): BoardItem {
  const { rights, rule, frames } = judgement
  const may = rights.edit(was, is) && rights.move(was.id)
  const against = shut ?? (may ? barrier(is, frames, rule) : 'edit')
  return against ? takenBack(judgement, against, was) : is
}

function judgePlace(was: BoardItem, is: BoardItem, shut: Undone | undefined, judgement: Judgement): BoardItem {
  if (isSame(placeOf(was), placeOf(is))) return is
  const { rule, rights, frames } = judgement
  const mayMove = rights.move(was.id) && isKnownPlace(is, judgement)
  const against = shut ?? (mayMove ? barrier(is, frames, rule) : 'move')
  if (!against) return is
  const by = { x: is.x - was.x, y: is.y - was.y }
  const stepsAside = by.x >= 0 && by.y >= 0 && isSame(placeOf(was), { ...placeOf(is), x: was.x, y: was.y })
  if (stepsAside) judgement.aside.push({ was, by, against })
  else judgement.undone.add(against)
  return withPlace(is, was)
}

function judgeWords(was: BoardItem, is: BoardItem, shut: Undone | undefined, judgement: Judgement): BoardItem {
  const { rights, rule } = judgement
  // Who wrote something and what it came from is the workshop's to say.
  const isKept = rule.may.includes('edit-all') || isSame(historyOf(was), historyOf(is))
  const against = shut ?? (rights.edit(was, is) && isKept ? undefined : 'edit')
  const rewritten = { ...was, ...placeOf(is), width: is.width, height: is.height }
  if (!against || isSame(defined(rewritten), defined(is))) return is
  return takenBack(judgement, against, defined(rewritten))
}

function judgeSize(was: BoardItem, is: BoardItem, shut: Undone | undefined, judgement: Judgement): BoardItem {
  if (was.width === is.width && was.height === is.height) return is
  const { rights, grown } = judgement
  const mayShape = rights.edit(was, is) || (rights.move(was.id) && !isPlainFrame(is))
  if (!shut && mayShape) return is
  const before = { ...is, width: was.width, height: was.height }
  if (shut || !isFrame(is) || !isFrame(was) || is.width < was.width || is.height < was.height) {
    return takenBack(judgement, shut ?? 'edit', before)
  }
  grown.push({ was, is })
  return before
}

/**
 * Something as it was, in a place that is still there: what was in a deleted group is in the frame that it gathered, and
 * what was in any other deleted frame is in none.
 */
function settled(was: BoardItem, { frames, framesBefore }: Judgement): BoardItem {
  if (isFrame(was)) return was
  if (was.frame === undefined || frames.has(was.frame)) return was
  const group = framesBefore.get(was.frame)
  return isGroup(group) && frames.has(group.gathers) ? { ...was, frame: group.gathers } : loose(was)
}

const isKnownPlace = (item: BoardItem, { frames }: Judgement): boolean =>
  isFrame(item) || item.frame === undefined || frames.has(item.frame)

const isPlainFrame = (item: BoardItem): boolean => isFrame(item) && !isGroup(item)

function loose(item: BoardItem): BoardItem {
  return isFrame(item) ? { ...item, gathers: wholeBoard } : defined({ ...item, frame: undefined })
}

function placeOf(item: BoardItem) {
  const { x, y, order } = item
  return isFrame(item) ? { x, y, order } : { x, y, order, frame: item.frame }
}

function withPlace(item: BoardItem, place: BoardItem): BoardItem {
  return defined({ ...item, ...placeOf(place) })
}

const historyOf = (item: BoardItem) => ({ origins: item.origins, author: item.type === 'note' ? item.author : undefined })

/** Without the fields that are undefined: as reading has it. */
function defined<Item extends BoardItem | Member>(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item
}
