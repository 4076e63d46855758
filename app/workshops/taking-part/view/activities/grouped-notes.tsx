import { Fragment, type ReactNode } from 'react'
import type { BoardNote } from '../../../../artefacts/workshop-face'
import { useTranslate } from '../../../../i18n/use-translate'
import { byGroup } from '../../note-list'
import { GroupHeading } from './group-heading'
import type { StepBoard } from './on-board'

interface GroupedNotesProps {
  board: StepBoard
  mayRename: boolean
  /** The group that notes were just put into: one goes on from its name. */
  entered?: string | null
  /** One note, as an item of a list. */
  children(note: BoardNote): ReactNode
}

/** A board's notes under the names of their groups; without groups, one list. */
export function GroupedNotes({ board, mayRename, entered = null, children }: GroupedNotesProps) {
  const t = useTranslate('takingPart')
  if (board.notes.length === 0 && board.groups.length === 0) {
    return (
      <p className="mb-4 rounded-md border border-dashed border-line-strong px-4 py-6 text-center">{t('board.empty')}</p>
    )
  }
  return (
    <div className="mb-4 flex flex-col gap-5">
      {byGroup(board.notes, board.groups).map(({ group, notes }) => (
        <section key={group?.id ?? ''}>
          {board.groups.length > 0 ? (
            <GroupHeading
              group={group}
              count={notes.length}
              board={board}
              mayRename={mayRename}
              isEntered={group !== null && group.id === entered}
            />
          ) : null}
          <ul className="flex flex-col gap-2">
            {notes.map((note) => (
              <Fragment key={note.id}>{children(note)}</Fragment>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
