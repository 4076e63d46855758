import type { Allowance, EditRule } from '../../../edit-rule'
import { isGroup, type BoardItem } from '../content'

/** What a rule lets one participant do with single things, wherever they stand. */
export interface Rights {
  add(item: BoardItem): boolean
  /** Its words and looks, from what it was to what it is. */
  edit(was: BoardItem, is: BoardItem): boolean
  move(id: string): boolean
  remove(was: BoardItem): boolean
  /** Connectors have no place of their own: only words and ends. */
  addConnector: boolean
  editConnector(id: string): boolean
}

export function rightsOf({ may }: EditRule, isOwn: (id: string) => boolean): Rights {
  const can = (allowance: Allowance) => may.includes(allowance)
  const all = can('edit-all')
  const moveAll = all || can('move-all')
  const ownWork = (id: string) => all || (can('add') && isOwn(id))
  return {
    // Groups belong to placing, not to writing.
    add: (item) => (isGroup(item) ? moveAll : all || can('add')),
    edit: (was, is) => ownWork(was.id) || (moveAll && isGroup(was) && isGroup(is)),
    move: (id) => moveAll || (can('move-own') && isOwn(id)),
    remove: (was) => ownWork(was.id) || (moveAll && isGroup(was)),
    addConnector: all || can('add'),
    editConnector: ownWork,
  }
}
