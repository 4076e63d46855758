import { GroupedNotes } from './grouped-notes'
import { ListedNote } from './listed-note'
import { changeWords, OnBoard, type OnBoardProps } from './on-board'

interface RevealedNotesProps extends Omit<OnBoardProps, 'children'> {
  /** Ids of those that one wrote, as far as that is kept. */
  own: readonly string[]
}

/** What everybody wrote, on the board now: to read, and one's own to change where the step allows. */
export default function RevealedNotes({ own, ...board }: RevealedNotesProps) {
  const { may } = board
  return (
    <OnBoard {...board}>
      {(opened) => (
        <GroupedNotes board={opened} mayRename={false}>
          {(note) => {
            const isOwn = own.includes(note.id)
            const mayChange = opened.open && isOwn && (may.includes('add') || may.includes('edit-all'))
            return (
              <ListedNote
                note={note}
                own={isOwn}
                onChange={mayChange ? (text) => changeWords(opened, note.id, text) : undefined}
              />
            )
          }}
        </GroupedNotes>
      )}
    </OnBoard>
  )
}
