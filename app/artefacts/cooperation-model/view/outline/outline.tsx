import { Frame } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from '../../../../components/button'
import { usePlaceWish } from '../../../shared/place-wish'
import { isFrame, noFrame, siblingsKey, type BoardItem, type CooperationModel } from '../../model/content'
import { byId } from '../../model/names'
import { useBoard } from '../board-context'
import type { Choice } from '../choice'
import { useKeptFocus } from '../use-kept-focus'
import { OutlineConnectors } from './outline-connectors'
import { OutlineGroup } from './outline-group'

interface OutlineProps {
  content: CooperationModel
  choice: Choice
  /** Shows a thing on the board and goes there. */
  onShow(id: string): void
  className: string
}

/**
 * The board as headings and lists: everything that is on it can be read, written, moved and connected here, with a
 * keyboard, a screen reader or a phone.
 */
export function Outline({ content, choice, onShow, className }: OutlineProps) {
  const { acts, edit, may, t } = useBoard()
  const editing = choice.editing?.face === 'outline' ? choice.editing.id : undefined
  const section = useRef<HTMLElement>(null)
  const keptFocus = useKeptFocus(section)
  const pinned = usePinned(content.items, editing)
  const groups = useMemo(() => groupsOf(content.items, pinned), [content.items, pinned])
  const itemsById = useMemo(() => byId(content), [content])
  const frames = content.items.filter(isFrame)
  const ends = endsAmongSiblings(frames)
  const shared = { selection: choice.selection, editing, onShow }
  usePlaceWish(true, (place) => {
    const sections = section.current?.querySelectorAll<HTMLElement>('[data-place]') ?? []
    const wanted = [...sections].find((element) => element.dataset['place'] === place)
    wanted?.scrollIntoView({ block: 'start' })
  })
  const addFrame = () => {
    const id = acts.add({ type: 'frame', name: t('newName.frame') })
    if (id !== undefined) edit(id, 'outline')
  }
  return (
    <section
      {...keptFocus}
      ref={section}
      tabIndex={-1}
      aria-label={t('outline.heading')}
      className={`relative min-h-0 overflow-y-auto border-line bg-surface px-4 pt-4 pb-16 sm:px-5 ${className}`}
    >
      <div className="mx-auto grid max-w-3xl gap-6">
        <div>
          <h2 className="text-xl font-bold">{t('outline.heading')}</h2>
          <p className="text-sm text-ink-soft">{t('outline.intro')}</p>
        </div>
        {frames.map((frame) => (
          <OutlineGroup
            key={frame.id}
            frame={frame}
            isFirst={ends.first.has(frame.id)}
            isLast={ends.last.has(frame.id)}
            members={groups.get(frame.id) ?? nothing}
            {...shared}
          />
        ))}
        <OutlineGroup frame={undefined} members={groups.get(noFrame) ?? nothing} {...shared} />
        {may.add('frame') ? (
          <Button onPress={addFrame} className="justify-self-start">
            <Frame aria-hidden className="size-5 text-accent" />
            {t('add.frameLong')}
          </Button>
        ) : null}
        <OutlineConnectors
          connectors={content.connectors}
          items={content.items}
          itemsById={itemsById}
          selection={choice.selection}
          editing={editing}
          onShow={onShow}
        />
      </div>
    </section>
  )
}

/** Which frames come first and last among those that they can change places with. */
function endsAmongSiblings(frames: readonly BoardItem[]) {
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  for (const frame of frames) {
    const siblings = siblingsKey(frame)
    if (!first.has(siblings)) first.set(siblings, frame.id)
    last.set(siblings, frame.id)
  }
  return { first: new Set(first.values()), last: new Set(last.values()) }
}

const nothing: readonly BoardItem[] = []

interface Pinned {
  id: string
  group: string
}

/**
 * What is being written in stays where it is listed until that is done, though its form may have put it into another
 * frame: its fields must not go away from under one's hands.
 */
function usePinned(items: readonly BoardItem[], editing: string | undefined): Pinned | undefined {
  const [pinned, setPinned] = useState<Pinned>()
  if (editing === pinned?.id) return pinned
  const item = items.find(({ id }) => id === editing)
  const next = item && { id: item.id, group: siblingsKey(item) }
  if (next || pinned) setPinned(next)
  return next
}

function groupsOf(items: readonly BoardItem[], pinned: Pinned | undefined): ReadonlyMap<string, readonly BoardItem[]> {
  const groups = new Map<string, BoardItem[]>()
  for (const item of items) {
    const group = item.id === pinned?.id ? pinned.group : siblingsKey(item)
    if (isFrame(item)) continue
    const known = groups.get(group)
    if (known) known.push(item)
    else groups.set(group, [item])
  }
  return groups
}
