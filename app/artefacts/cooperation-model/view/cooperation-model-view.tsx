import { ReactFlowProvider, type Viewport } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useContent, useRight } from '../../shared/use-artefact'
import type { ArtefactViewProps } from '../../view-props'
import type { CooperationModel } from '../model/content'
import { createActs } from './acts'
import { Announcements, createAnnouncer } from './announcer'
import { BoardContext, useBoard, type BoardContextValue } from './board-context'
import { BoardPane } from './board/board-pane'
import { useAdding } from './board/use-adding'
import { useChoice } from './choice'
import { ConnectDialog, type ConnectWish } from './connect-dialog'
import { createFocusWish, FocusWishContext } from './focus'
import { isUndoKey } from './keys'
import { Outline } from './outline/outline'
import { sideStyles, useSides } from './sides'
import { ViewBar } from './view-bar'

type Props = ArtefactViewProps<CooperationModel>

/** The co-operation model: the board and its outline, two faces of one content with equal rights. */
export default function CooperationModelView({ session, title, t, organisations }: Props) {
  const content = useContent(session)
  const canEdit = useRight(session) === 'edit'
  const [announcer] = useState(createAnnouncer)
  const [wish] = useState(createFocusWish)
  const [connecting, setConnecting] = useState<ConnectWish>()
  const acts = useMemo(() => createActs(session, t, announcer.say), [session, t, announcer])
  const { choice, choose, activate, edit, endEditing, mark } = useChoice(content)

  const context = useMemo(
    (): BoardContextValue => ({
      ...{ session, t, acts, canEdit, organisations },
      edit: (id, face) => {
        if (face === 'board') wish.askSight(id)
        edit(id, face)
      },
      endEditing: (refocus) => {
        if (refocus) wish.ask(refocus.face, refocus.id)
        endEditing()
      },
      choose: (ids, focus) => {
        if (focus !== undefined) wish.ask('board', focus)
        choose(ids, focus)
      },
      goTo: (id) => {
        wish.ask('board', id)
        wish.askSight(id, true)
        choose([id], id)
      },
      openConnect: (from, to) => setConnecting({ from, to }),
    }),
    [session, t, acts, canEdit, organisations, edit, endEditing, choose, wish],
  )
  return (
    <BoardContext value={context}>
      <FocusWishContext value={wish}>
        <ReactFlowProvider>
          <Faces content={content} title={title} choice={choice} activate={activate} mark={mark} />
        </ReactFlowProvider>
        <ConnectDialog
          wish={connecting}
          items={content.items}
          onClose={() => setConnecting(undefined)}
          onConnected={(id) => choose([id])}
        />
        <Announcements announcer={announcer} />
      </FocusWishContext>
    </BoardContext>
  )
}

type Chosen = ReturnType<typeof useChoice>

interface FacesProps extends Pick<Chosen, 'choice' | 'activate' | 'mark'> {
  content: CooperationModel
  title: string
}

function Faces({ content, title, choice, activate, mark }: FacesProps) {
  const { acts, canEdit, goTo } = useBoard()
  const { sides, setSides, isWide } = useSides()
  const [marksArea, setMarksArea] = useState(false)
  const lastViewport = useRef<Viewport>(undefined)
  const add = useAdding(content.items, choice.selection)
  const editing = choice.editing?.face === 'board' ? choice.editing.id : undefined
  const { selection, active } = choice
  const boardChoice = useMemo(() => ({ selection, active, editing }), [selection, active, editing])
  const showOnBoard = useCallback(
    (id: string) => {
      if (sides === 'outline') setSides(isWide ? 'both' : 'board')
      goTo(id)
    },
    [goTo, isWide, setSides, sides],
  )
  return (
    // Undo works wherever in the view the focus is, as it does in any editor.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => canEdit && !event.defaultPrevented && isUndoKey(event, acts)}
    >
      <ViewBar
        sides={sides}
        isWide={isWide}
        onSides={setSides}
        onAdd={add}
        marksArea={marksArea}
        onMarksArea={setMarksArea}
      />
      <div className="flex min-h-0 flex-1">
        {sides === 'outline' ? null : (
          <div className={`min-h-0 min-w-0 flex-1 ${sides ? '' : sideStyles.board}`}>
            <BoardPane
              content={content}
              title={title}
              choice={boardChoice}
              activate={activate}
              mark={mark}
              add={add}
              marksArea={marksArea}
              lastViewport={lastViewport}
            />
          </div>
        )}
        {sides === 'board' ? null : (
          <Outline
            content={content}
            choice={choice}
            onShow={showOnBoard}
            className={`${sides ? '' : sideStyles.outline} ${sides === 'outline' ? 'flex-1' : 'w-full md:w-[22rem] md:shrink-0 md:border-l 2xl:w-[26rem]'}`}
          />
        )}
      </div>
    </div>
  )
}
