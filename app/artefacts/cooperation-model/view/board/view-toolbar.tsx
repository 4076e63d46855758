import { useReactFlow, useStore } from '@xyflow/react'
import { Keyboard, Map as MapIcon, Maximize, MousePointer2, Pointer, Shapes, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Dialog } from '../../../../components/dialog'
import { IconButton } from '../../../../components/icon-button'
import { Toolbar, ToolbarDivider } from '../../../../components/toolbar'
import { useBoard } from '../board-context'
import { FollowMenu } from './follow-bar'
import type { Following } from './use-following'

/** What of the board's surroundings is shown. */
export interface Shown {
  /** `when-needed`: where not all of the board is in sight. */
  minimap: 'when-needed' | 'always' | 'never'
  pointers: boolean
  legend: boolean
  laser: boolean
}

interface ViewToolbarProps {
  shown: Shown
  /** The small map is seen just now. */
  hasMap: boolean
  following: Following
  onShow(shown: Shown): void
  onFit(): void
}

/** How large the board is seen, and what is shown around it. Nothing here changes the board. */
export function ViewToolbar({ shown, hasMap, following, onShow, onFit }: ViewToolbarProps) {
  const { t } = useBoard()
  const { zoomIn, zoomOut, zoomTo } = useReactFlow()
  const zoom = useStore(({ transform }) => transform[2])
  const [helping, setHelping] = useState(false)
  const level = t('zoom.level', { percent: Math.round(zoom * 100) })
  const toggle = (what: 'pointers' | 'legend' | 'laser') => () => onShow({ ...shown, [what]: !shown[what] })
  const byHand = (change: () => Promise<boolean>) => () => {
    following.stop()
    void change()
  }
  return (
    <>
      <Toolbar label={t('zoom.toolbar')}>
        <IconButton label={t('zoom.out')} shortcut="−" icon={ZoomOut} onPress={byHand(() => zoomOut())} />
        <AriaButton
          aria-label={`${level}. ${t('zoom.reset')}`}
          onPress={byHand(() => zoomTo(1))}
          className="min-h-10 min-w-14 cursor-pointer rounded-md px-1 text-sm tabular-nums hover:bg-accent-soft"
        >
          {level}
        </AriaButton>
        <IconButton label={t('zoom.in')} shortcut="+" icon={ZoomIn} onPress={byHand(() => zoomIn())} />
        <IconButton label={t('zoom.fit')} shortcut="0" icon={Maximize} onPress={onFit} />
        <ToolbarDivider />
        <IconButton label={t('zoom.legend')} icon={Shapes} pressed={shown.legend} onPress={toggle('legend')} />
        <IconButton
          label={t('zoom.minimap')}
          icon={MapIcon}
          pressed={hasMap}
          onPress={() => onShow({ ...shown, minimap: hasMap ? 'never' : 'always' })}
          className="max-md:hidden"
        />
        <IconButton label={t('zoom.cursors')} icon={MousePointer2} pressed={shown.pointers} onPress={toggle('pointers')} />
        <IconButton label={t('zoom.laser')} shortcut="L" icon={Pointer} pressed={shown.laser} onPress={toggle('laser')} />
        <FollowMenu following={following} />
        <IconButton label={t('keys.title')} icon={Keyboard} onPress={() => setHelping(true)} className="max-md:hidden" />
      </Toolbar>
      <Dialog title={t('keys.title')} isOpen={helping} onOpenChange={setHelping}>
        <KeyList />
      </Dialog>
    </>
  )
}

const keys = [
  'add',
  'arrows',
  'move',
  'resize',
  'edit',
  'end',
  'choose',
  'all',
  'duplicate',
  'group',
  'delete',
  'undo',
  'zoom',
  'area',
  'laser',
] as const

function KeyList() {
  const { t } = useBoard()
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
      {keys.map((key) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid border-t border-line pt-2 first:border-0 first:pt-0">
          <dt className="font-semibold whitespace-nowrap max-sm:whitespace-normal">{t(`keys.${key}.keys`)}</dt>
          <dd>{t(`keys.${key}.does`)}</dd>
        </div>
      ))}
    </dl>
  )
}
