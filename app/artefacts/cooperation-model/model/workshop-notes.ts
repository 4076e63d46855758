import type { BoardNote, NoteBoard, NoteGroup } from '../../workshop-face'
import { frameOf, isFrame, isGroup, wholeBoard, type BoardItem, type CooperationModel, type Frame, type Group, type Note } from './content'
import { addNotes, changeItem, gather, moveToGroup, removeNotes, renameGroup } from './operations'

/** The notes and groups of the board as a workshop lists and changes them. */
export const noteBoard: NoteBoard<CooperationModel> = {
  notes({ items }, frame) {
    const frames = framesById(items)
    const notes = items.flatMap((item) => (item.type === 'note' ? [boardNote(item, frames)] : []))
    const here = frame === null ? notes : notes.filter((note) => note.frame === frame)
    // The outline has what is in a frame before the frame's groups.
    return [...here.filter(({ group }) => group !== null), ...here.filter(({ group }) => group === null)]
  },
  groups({ items }, frame) {
    const groups = items.filter(isGroup).map(noteGroup)
    return frame === null ? groups : groups.filter((group) => group.frame === frame)
  },
  addNotes,
  changeNote: (root, id, text) => changeItem(root, id, { text }),
  gather,
  moveToGroup,
  renameGroup,
  removeNotes,
}

const gatheredBy = ({ gathers }: Group): string | null => (gathers === wholeBoard ? null : gathers)

function boardNote(note: Note, frames: ReadonlyMap<string, Frame>): BoardNote {
  const frame = frames.get(frameOf(note) ?? '')
  const isGrouped = isGroup(frame)
  return {
    id: note.id,
    text: note.text,
    frame: isGrouped ? gatheredBy(frame) : (frame?.id ?? null),
    group: isGrouped ? frame.id : null,
    author: note.author ?? '',
    origin: note.origins?.[0] ?? '',
  }
}

const noteGroup = (group: Group): NoteGroup => ({ id: group.id, name: group.name, frame: gatheredBy(group) })

const framesById = (items: readonly BoardItem[]): ReadonlyMap<string, Frame> =>
  new Map(items.filter(isFrame).map((frame) => [frame.id, frame]))
