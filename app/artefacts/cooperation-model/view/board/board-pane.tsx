import { useReactFlow, type Viewport } from '@xyflow/react'
import { StickyNote } from 'lucide-react'
import { useMemo, useState, useSyncExternalStore, type RefObject } from 'react'
import { Button } from '../../../../components/button'
import { EmptyState } from '../../../../components/empty-state'
import { boardBoxes, type Point } from '../../model/boxes'
import type { CooperationModel, ItemType } from '../../model/content'
import { useBoard } from '../board-context'
import { Board, fitting } from './board'
import { Legend } from './legend'
import { FollowBar } from './follow-bar'
import { Minimap, useIsAllSeen } from './minimap'
import { StaticBoard } from './static-board'
import type { BoardChoice } from './use-board-scene'
import { useFollowing } from './use-following'
import { usePlaceSharer } from './use-place-sharer'
import { ViewToolbar, type Shown } from './view-toolbar'

export interface BoardPaneProps {
  content: CooperationModel
  title: string
  choice: BoardChoice
  activate(id: string): void
  mark(marks: readonly { id: string; selected: boolean }[]): void
  add(type: ItemType, at?: Point): void
  marksArea: boolean
  /** Whom the page asks to follow, and what it hears when that ends. */
  followed: number | null | undefined
  onFollowEnd: (() => void) | undefined
  lastViewport: RefObject<Viewport | undefined>
}

/** The board with what stands around it. The server and the first rendering draw it still; then it comes alive. */
export function BoardPane({ title, ...props }: BoardPaneProps) {
  const { t } = useBoard()
  const isAlive = useSyncExternalStore(nothingToFollow, isInBrowser, isOnServer)
  const label = t('view.boardName', { title })
  return (
    <div className="relative size-full min-h-0 bg-paper">
      {isAlive ? <LiveBoard {...props} label={label} /> : <StaticBoard content={props.content} label={label} />}
      {props.content.items.length === 0 ? <EmptyBoard add={props.add} /> : null}
    </div>
  )
}

function LiveBoard(props: Omit<BoardPaneProps, 'title'> & { label: string }) {
  const { session, t } = useBoard()
  const { items } = props.content
  const { fitView } = useReactFlow()
  const [shown, setShown] = useState<Shown>({ minimap: 'when-needed', pointers: true, legend: false, laser: false })
  const boxes = useMemo(() => boardBoxes(items), [items])
  const isAllSeen = useIsAllSeen(boxes)
  const hasMap = shown.minimap === 'always' || (shown.minimap === 'when-needed' && !isAllSeen)
  const following = useFollowing({ session, wanted: props.followed, onEnd: props.onFollowEnd })
  const sharer = usePlaceSharer(session, props.choice.selection)
  const fit = () => {
    following.stop()
    void fitView(fitting)
  }
  return (
    <>
      <Board {...props} showPointers={shown.pointers} pointsLaser={shown.laser} following={following} sharer={sharer} />
      <FollowBar following={following} />
      <div className="pointer-events-none absolute bottom-3 left-3 z-5 flex max-w-[calc(100%-1.5rem)] flex-col items-start gap-2 *:pointer-events-auto">
        {shown.legend ? <Legend /> : null}
        <ViewToolbar shown={shown} hasMap={hasMap} onShow={setShown} onFit={fit} following={following} />
      </div>
      {hasMap ? (
        // Above the bar where the window is too narrow for both.
        <div className="absolute right-3 bottom-3 z-5 max-lg:bottom-20 max-md:hidden">
          <Minimap items={items} boxes={boxes} label={t('zoom.minimapOfBoard')} />
        </div>
      ) : null}
    </>
  )
}

function EmptyBoard({ add }: Pick<BoardPaneProps, 'add'>) {
  const { may, t } = useBoard()
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center p-4">
      <div className="pointer-events-auto max-w-xl">
        {may.add('note') ? (
          <EmptyState
            icon={StickyNote}
            title={t('empty.title')}
            action={
              <Button variant="primary" size="large" onPress={() => add('note')}>
                {t('empty.first')}
              </Button>
            }
          >
            <p>{t('empty.explained')}</p>
            <p className="mt-2 max-md:hidden">{t('empty.keys')}</p>
          </EmptyState>
        ) : (
          <p className="text-ink-soft">{t('empty.readOnly')}</p>
        )}
      </div>
    </div>
  )
}

const nothingToFollow = () => () => undefined
const isInBrowser = () => true
const isOnServer = () => false
