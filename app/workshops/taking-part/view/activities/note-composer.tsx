import { Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { buttonStyle } from '../../../../components/button-style'
import { inputStyle } from '../../../../components/field-style'
import { useTranslate } from '../../../../i18n/use-translate'
import { plainText } from '../../../../lib/plain-text'
import { unfinished, waitsForWords } from '../use-shown-state'

export const longestNote = 2_000

const looks = {
  nothing: 'sr-only',
  added: 'sr-only',
  waits: 'mt-1 text-sm text-ink-soft',
  refused: 'mt-1 text-sm font-semibold text-danger',
}

interface NoteComposerProps {
  /** False while what it is added to is being opened: Enter then adds as soon as it is there. */
  ready: boolean
  /** False, and the text stays, where it could not be added. */
  onAdd(text: string): boolean
  /** What is said under the field when it could not. */
  refused: string
  /** How many one has written: said after each. */
  count: number
}

/** One field at the bottom, above a phone's keyboard: Enter adds, and one goes on with the next. */
export function NoteComposer({ ready, onAdd, refused, count }: NoteComposerProps) {
  const t = useTranslate('takingPart')
  const [text, setText] = useState('')
  const [said, setSaid] = useState<'nothing' | 'waits' | 'added' | 'refused'>('nothing')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const written = plainText(text).trim()
  const add = () => {
    if (written === '') return
    if (!ready) return setSaid('waits')
    const added = onAdd(written)
    if (added) setText('')
    setSaid(added ? 'added' : 'refused')
    field.current?.focus()
  }
  const addWaiting = useEffectEvent(() => {
    if (said === 'waits') add()
  })
  useEffect(() => {
    const timer = ready ? setTimeout(() => addWaiting()) : undefined
    return () => clearTimeout(timer)
  }, [ready])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      className="sticky bottom-[max(var(--bar-height,0px),var(--keyboard,0px))] z-20 -mx-4 mt-auto border-t border-line bg-surface px-4 pt-2 pb-3"
    >
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t('write.label')}
      </label>
      <div className="flex items-end gap-2">
        <textarea
          {...(written === '' ? waitsForWords : unfinished)}
          ref={field}
          id={id}
          rows={1}
          value={text}
          maxLength={longestNote}
          enterKeyHint="send"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          aria-invalid={said === 'refused' ? true : undefined}
          onChange={(event) => {
            setText(event.target.value)
            if (said !== 'nothing') setSaid('nothing')
          }}
          onKeyDown={(event) => {
            // Enter that ends the choosing of a character adds nothing yet.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
          className={`${inputStyle} field-sizing-content max-h-40 min-h-13 flex-1 resize-none text-lg`}
        />
        <button
          type="submit"
          // The field keeps the focus, and a phone its keyboard.
          onMouseDown={(event) => event.preventDefault()}
          className={buttonStyle('primary', 'large')}
        >
          <Plus aria-hidden className="size-5" />
          {t('write.add')}
        </button>
      </div>
      <p id={`${id}-hint`} className="sr-only">
        {t('write.hint')}
      </p>
      <p role="status" className={looks[said]}>
        {said === 'refused' ? refused : said === 'added' ? t('write.added', { count }) : said === 'waits' ? t('write.waits') : ''}
      </p>
    </form>
  )
}
