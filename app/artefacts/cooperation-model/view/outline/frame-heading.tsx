import { memo, useRef } from 'react'
import type { Frame } from '../../model/content'
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
  const { canEdit, edit, endEditing, t } = useBoard()
  const button = useRef<HTMLButtonElement>(null)
  useWishedFocus('outline', frame.id, button, !isEditing)
  const name = frame.name.trim() || t('unnamed.frame')
  if (isEditing && canEdit) {
    return (
      <>
        <h3 className="sr-only">{name}</h3>
        <div className="my-2 rounded-lg border border-line-strong p-3">
          <ItemFields item={frame} onEnd={() => endEditing({ face: 'outline', id: frame.id })} />
        </div>
      </>
    )
  }
  return (
    <div className={`mb-1 flex items-center gap-1 border-b border-line ${isChosen ? 'bg-accent-soft' : ''}`}>
      <h3 className="min-w-0 flex-1 text-lg font-bold">
        {canEdit ? (
          <button
            ref={button}
            type="button"
            onClick={() => edit(frame.id, 'outline')}
            className="min-h-10 w-full cursor-pointer rounded-md px-2 py-1 text-left [overflow-wrap:anywhere] hover:bg-accent-soft"
          >
            {name}
          </button>
        ) : (
          name
        )}
      </h3>
      <span className="shrink-0 text-sm text-ink-soft">{t('count.item', { count: memberCount })}</span>
      <ThingMenu item={frame} isFirst={isFirst} isLast={isLast} onShow={onShow} />
    </div>
  )
})
