import { useContext, useEffect, useState, type ReactNode } from 'react'
import type { Allowance } from '../../../../artefacts/edit-rule'
import { useContent, useRight } from '../../../../artefacts/shared/use-artefact'
import type { BoardNote, NoteBoard, NoteGroup } from '../../../../artefacts/workshop-face'
import { Button, ButtonLink } from '../../../../components/button'
import { Notice } from '../../../../components/notice'
import { useTranslate } from '../../../../i18n/use-translate'
import type { OpenSession } from '../../../../sync/session'
import { StateLine } from '../../../../sync/state-line'
import { StateNotice } from '../../../../sync/state-notice'
import { useSession, useSessionStatus } from '../../../../sync/use-session'
import type { LiveStep } from '../../../model/live-state'
import { loadBoard, type LoadedBoard } from './load-board'
import { UndoneNotice } from '../undone-notice'
import { OpenArtefactContext } from './open-board'

/** A step's board as its list sees it. */
export interface StepBoard {
  notes: readonly BoardNote[]
  groups: readonly NoteGroup[]
  /** The frame on which the step works; null: the whole board. */
  frame: string | null
  /** The board can be changed just now. */
  open: boolean
  /** What the kind does with notes. Undefined, and nothing done, where the right to edit is missing. */
  change<Result>(act: (notes: NoteBoard<unknown>, root: Parameters<NoteBoard<unknown>['gather']>[0]) => Result): Result | undefined
}

/** False where the right to edit is missing: nothing is changed. */
export function changeWords(board: StepBoard, id: string, text: string): boolean {
  const changed = board.change((notes, root) => {
    notes.changeNote(root, id, text)
    return true
  })
  return changed ?? false
}

export interface OnBoardProps {
  artefact: NonNullable<LiveStep['artefact']>
  frame: string | null
  participantKey: string
  /** What the step lets participants do. */
  may: readonly Allowance[]
  children(board: StepBoard): ReactNode
}

/** Opens the step's board for its list, without its view; on the board's own page, through that page's session. */
export function OnBoard(props: OnBoardProps) {
  const t = useTranslate('takingPart')
  const { artefact } = props
  const around = useContext(OpenArtefactContext)
  const [loaded, setLoaded] = useState<{ board: LoadedBoard | undefined } | 'failed'>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let over = false
    loadBoard(artefact.kind).then(
      (board) => over || setLoaded({ board }),
      () => over || setLoaded('failed'),
    )
    return () => {
      over = true
    }
  }, [artefact.kind, tries])
  if (!loaded) return <p role="status">{t('page.opening')}</p>
  if (loaded === 'failed') {
    return (
      <Notice tone="caution" role="alert">
        <p className="mb-3">{t('board.failed')}</p>
        <Button onPress={() => setTries(tries + 1)}>{t('board.again')}</Button>
      </Notice>
    )
  }
  if (!loaded.board) return <ElsewhereNotice artefact={artefact} />
  if (around?.session.artefactId === artefact.id) {
    return <WithSession {...props} board={loaded.board} session={around.session} ownPage />
  }
  return <OwnSession key={artefact.id} {...props} board={loaded.board} />
}

/** A kind without notes is worked on in its own view. */
function ElsewhereNotice({ artefact }: Pick<OnBoardProps, 'artefact'>) {
  const t = useTranslate('takingPart')
  return (
    <div>
      <p className="mb-4">{t('board.noNotes', { title: artefact.title })}</p>
      <ButtonLink to={`/artefacts/${artefact.id}`} variant="primary">
        {t('work.open', { title: artefact.title })}
      </ButtonLink>
    </div>
  )
}

function OwnSession(props: OnBoardProps & { board: LoadedBoard }) {
  const { artefact, participantKey, board } = props
  const session = useSession({
    artefactId: artefact.id,
    kind: board.kind,
    participantKey,
    initialContent: board.empty,
    initialRight: 'see',
  })
  return <WithSession {...props} session={session} ownPage={false} />
}

interface WithSessionProps extends OnBoardProps {
  board: LoadedBoard
  session: OpenSession<unknown>
  /** The page around says already what is saved. */
  ownPage: boolean
}

function WithSession({ artefact, frame, board, session, ownPage, may, children }: WithSessionProps) {
  const t = useTranslate('takingPart')
  const content = useContent(session)
  const right = useRight(session)
  const { state } = useSessionStatus(session)
  const opening = state.kind === 'opening' && !ownPage
  return (
    <div className="flex flex-1 flex-col">
      {ownPage ? null : (
        <>
          <p className="mb-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            <span>{artefact.title}</span>
            <StateLine session={session} />
          </p>
          <StateNotice session={session} />
          <UndoneNotice session={session} may={may} />
        </>
      )}
      {opening ? (
        <p role="status">{t('page.opening')}</p>
      ) : (
        children({
          notes: board.notes.notes(content, frame),
          groups: board.notes.groups(content, frame),
          frame,
          open: right === 'edit',
          change: (act) => session.change((root) => act(board.notes, root)),
        })
      )}
    </div>
  )
}
