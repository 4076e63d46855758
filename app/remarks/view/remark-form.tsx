import { Send } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../../components/button'
import { inputStyle, labelStyle } from '../../components/field-style'
import { useTranslate } from '../../i18n/use-translate'
import { longestRemark, type Mention } from '../model/content'
import { callAt, offered, withCall, type BegunCall } from '../model/called-names'
import { mentionsIn } from '../model/mentions'
import type { Said } from '../model/operations'
import { MentionList } from './mention-list'
import type { RemarksStore } from './remarks-store'
import { revealInPanel } from './reveal'

/** `unready`: something else is to be answered first, and says so itself. */
export type Sending = 'sent' | 'refused' | 'unready'

interface RemarkFormProps {
  label: string
  /** What the button says: who will see it. */
  send: string
  /** Under which words that are not sent are kept when the field closes. */
  unsentAs: string
  store: RemarksStore
  known: readonly Mention[]
  /** What is changed; else the field is empty. */
  present?: string
  /** Takes the focus as it opens. */
  takesFocus?: boolean
  /** What is asked beside the words. */
  children?: ReactNode
  onSend(said: Said): Sending
  onCancel?(): void
}

/** The field of a remark. @ offers names; Ctrl+Enter sends. */
export function RemarkForm(props: RemarkFormProps) {
  const { label, send, unsentAs, store, known, present = '', takesFocus = false, children, onSend, onCancel } = props
  const t = useTranslate('remarks')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(store.unsent.get(unsentAs) ?? present)
  const [problem, setProblem] = useState<'empty' | 'refused'>()
  const write = (next: string) => {
    setWords(next)
    setProblem(undefined)
    if (next.trim() === '' || next === present) store.unsent.delete(unsentAs)
    else store.unsent.set(unsentAs, next)
  }
  // It opens because somebody wants to write in it.
  useEffect(() => {
    if (!takesFocus || !field.current) return
    field.current.focus({ preventScroll: true })
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
    revealInPanel(field.current)
  }, [takesFocus])
  const calling = useCalling({ field, known, words, write })
  const submit = () => {
    if (words.trim() === '') {
      setProblem('empty')
      field.current?.focus()
      return
    }
    const outcome = onSend({ words, mentions: mentionsIn(words, known) })
    if (outcome === 'sent') write('')
    else if (outcome === 'refused') setProblem('refused')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (calling.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape' && onCancel) {
      // The field closes, not the panel; its words are kept.
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <div className="flex flex-col gap-2.5">
      {children}
      <div className="relative">
        <label htmlFor={id} className={labelStyle}>
          {label}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          maxLength={longestRemark}
          value={words}
          aria-invalid={problem === 'empty' ? true : undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-autocomplete="list"
          aria-controls={calling.offers.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={calling.offers.length > 0 ? `${id}-list-${calling.at}` : undefined}
          onChange={(event) => {
            write(event.currentTarget.value)
            calling.look(event.currentTarget.value, event.currentTarget.selectionStart)
          }}
          onKeyDown={onKeyDown}
          onBlur={calling.end}
          className={`${inputStyle} field-sizing-content max-h-80`}
        />
        <MentionList id={`${id}-list`} offers={calling.offers} at={calling.at} onChoose={calling.choose} />
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {t('form.hint')}
        </p>
        <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-danger">
          {problem ? t(`form.${problem}`) : ''}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" variant="primary" className="min-h-11!" onPress={submit}>
          <Send aria-hidden className="size-4" />
          {send}
        </Button>
        {onCancel ? (
          <Button size="small" variant="quiet" className="min-h-11!" onPress={onCancel}>
            {t('form.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

interface CallingOptions {
  field: { current: HTMLTextAreaElement | null }
  known: readonly Mention[]
  words: string
  write(words: string): void
}

/** Naming somebody by @: what is offered, and the keys that choose. */
function useCalling({ field, known, words, write }: CallingOptions) {
  const [call, setCall] = useState<BegunCall>()
  const [at, setAt] = useState(0)
  const offers = call ? offered(call.query, known) : []
  const end = () => setCall(undefined)
  const choose = (mention: Mention) => {
    const area = field.current
    if (!call || !area) return
    const filled = withCall(words, call, area.selectionStart, mention)
    write(filled.words)
    end()
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(filled.caret, filled.caret)
    })
  }
  const acts: Record<string, (() => void) | undefined> = {
    ArrowDown: () => setAt((at + 1) % offers.length),
    ArrowUp: () => setAt((at - 1 + offers.length) % offers.length),
    Enter: () => offers[at] && choose(offers[at]),
    Tab: () => offers[at] && choose(offers[at]),
    Escape: end,
  }
  return {
    offers,
    at: Math.min(at, Math.max(0, offers.length - 1)),
    choose,
    end,
    look: (text: string, caret: number) => {
      setCall(callAt(text, caret))
      setAt(0)
    },
    /** Whether the key was for the list. */
    onKey: (event: KeyboardEvent): boolean => {
      const act = offers.length > 0 && !event.ctrlKey && !event.metaKey ? acts[event.key] : undefined
      if (!act) return false
      event.preventDefault()
      event.stopPropagation()
      act()
      return true
    },
  }
}
