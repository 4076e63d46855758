import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { Box, Point } from '../model/boxes'
import { frameOf, siblingsKey, isFrame, type Connector, type CooperationModel, type ItemColour } from '../model/content'
import { byId, endsOf, nameOf } from '../model/names'
import {
  addItem,
  changeConnector,
  changeItem,
  colourItems,
  connect,
  deleteThings,
  duplicateItems,
  moveInOutline,
  moveItems,
  putInFrame,
  resizeItem,
  reverseConnector,
  type ConnectorChanges,
  type ItemChanges,
  type NewItem,
} from '../model/operations'

/** What people do on the board and in the outline alike: each is one undo step, and is told to those who do not see it. */
export type Acts = ReturnType<typeof createActs>

export function createActs(session: ArtefactSession<CooperationModel>, t: Translate, say: (words: string) => void) {
  const act: typeof session.change = (operation) => {
    session.endStep()
    const result = session.change(operation)
    session.endStep()
    return result
  }
  const find = (id: string | undefined) => session.content().items.find((item) => item.id === id)
  /** One by its name, several by their number. */
  const inWords = (ids: readonly string[]): string => {
    const [id] = ids
    if (ids.length !== 1) return t('count.item', { count: ids.length })
    const item = find(id)
    if (item) return `${t(`item.${item.type}`)} ${nameOf(item, t)}`
    const connector = session.content().connectors.find((candidate) => candidate.id === id)
    return connector ? endsOf(connector, byId(session.content()), t) : t('count.item', { count: 1 })
  }
  const sayFrame = (id: string | undefined) => {
    const item = find(id)
    const frame = item && find(frameOf(item))
    if (item && !isFrame(item)) say(frame ? t('said.inFrame', { frame: nameOf(frame, t) }) : t('said.outOfFrames'))
  }

  return {
    inWords,
    add: (item: NewItem) => {
      const id = act((root) => addItem(root, item))
      if (id !== undefined) say(t('said.added', { what: t(`item.${item.type}`) }))
      return id
    },
    /** Typing: letters that follow each other closely are undone together. */
    write: (id: string, changes: ItemChanges) => {
      session.change((root) => changeItem(root, id, changes))
    },
    writeLabel: (id: string, label: string) => {
      session.change((root) => changeConnector(root, id, { label }))
    },
    /** What is written from now on is a step of its own. */
    endStep: () => session.endStep(),
    change: (ids: readonly string[], changes: ItemChanges) => {
      act((root) => ids.forEach((id) => changeItem(root, id, changes)))
    },
    colour: (ids: readonly string[], colour: ItemColour) => {
      act((root) => colourItems(root, ids, colour))
    },
    move: (ids: readonly string[], by: Point) => {
      const [first] = ids
      const before = find(first)
      act((root) => moveItems(root, ids, by))
      const after = find(first)
      if (before && after && frameOf(before) !== frameOf(after)) sayFrame(first)
    },
    resize: (id: string, box: Box) => {
      act((root) => resizeItem(root, id, box))
    },
    putInFrame: (ids: readonly string[], frame: string | undefined) => {
      act((root) => putInFrame(root, ids, frame))
      sayFrame(ids[0])
    },
    moveInOutline: (id: string, direction: 'up' | 'down') => {
      if (!act((root) => moveInOutline(root, id, direction))) return
      const item = find(id)
      if (!item) return
      const siblings = session.content().items.filter((other) => siblingsKey(other) === siblingsKey(item))
      const place = { position: siblings.findIndex((other) => other.id === id) + 1, count: siblings.length }
      say(t(direction === 'up' ? 'said.movedUp' : 'said.movedDown', place))
    },
    duplicate: (ids: readonly string[]) => {
      const what = inWords(ids)
      const copies = act((root) => duplicateItems(root, ids)) ?? []
      if (copies.length > 0) say(t('said.duplicated', { what }))
      return copies
    },
    remove: (ids: readonly string[]) => {
      if (ids.length === 0) return
      const what = inWords(ids)
      act((root) => deleteThings(root, ids))
      say(t('said.deleted', { what }))
    },
    connect: (wanted: Pick<Connector, 'from' | 'to'> & Partial<Connector>) => {
      const id = act((root) => connect(root, wanted))
      if (id !== undefined) say(t('said.connected', { name: inWords([id]) }))
      return id
    },
    changeConnector: (id: string, changes: ConnectorChanges) => {
      act((root) => changeConnector(root, id, changes))
    },
    reverse: (id: string) => {
      act((root) => reverseConnector(root, id))
      say(inWords([id]))
    },
    undo: () => {
      if (!session.canUndo()) return
      session.undo()
      say(t('said.undone'))
    },
    redo: () => {
      if (!session.canRedo()) return
      session.redo()
      say(t('said.redone'))
    },
  }
}
