import { ReactFlowProvider, type Viewport } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { usePlaceWish } from '../../shared/place-wish'
import { useContent, useRight } from '../../shared/use-artefact'
import type { ArtefactViewProps } from '../../view-props'
import type { CooperationModel } from '../model/content'
import { nameOf } from '../model/names'
import { createActs } from './acts'
import { allowedTo } from './allowed'
import { AllowedNote } from './allowed-note'
import { Announcements, createAnnouncer } from './announcer'
import { BoardContext, useBoard, type BoardContextValue } from './board-context'
import { BoardPane } from './board/board-pane'
import { useAdding } from './board/use-adding'
import { useChoice } from './choice'
import { Dialogs, type Asking } from './dialogs'
import { createFocusWish, FocusWishContext } from './focus'
import { isUndoKey } from './keys'
import { Outline } from './outline/outline'
import { useItemRemarks } from './use-item-remarks'
import { useOwnItems } from './own-items'
import { sideStyles, useSides } from './sides'
import { ViewBar } from './view-bar'

type Props = ArtefactViewProps<CooperationModel>

/** The co-operation model: the board and its outline, two faces of one content with equal rights. */
export default function CooperationModelView(props: Props) {
  const { session, title, t, organisations, allowed = null, own, closedPlaces } = props
  const content = useContent(session)
  const hasRight = useRight(session) === 'edit'
  const owned = useOwnItems(session.artefactId, own)
  const may = useMemo(
    () => allowedTo({ canEdit: hasRight, rule: allowed, isOwn: owned.has, content: () => session.content() }),
    [hasRight, allowed, owned, session],
  )
  const closed = useMemo(() => new Set(closedPlaces), [closedPlaces])
  const [announcer] = useState(createAnnouncer)
  const [wish] = useState(createFocusWish)
  const [asking, setAsking] = useState<Asking>({})
  const acts = useMemo(
    () => createActs({ session, t, say: announcer.say, may, onAdded: owned.add }),
    [session, t, announcer, may, owned],
  )
  const { choice, choose, activate, edit, endEditing, mark } = useChoice(content)
  const editing = useRef<string>(undefined)
  useEffect(() => {
    editing.current = choice.editing?.id
  }, [choice.editing])

  const context = useMemo(
    (): BoardContextValue => ({
      ...{ session, t, acts, canEdit: may.anything, may, closed, organisations, say: announcer.say },
      edit: (id, face) => {
        const item = session.content().items.find((candidate) => candidate.id === id)
        if (item && !may.edit(item)) return announcer.say(t('allowed.notNow'))
        if (face === 'board') wish.askSight(id)
        edit(id, face)
      },
      endEditing: (refocus) => {
        if (editing.current !== undefined) acts.dropIfEmpty(editing.current)
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
      gather: (ids, face) => {
        const group = acts.gather(ids, '')
        if (group === undefined) return
        if (face === 'board') wish.askSight(group, true)
        edit(group, face)
      },
      openConnect: (from, to) => setAsking({ connect: to === undefined ? { from } : { from, to } }),
      openGrouping: (ids) => setAsking({ group: ids }),
      openAlike: () => setAsking({ alike: true }),
    }),
    [session, t, acts, may, closed, organisations, edit, endEditing, choose, wish, announcer],
  )
  usePlaceWish(true, (place) => {
    const item = session.content().items.find(({ id }) => id === place)
    if (item) announcer.say(t('said.placeShown', { name: nameOf(item, t) }))
  })
  return (
    <BoardContext value={context}>
      <FocusWishContext value={wish}>
        <ReactFlowProvider>
          <Faces
            {...{ content, title, choice, activate, mark }}
            followed={props.followed}
            onFollowEnd={props.onFollowEnd}
          />
        </ReactFlowProvider>
        <Dialogs asking={asking} content={content} onClose={() => setAsking({})} onConnected={(id) => choose([id])} />
        <Announcements announcer={announcer} />
      </FocusWishContext>
    </BoardContext>
  )
}

type Chosen = ReturnType<typeof useChoice>

interface FacesProps extends Pick<Chosen, 'choice' | 'activate' | 'mark'> {
  content: CooperationModel
  title: string
  followed: number | null | undefined
  onFollowEnd: (() => void) | undefined
}

function Faces({ content, title, choice, activate, mark, followed, onFollowEnd }: FacesProps) {
  const { acts, canEdit, goTo } = useBoard()
  const { sides, setSides, isWide } = useSides()
  const [marksArea, setMarksArea] = useState(false)
  const lastViewport = useRef<Viewport>(undefined)
  useItemRemarks(sides === 'outline' ? 'outline' : 'board')
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
      <AllowedNote />
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
              followed={followed}
              onFollowEnd={onFollowEnd}
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
