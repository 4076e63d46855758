import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import { boardBoxes, contains, type Box, type Point } from '../model/boxes'
import {
  frameOf,
  isFrame,
  isGroup,
  siblingsKey,
  wordsOf,
  type BoardItem,
  type Connector,
  type CooperationModel,
  type ItemColour,
} from '../model/content'
import { shortened } from '../model/mend'
import { byId, endsOf, kindOf, nameOf } from '../model/names'
import {
  addItem,
  changeConnector,
  changeItem,
  colourItems,
  connect,
  deleteThings,
  duplicateItems,
  gather,
  moveInOutline,
  moveItems,
  moveToGroup,
  putInFrame,
  resizeItem,
  reverseConnector,
  type ConnectorChanges,
  type ItemChanges,
  type NewItem,
} from '../model/operations'
import type { Allowed } from './allowed'

/** What people do on the board and in the outline alike: each is one undo step, and is told to those who do not see it. */
export type Acts = ReturnType<typeof createActs>

export interface ActsOptions {
  session: ArtefactSession<CooperationModel>
  t: Translate
  say(words: string): void
  may: Allowed
  /** Hears of what one has added. */
  onAdded(ids: readonly string[]): void
}

export function createActs({ session, t, say, may, onAdded }: ActsOptions) {
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
    if (item) return `${kindOf(item, t)} ${nameOf(item, t)}`
    const connector = session.content().connectors.find((candidate) => candidate.id === id)
    return connector ? endsOf(connector, byId(session.content()), t) : t('count.item', { count: 1 })
  }
  /** Those of the things that may be handled so; where that is none, says so. */
  const allowed = (ids: readonly string[], is: (item: BoardItem) => boolean): string[] => {
    const { items, connectors } = session.content()
    const wanted = new Set(ids)
    const fit = new Set([
      ...items.flatMap((item) => (wanted.has(item.id) && is(item) ? [item.id] : [])),
      ...connectors.flatMap((connector) => (wanted.has(connector.id) && may.changeConnector(connector) ? [connector.id] : [])),
    ])
    if (wanted.size > 0 && fit.size === 0) say(t('allowed.notNow'))
    return ids.filter((id) => fit.has(id))
  }
  /** What was added last, for as long as nothing is written in it. */
  let untouched: string | undefined
  const sayFrame = (id: string | undefined) => {
    const item = find(id)
    const frame = item && find(frameOf(item))
    if (item && !isFrame(item)) say(frame ? t(isGroup(frame) ? 'said.inGroup' : 'said.inFrame', { frame: nameOf(frame, t) }) : t('said.outOfFrames'))
  }

  return {
    inWords,
    add: (wanted: NewItem) => {
      const item = withinPlace(wanted, may, session.content())
      if (!may.add(item.type) || (item.frame !== undefined && !may.putIn(item.frame))) return void say(t('allowed.notNow'))
      const id = act((root) => addItem(root, item))
      if (id === undefined) return undefined
      untouched = id
      onAdded([id])
      say(t('said.added', { what: t(`item.${item.type}`) }))
      return id
    },
    /** Takes away what was just added when nothing was written in it. */
    dropIfEmpty: (id: string) => {
      const item = find(id)
      if (id !== untouched || !item) return
      untouched = undefined
      if (wordsOf(item).trim() !== '' || (item.type === 'actor' && item.role.trim() !== '')) return
      act((root) => deleteThings(root, [id]))
      say(t('said.emptyGone'))
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
      const fit = allowed(ids, may.edit)
      if (fit.length > 0) act((root) => fit.forEach((id) => changeItem(root, id, changes)))
    },
    colour: (ids: readonly string[], colour: ItemColour) => {
      const fit = allowed(ids, may.edit)
      if (fit.length > 0) act((root) => colourItems(root, fit, colour))
    },
    move: (wanted: readonly string[], by: Point) => {
      const ids = allowed(wanted, may.move)
      const [first] = ids
      if (first === undefined) return
      const before = find(first)
      act((root) => moveItems(root, ids, by))
      const after = find(first)
      if (before && after && frameOf(before) !== frameOf(after)) sayFrame(first)
    },
    resize: (id: string, box: Box) => {
      if (allowed([id], may.edit).length > 0) act((root) => resizeItem(root, id, box))
    },
    putInFrame: (wanted: readonly string[], frame: string | undefined) => {
      const ids = allowed(wanted, may.move)
      if (ids.length === 0) return
      if (!may.putIn(frame)) return say(t('allowed.notNow'))
      act((root) => putInFrame(root, ids, frame))
      sayFrame(ids[0])
    },
    moveInOutline: (id: string, direction: 'up' | 'down') => {
      if (allowed([id], may.move).length === 0) return
      if (!act((root) => moveInOutline(root, id, direction))) return
      const item = find(id)
      if (!item) return
      const siblings = session.content().items.filter((other) => siblingsKey(other) === siblingsKey(item))
      const place = { position: siblings.findIndex((other) => other.id === id) + 1, count: siblings.length }
      say(t(direction === 'up' ? 'said.movedUp' : 'said.movedDown', place))
    },
    duplicate: (ids: readonly string[]) => {
      if (!may.add('note')) {
        say(t('allowed.notNow'))
        return []
      }
      const what = inWords(ids)
      const copies = act((root) => duplicateItems(root, ids)) ?? []
      onAdded(copies)
      if (copies.length > 0) say(t('said.duplicated', { what }))
      return copies
    },
    remove: (wanted: readonly string[]) => {
      const ids = allowed(wanted, may.remove)
      if (ids.length === 0) return
      const what = inWords(ids)
      act((root) => deleteThings(root, ids))
      say(t('said.deleted', { what }))
    },
    /** A group around notes, to be named. Answers its id. */
    gather: (wanted: readonly string[], name: string) => {
      const ids = allowed(wanted, (item) => item.type === 'note' && may.group && may.move(item))
      if (ids.length === 0) return undefined
      const id = act((root) => gather(root, ids, name))
      if (id === undefined) return undefined
      onAdded([id])
      say(t('said.gathered', { notes: t('count.note', { count: ids.length }) }))
      return id
    },
    /** Several groups at once: undone as one step. */
    gatherAll: (groups: readonly { ids: readonly string[]; name: string }[]) => {
      const made = act((root) => groups.flatMap((group) => gather(root, group.ids, shortName(group.name)) ?? [])) ?? []
      onAdded(made)
      say(t('said.groupsMade', { count: made.length }))
    },
    /** Into a group, or with null out of theirs. */
    moveToGroup: (wanted: readonly string[], group: string | null) => {
      const ids = allowed(wanted, (item) => item.type === 'note' && may.move(item))
      if (ids.length === 0) return
      act((root) => moveToGroup(root, ids, group))
      sayFrame(ids[0])
    },
    connect: (wanted: Pick<Connector, 'from' | 'to'> & Partial<Connector>) => {
      if (!may.connect) return void say(t('allowed.notNow'))
      const id = act((root) => connect(root, wanted))
      if (id !== undefined) onAdded([id])
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

/** With a place where alone one may be, what is added elsewhere goes there. */
function withinPlace(wanted: NewItem, { rule, putIn }: Allowed, { items }: CooperationModel): NewItem {
  const place = rule?.place ?? null
  if (place === null || wanted.type === 'frame' || (wanted.frame !== undefined && putIn(wanted.frame))) return wanted
  const box = boardBoxes(items).get(place)
  const { at, ...item } = wanted
  return at && box && contains(box, at) ? { ...item, at, frame: place } : { ...item, frame: place }
}

/** A group that is named by a note's words is named by as many as one reads at a glance. */
function shortName(words: string): string {
  return words.length > longestGlance ? `${shortened(words, longestGlance - 1).trimEnd()}…` : words
}

const longestGlance = 60
