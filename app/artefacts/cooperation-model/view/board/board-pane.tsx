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
import { Minimap } from './minimap'
import { StaticBoard } from './static-board'
import type { BoardChoice } from './use-board-scene'
import { ViewToolbar, type Shown } from './view-toolbar'

export interface BoardPaneProps {
  content: CooperationModel
  title: string
  choice: BoardChoice
  activate(id: string): void
  mark(marks: readonly { id: string; selected: boolean }[]): void
  add(type: ItemType, at?: Point): void
  marksArea: boolean
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
  const { t } = useBoard()
  const { items } = props.content
  const { fitView } = useReactFlow()
  const [shown, setShown] = useState<Shown>({ minimap: true, pointers: true, legend: false })
  const boxes = useMemo(() => boardBoxes(items), [items])
  return (
    <>
      <Board {...props} showPointers={shown.pointers} />
      <div className="pointer-events-none absolute bottom-3 left-3 z-5 flex max-w-[calc(100%-1.5rem)] flex-col items-start gap-2 *:pointer-events-auto">
        {shown.legend ? <Legend /> : null}
        <ViewToolbar shown={shown} onShow={setShown} onFit={() => void fitView(fitting)} />
      </div>
      {shown.minimap ? (
        <div className="absolute right-3 bottom-3 z-5 max-lg:hidden">
          <Minimap items={items} boxes={boxes} label={t('zoom.minimapOfBoard')} />
        </div>
      ) : null}
    </>
  )
}

function EmptyBoard({ add }: Pick<BoardPaneProps, 'add'>) {
  const { canEdit, t } = useBoard()
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center p-4">
      <div className="pointer-events-auto max-w-xl">
        {canEdit ? (
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
