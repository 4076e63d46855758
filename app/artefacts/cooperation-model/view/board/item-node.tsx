import type { NodeProps, NodeTypes } from '@xyflow/react'
import { Lock, Route } from 'lucide-react'
import { memo, useContext, useRef, type ReactNode } from 'react'
import { OrganisationShape } from '../../../../components/organisation-badge'
import { RemarkBadge } from '../../../../remarks/view/remark-badge'
import { useItemCount } from '../../../../remarks/view/remarks-store'
import { lineHeight } from '../../../shared/text-width'
import { isGroup, type Actor, type BoardItem, type BoardText, type Frame, type Note } from '../../model/content'
import { borders, frameGrounds, inks, noteGrounds, organisationLooks } from '../../model/looks'
import { actorMeasures, frameMeasures, noteMeasures, textMeasures, textPadding } from '../../model/measures'
import { kindOf, nameOf } from '../../model/names'
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
  const { closed, t } = useBoard()
  const standings = useContext(StandingsContext)
  const { shared, internal } = useItemCount(item.id)
  const element = useRef<HTMLDivElement>(null)
  useWishedFocus('board', item.id, element, active && !editing)
  return (
    <div
      ref={element}
      data-thing={item.id}
      data-remark-item={item.id}
      role="group"
      aria-roledescription={kindOf(item, t)}
      aria-label={describeItem(item, { standing: standings.get(item.id), selected, closed: closed.has(item.id), remarks: shared + internal }, t)}
      // Within role="application" a named group is focused like a control; its keys are the board's (board-keys.ts).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      data-chosen={selected && !editing ? '' : undefined}
      className="board-item relative min-h-full rounded-md text-ink"
    >
      {children}
      <RemarkBadge item={item.id} name={nameOf(item, t)} tabIndex={-1} className="nopan pointer-events-auto absolute -bottom-3 left-4" />
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
      {note.author === undefined ? null : <AuthorLine author={note.author} />}
      <OriginMark item={note} />
    </div>
  )
}

/** At the foot of the note; as much room again is left for it below the words. */
function AuthorLine({ author }: { author: string }) {
  const { author: size, authorGap, padding } = noteMeasures
  return (
    <>
      <span aria-hidden className="invisible block" style={{ fontSize: size, marginTop: authorGap }}>
        {author}
      </span>
      <span className="absolute text-ink-soft" style={{ fontSize: size, inset: `auto ${padding - 1}px ${padding - 1}px` }}>
        {author}
      </span>
    </>
  )
}

/** A small mark on what came from a workshop, leading to where it came from. By keys one gets there from the outline. */
function OriginMark({ item }: { item: BoardItem }) {
  const { t } = useBoard()
  const origin = item.origins?.at(-1)
  if (origin === undefined) return null
  return (
    <a
      href={`/origins/${origin}`}
      tabIndex={-1}
      aria-label={t('origin.open', { name: nameOf(item, t) })}
      title={t('origin.has')}
      className="nodrag nopan pointer-events-auto absolute -top-3 -right-3 inline-flex size-6 items-center justify-center rounded-full border border-line bg-surface text-ink-soft hover:text-accent-strong"
    >
      <Route aria-hidden className="size-3.5" />
    </a>
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
      <OriginMark item={actor} />
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
  const { closed, t } = useBoard()
  const { padding, name } = frameMeasures
  const border = isGroup(frame) ? `2px dashed ${inks.lineStrong}` : `1.5px solid ${borders[frame.colour]}`
  return (
    <div className="absolute inset-0 rounded-xl" style={{ background: frameGrounds[frame.colour], border }}>
      <div
        className={`frame-name pointer-events-auto cursor-grab rounded-t-xl font-bold ${words}`}
        style={{ padding: `${padding * 0.75 - 1.5}px ${padding - 1.5}px 6px`, fontSize: name, lineHeight }}
      >
        {frame.name.trim() || nameOf(frame, t)}
      </div>
      {closed.has(frame.id) ? (
        <span
          title={t('closed.place')}
          className="absolute -top-3 right-3 inline-flex size-7 items-center justify-center rounded-full border border-line-strong bg-surface"
        >
          <Lock aria-hidden className="size-4" />
        </span>
      ) : null}
    </div>
  )
}
