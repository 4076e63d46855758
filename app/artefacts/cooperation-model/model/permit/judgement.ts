import { canonicalJson } from '../../../../lib/canonical-json'
import type { EditRule, Undone } from '../../../edit-rule'
import type { BoardItem, Frame } from '../content'
import type { Point } from '../boxes'
import type { Frames } from './places'
import type { Rights } from './rights'

/** What judging one change of the board gathers on its way. */
export interface Judgement {
  rule: EditRule
  rights: Rights
  /** The frames as they were. */
  framesBefore: Frames
  /** The frames as they stay: filled before anything that stands in them is judged. */
  frames: Map<string, Frame>
  undone: Set<Undone>
  added: string[]
  /** Frames that somebody who may not shape them made larger. */
  grown: { was: Frame; is: Frame }[]
  /** Moves that are allowed only if they make room for a frame that grows. */
  aside: Aside[]
}

export interface Aside {
  was: BoardItem
  by: Point
  /** What the move is against when it makes no room. */
  against: Undone
}

/** Notes why something is taken back, and answers what stays in its place. */
export function takenBack<Thing>({ undone }: Judgement, against: Undone, stays: Thing): Thing {
  undone.add(against)
  return stays
}

export const isSame = (one: unknown, other: unknown): boolean => one === other || canonicalJson(one) === canonicalJson(other)
