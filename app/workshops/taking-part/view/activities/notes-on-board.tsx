import { useTranslate } from '../../../../i18n/use-translate'
import { NoteList } from './note-list'
import { OnBoard } from './on-board'
import type { ActivityProps } from './step-activity'

/** Writing for everybody to see, and grouping: the frame's notes as a list, without the board. */
export default function NotesOnBoard({ workshop, step, own }: ActivityProps) {
  const t = useTranslate('takingPart')
  if (!step.artefact) return <p className="text-ink-soft">{t('board.none')}</p>
  return (
    <OnBoard artefact={step.artefact} frame={step.place} participantKey={workshop.me.key} may={step.may}>
      {(board) => <NoteList board={board} step={step} me={workshop.me} written={own.written} />}
    </OnBoard>
  )
}
