import { useEffect, useRef, type FocusEvent, type ReactNode, type RefObject } from 'react'
import { Button } from '../../../../components/button'
import { lineHeight } from '../../../shared/text-width'
import { useLiveText } from '../../../shared/use-live-text'
import { longestName, longestText, type Actor, type BoardItem, type BoardText, type Frame, type Note } from '../../model/content'
import { borders, frameGrounds, noteGrounds } from '../../model/looks'
import { frameMeasures, noteMeasures, textMeasures, textPadding } from '../../model/measures'
import { ActorFields } from '../actor-fields'
import { useBoard } from '../board-context'
import { endsEditing, isUndoKey } from '../keys'

/** Writing in place. Esc and Enter end it, Shift+Enter begins a new line; so does leaving it. */
export function ItemEditor({ item }: { item: BoardItem }) {
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
  const endByKey = () => end({ face: 'board', id: item.id })
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    // Within the editor, and to another window and back, the writing goes on.
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return
    end()
  }
  return (
    <div className="nodrag nopan nowheel contents" onBlur={onBlur}>
      {item.type === 'actor' ? <ActorEditor actor={item} onEnd={endByKey} /> : <WordsEditor item={item} onEnd={endByKey} />}
    </div>
  )
}

function WordsEditor({ item, onEnd }: { item: Note | BoardText | Frame; onEnd(): void }) {
  const { acts, t } = useBoard()
  const isFrame = item.type === 'frame'
  const field = useLiveText<HTMLTextAreaElement>(isFrame ? item.name : item.text, (next) =>
    acts.write(item.id, isFrame ? { name: next } : { text: next }),
  )
  useFocusAtEnd(field.ref)
  return (
    <textarea
      {...field}
      aria-label={t(`item.${item.type}`)}
      maxLength={isFrame ? longestName : longestText}
      rows={1}
      onKeyDown={(event) => endsEditing(event, onEnd) || isUndoKey(event, acts)}
      className="pointer-events-auto absolute inset-0 m-0 size-full resize-none overflow-y-auto border text-ink [overflow-wrap:anywhere]"
      style={editorStyle(item)}
    />
  )
}

function ActorEditor({ actor, onEnd }: { actor: Actor; onEnd(): void }) {
  const { t } = useBoard()
  return (
    <Sheet>
      <ActorFields actor={actor} onEnd={onEnd} />
      <Button variant="primary" size="small" onPress={onEnd} className="mt-3">
        {t('edit.done')}
      </Button>
    </Sheet>
  )
}

/** A sheet of fields over the board, as wide as fields need. */
function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="absolute top-0 left-0 w-72 cursor-default rounded-lg border border-line-strong bg-surface p-3 text-base shadow-floating">
      {children}
    </div>
  )
}

function useFocusAtEnd(element: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const field = element.current
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [element])
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
        height: frameMeasures.padding * 1.5 + frameMeasures.name * lineHeight * 2,
      }
  }
}
