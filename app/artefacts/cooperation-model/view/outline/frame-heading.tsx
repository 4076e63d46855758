import { Group, Lock } from 'lucide-react'
import { memo, useRef } from 'react'
import { RemarkBadge } from '../../../../remarks/view/remark-badge'
import { isGroup, type Frame } from '../../model/content'
import { nameOf } from '../../model/names'
import { useBoard } from '../board-context'
import { useWishedFocus } from '../focus'
import { ItemFields } from './item-fields'
import { ThingMenu } from './thing-menu'

interface FrameHeadingProps {
  frame: Frame
  isFirst: boolean
  isLast: boolean
  memberCount: number
  isChosen: boolean
  isEditing: boolean
  onShow(id: string): void
}

/** A frame's name, which is pressed to change it, and what can be done with the frame. */
export const FrameHeading = memo(function FrameHeading(props: FrameHeadingProps) {
  const { frame, isFirst, isLast, memberCount, isChosen, isEditing, onShow } = props
  const { closed, edit, endEditing, may, t } = useBoard()
  const canEdit = may.edit(frame)
  // A group is a part of the frame whose notes it gathers.
  const Heading = frame.gathers ? 'h4' : 'h3'
  const button = useRef<HTMLButtonElement>(null)
  useWishedFocus('outline', frame.id, button, !isEditing)
  const name = nameOf(frame, t)
  if (isEditing && canEdit) {
    return (
      <>
        <Heading className="sr-only">{name}</Heading>
        <div className="my-2 rounded-lg border border-line-strong p-3">
          <ItemFields item={frame} onEnd={() => endEditing({ face: 'outline', id: frame.id })} />
        </div>
      </>
    )
  }
  const words = (
    <>
      {isGroup(frame) ? <Group aria-hidden className="mr-2 inline size-4 text-accent" /> : null}
      {isGroup(frame) ? <span className="sr-only">{t('item.group')}: </span> : null}
      {name}
      {closed.has(frame.id) ? (
        <span className="ml-2 inline-flex items-center gap-1 text-sm font-normal text-ink-soft">
          <Lock aria-hidden className="size-4" />
          {t('closed.short')}
        </span>
      ) : null}
    </>
  )
  return (
    <div data-remark-item={frame.id} className={`mb-1 flex items-center gap-1 border-b border-line ${isChosen ? 'bg-accent-soft' : ''}`}>
      <Heading className={`min-w-0 flex-1 font-bold ${isGroup(frame) ? '' : 'text-lg'}`}>
        {canEdit ? (
          <button
            ref={button}
            type="button"
            onClick={() => edit(frame.id, 'outline')}
            className="min-h-10 w-full cursor-pointer rounded-md px-2 py-1 text-left [overflow-wrap:anywhere] hover:bg-accent-soft"
          >
            {words}
          </button>
        ) : (
          words
        )}
      </Heading>
      <span className="shrink-0 text-sm text-ink-soft">{t('count.item', { count: memberCount })}</span>
      <RemarkBadge item={frame.id} name={name} />
      <ThingMenu item={frame} isFirst={isFirst} isLast={isLast} onShow={onShow} />
    </div>
  )
})
