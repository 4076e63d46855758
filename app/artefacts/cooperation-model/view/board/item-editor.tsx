import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { Button } from '../../../../components/button'
import { TextArea } from '../../../../components/text-field'
import { lineHeight } from '../../../shared/text-width'
import { useLiveText } from '../../../shared/use-live-text'
import {
  isGroup,
  longestName,
  longestText,
  type Actor,
  type BoardItem,
  type BoardText,
  type Frame,
  type Note,
} from '../../model/content'
import { frameLines } from '../../model/boxes'
import { borders, frameGrounds, noteGrounds } from '../../model/looks'
import { frameMeasures, noteMeasures, textMeasures, textPadding } from '../../model/measures'
import { ActorFields } from '../actor-fields'
import { useBoard } from '../board-context'
import { endsEditing, isUndoKey } from '../keys'

/** What holds nothing but words: these are written right where they stand. */
export type WordedItem = Exclude<BoardItem, Actor>

/** Writing in place. Esc, Enter and leaving it end the writing; Shift+Enter begins a new line. */
export function ItemEditor({ item }: { item: WordedItem }) {
  const { onBlur, onEnd } = useEditing(item.id)
  const { label, ...field } = useWordsField(item, onEnd)
  return (
    <textarea
      {...field}
      aria-label={label}
      rows={1}
      onBlur={onBlur}
      className="nodrag nopan nowheel pointer-events-auto absolute inset-0 m-0 size-full resize-none overflow-y-auto border text-ink [overflow-wrap:anywhere]"
      style={editorStyle(item)}
    />
  )
}

/** The same beside the item, in letters of the page's size: for actors, and for boards seen from afar. */
export function ItemSheet({ item }: { item: BoardItem }) {
  const { t } = useBoard()
  const { onBlur, onEnd } = useEditing(item.id)
  return (
    <div
      className="w-80 max-w-full rounded-lg border border-line-strong bg-surface p-4 shadow-floating"
      onBlur={onBlur}
    >
      {item.type === 'actor' ? <ActorFields actor={item} onEnd={onEnd} /> : <SheetField item={item} onEnd={onEnd} />}
      <Button variant="primary" size="small" onPress={onEnd} className="mt-3">
        {t('edit.done')}
      </Button>
    </div>
  )
}

function SheetField({ item, onEnd }: { item: WordedItem; onEnd(): void }) {
  return <TextArea {...useWordsField(item, onEnd)} rows={2} />
}

/** A field for an item's words: focused, shared with whoever writes in the same, and ended by its keys. */
function useWordsField(item: WordedItem, onEnd: () => void) {
  const { acts, t } = useBoard()
  const isNamed = item.type === 'frame'
  const field = useLiveText<HTMLTextAreaElement>(isNamed ? item.name : item.text, (next) =>
    acts.write(item.id, isNamed ? { name: next } : { text: next }),
  )
  const element = field.ref
  useEffect(() => {
    element.current?.focus({ preventScroll: true })
    element.current?.setSelectionRange(element.current.value.length, element.current.value.length)
  }, [element])
  return {
    ...field,
    label: isNamed ? t(isGroup(item) ? 'field.groupName' : 'field.name') : t(`item.${item.type}`),
    maxLength: isNamed ? longestName : longestText,
    onKeyDown: (event: KeyboardEvent) => {
      if (!endsEditing(event, onEnd)) isUndoKey(event, acts)
    },
  }
}

/** Each writing is an undo step of its own. Ended by a key, it gives the focus back to the item; by leaving, not. */
function useEditing(id: string) {
  const { acts, endEditing } = useBoard()
  const ended = useRef(false)
  useEffect(() => {
    acts.endStep()
    return () => acts.endStep()
  }, [acts])
  const end = (refocus?: { face: 'board'; id: string }) => {
    if (ended.current) return
    ended.current = true
    endEditing(refocus)
  }
  return {
    onEnd: () => end({ face: 'board', id }),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      // Within the editor, and to another window and back, the writing goes on.
      if (!event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) end()
    },
  }
}

function editorStyle(item: Note | BoardText | Frame) {
  switch (item.type) {
    case 'note':
      return {
        background: noteGrounds[item.colour],
        borderColor: borders[item.colour],
        borderRadius: 5,
        padding: noteMeasures.padding - 1,
        fontSize: noteMeasures.text,
        lineHeight,
      }
    case 'text': {
      const { size, bold } = textMeasures[item.size]
      return { padding: textPadding - 1, fontSize: size, fontWeight: bold ? 700 : 400, lineHeight, background: 'white' }
    }
    case 'frame':
      return {
        background: frameGrounds[item.colour],
        borderColor: borders[item.colour],
        borderRadius: 12,
        padding: `${frameMeasures.padding * 0.75 - 1}px ${frameMeasures.padding - 1}px`,
        fontSize: frameMeasures.name,
        fontWeight: 700,
        lineHeight,
        height: frameMeasures.padding * 1.5 + frameMeasures.name * lineHeight * Math.max(1, frameLines(item).length),
      }
  }
}
