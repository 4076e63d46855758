import { initialOrders } from '../../../document/order'
import type { Actor, BoardText, Connector, CooperationModel, Frame, Member, Note } from './content'
import { defaultSizes } from './measures'

type Sized = 'width' | 'height'

/** An item as somebody writes it down: its size may be left to its type, its order and frame to where it stands. */
type Draft<Item extends Member> = Omit<Item, Sized | 'order' | 'frame'> & Partial<Pick<Item, Sized>>

export type MemberDraft = Draft<Note> | Draft<Actor> | Draft<BoardText>

export interface FrameDraft extends Omit<Frame, 'type' | 'order'> {
  /** Placed from the frame's own corner. */
  members: MemberDraft[]
}

/** A board written down by hand: frames with what is in them, in outline order, then what stands in none. */
export function compose(frames: FrameDraft[], loose: MemberDraft[], connectors: Connector[]): CooperationModel {
  const orders = initialOrders(frames.length + loose.length)
  const framed = frames.flatMap(({ members, ...frame }, index) => [
    { ...frame, type: 'frame' as const, order: orders[index] ?? 'a0' },
    ...members.map((member, place) => ({
      ...settled(member, initialOrders(members.length)[place]),
      x: frame.x + member.x,
      y: frame.y + member.y,
      frame: frame.id,
    })),
  ])
  const others = loose.map((member, index) => settled(member, orders[frames.length + index]))
  const items = [...framed, ...others]
  const positions = new Map(items.map(({ id }, index) => [id, index]))
  const position = (id: string) => positions.get(id) ?? 0
  const byEnds = (one: Connector, other: Connector) =>
    position(one.from) - position(other.from) || position(one.to) - position(other.to) || (one.id < other.id ? -1 : 1)
  return { items, connectors: [...connectors].sort(byEnds) }
}

function settled(member: MemberDraft, order = 'a0'): Member {
  return { ...defaultSizes[member.type], ...member, order }
}
