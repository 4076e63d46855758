import { memo, useState } from 'react'
import { Button } from '../../../../components/button'
import { isGroup, type BoardItem, type Frame, type ItemType } from '../../model/content'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import { FrameHeading } from './frame-heading'
import { OutlineItem } from './outline-item'

/** As many at once as one reads at once; the rest comes by asking for it. */
const pageLength = 100

export interface OutlineGroupProps {
  /** Undefined for what stands in no frame. */
  frame: Frame | undefined
  isFirst?: boolean
  isLast?: boolean
  members: readonly BoardItem[]
  selection: ReadonlySet<string>
  editing: string | undefined
  onShow(id: string): void
}

/** A frame as a heading with what is in it as a list; the last one holds what is in no frame. */
export function OutlineGroup(props: OutlineGroupProps) {
  const { frame, isFirst = false, isLast = false, members, selection, editing, onShow } = props
  const { may, t } = useBoard()
  const [shown, setShown] = useState(pageLength)
  const editedPlace = members.findIndex(({ id }) => id === editing)
  const listed = members.slice(0, Math.max(shown, editedPlace + 1))
  const rest = members.length - listed.length
  return (
    <section
      data-place={frame?.id}
      className={isGroup(frame) ? 'border-l-2 border-dashed border-line-strong pl-3' : undefined}
    >
      {frame ? (
        <FrameHeading
          frame={frame}
          isFirst={isFirst}
          isLast={isLast}
          memberCount={members.length}
          isChosen={selection.has(frame.id)}
          isEditing={editing === frame.id}
          onShow={onShow}
        />
      ) : (
        <h3 className="mb-1 border-b border-line pb-1 text-lg font-bold">{t('noFrame')}</h3>
      )}
      {members.length === 0 ? <p className="py-1 text-ink-soft">{t('outline.empty')}</p> : null}
      <ol>
        {listed.map((item, index) => (
          <OutlineItem
            key={item.id}
            item={item}
            isFirst={index === 0}
            isLast={index === members.length - 1}
            isChosen={selection.has(item.id)}
            isEditing={editing === item.id}
            onShow={onShow}
          />
        ))}
      </ol>
      {rest > 0 ? (
        <Button size="small" variant="quiet" onPress={() => setShown(listed.length + pageLength)}>
          {t('outline.more', { count: Math.min(rest, pageLength) })}
        </Button>
      ) : null}
      {may.putIn(frame?.id) ? <AddHere frame={frame} /> : null}
    </section>
  )
}

const additions: ItemType[] = ['note', 'actor', 'text']

const AddHere = memo(function AddHere({ frame }: { frame: Frame | undefined }) {
  const { acts, edit, may, t } = useBoard()
  const offered = additions.filter((type) => may.add(type))
  const add = (type: ItemType) => {
    const id = acts.add({ type, ...(frame ? { frame: frame.id } : {}) })
    if (id !== undefined) edit(id, 'outline')
  }
  const label = frame ? t('outline.addIn', { frame: nameOf(frame, t) }) : t('outline.addToBoard')
  if (offered.length === 0) return null
  return (
    <div role="group" aria-label={label} className="mt-1 flex flex-wrap gap-x-1">
      {offered.map((type) => (
        <Button key={type} size="small" variant="quiet" aria-label={`${t(`add.${type}Long`)}. ${label}`} onPress={() => add(type)}>
          + {t(`add.${type}`)}
        </Button>
      ))}
    </div>
  )
})
