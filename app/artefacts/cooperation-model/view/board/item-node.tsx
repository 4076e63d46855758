import type { NodeProps, NodeTypes } from '@xyflow/react'
import { memo, useContext, useRef, type ReactNode } from 'react'
import { OrganisationShape } from '../../../../components/organisation-badge'
import { lineHeight } from '../../../shared/text-width'
import type { Actor, BoardItem, BoardText, Frame, Note } from '../../model/content'
import { borders, frameGrounds, noteGrounds, organisationLooks } from '../../model/looks'
import { actorMeasures, frameMeasures, noteMeasures, textMeasures, textPadding } from '../../model/measures'
import { useBoard } from '../board-context'
import { describeItem } from '../describe'
import { useWishedFocus } from '../focus'
import { ItemEditor } from './item-editor'
import type { ItemNode } from './nodes'
import { StandingsContext } from './standings-context'

const Item = memo(function Item({ data, selected }: NodeProps<ItemNode>) {
  const { item, editing, active } = data
  return (
    <ItemShell item={item} selected={selected} active={active} editing={editing}>
      {editing && item.type !== 'actor' ? <ItemEditor item={item} /> : <ItemFace item={item} />}
    </ItemShell>
  )
})

/** One component for all: what tells them apart is the item within. */
export const nodeTypes: NodeTypes = { note: Item, actor: Item, text: Item, frame: Item }

interface ItemShellProps {
  item: BoardItem
  selected: boolean
  active: boolean
  editing: boolean
  children: ReactNode
}

/** The element that is focused and named. */
function ItemShell({ item, selected, active, editing, children }: ItemShellProps) {
  const { t } = useBoard()
  const standings = useContext(StandingsContext)
  const element = useRef<HTMLDivElement>(null)
  useWishedFocus('board', item.id, element, active && !editing)
  return (
    <div
      ref={element}
      data-thing={item.id}
      role="group"
      aria-roledescription={t(`item.${item.type}`)}
      aria-label={describeItem(item, standings.get(item.id), selected, t)}
      // Within role="application" a named group is focused like a control; its keys are the board's (board-keys.ts).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      data-chosen={selected && !editing ? '' : undefined}
      className="board-item relative min-h-full rounded-md text-ink"
    >
      {children}
    </div>
  )
}

const ItemFace = memo(function ItemFace({ item }: { item: BoardItem }) {
  switch (item.type) {
    case 'note':
      return <NoteFace note={item} />
    case 'actor':
      return <ActorFace actor={item} />
    case 'text':
      return <TextFace text={item} />
    case 'frame':
      return <FrameFace frame={item} />
  }
})

const words = 'whitespace-pre-wrap [overflow-wrap:anywhere]'

function NoteFace({ note }: { note: Note }) {
  return (
    <div
      className={`absolute inset-0 min-h-fit rounded-[5px] border shadow-raised ${words}`}
      style={{
        background: noteGrounds[note.colour],
        borderColor: borders[note.colour],
        padding: noteMeasures.padding - 1,
        fontSize: noteMeasures.text,
        lineHeight,
      }}
    >
      {note.text}
    </div>
  )
}

function ActorFace({ actor }: { actor: Actor }) {
  const { t } = useBoard()
  const { ink, ground } = organisationLooks[actor.organisationType]
  const { padding, name, type, role, shape, shapeGap, lineGap } = actorMeasures
  return (
    <div
      className={`absolute inset-0 min-h-fit rounded-[9px] border-[1.5px] shadow-raised ${words}`}
      style={{ background: ground, borderColor: ink, padding: padding - 1.5, lineHeight }}
    >
      <div className="flex" style={{ gap: shapeGap }}>
        <span className="flex shrink-0" style={{ color: ink, width: shape, paddingTop: (name * lineHeight - shape) / 2 }}>
          <OrganisationShape type={actor.organisationType} className="size-[18px]" />
        </span>
        <span className="min-w-0">
          <span className="block font-bold" style={{ fontSize: name }}>
            {actor.name || t('unnamed.actor')}
          </span>
          <span className="block whitespace-nowrap" style={{ fontSize: type, color: ink }}>
            {t(`organisationType.${actor.organisationType}`)}
          </span>
        </span>
      </div>
      {actor.role.trim() === '' ? null : (
        <div style={{ fontSize: role, marginTop: lineGap }}>{actor.role}</div>
      )}
    </div>
  )
}

function TextFace({ text }: { text: BoardText }) {
  const { t } = useBoard()
  const { size, bold } = textMeasures[text.size]
  return (
    <div
      className={`absolute inset-0 min-h-fit ${bold ? 'font-bold' : ''} ${words}`}
      style={{ padding: textPadding, fontSize: size, lineHeight }}
    >
      {text.text.trim() === '' ? <span className="text-ink-soft">{t('unnamed.text')}</span> : text.text}
    </div>
  )
}

function FrameFace({ frame }: { frame: Frame }) {
  const { t } = useBoard()
  const { padding, name } = frameMeasures
  return (
    <div
      className="absolute inset-0 rounded-xl border-[1.5px]"
      style={{ background: frameGrounds[frame.colour], borderColor: borders[frame.colour] }}
    >
      <div
        className={`frame-name pointer-events-auto cursor-grab rounded-t-xl font-bold ${words}`}
        style={{ padding: `${padding * 0.75 - 1.5}px ${padding - 1.5}px 6px`, fontSize: name, lineHeight }}
      >
        {frame.name || t('unnamed.frame')}
      </div>
    </div>
  )
}
