import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useCallback, useEffect, useId, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { Button } from '../../../../components/button'
import { Checkbox } from '../../../../components/checkbox'
import { inputStyle } from '../../../../components/field-style'
import { IconButton } from '../../../../components/icon-button'
import type { Translate } from '../../../kind'
import type { AgreementSession } from '../agreement-session'
import type { OpenEditor } from '../editor/create-editor'

interface FindBarProps {
  session: AgreementSession
  open: OpenEditor
  t: Translate
  onClose(): void
}

/** Finds words in titles, text and tables, and replaces them: below the tools, so that the text stays in sight. */
export function FindBar({ session, open, t, onClose }: FindBarProps) {
  const { finder } = open
  const [words, setWords] = useState('')
  const [other, setOther] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [said, setSaid] = useState('')
  const { count, at } = useStanding(open)
  useEffect(() => finder.search({ words, matchCase, wholeWords }), [finder, words, matchCase, wholeWords])
  useEffect(() => () => (open.editor.isDestroyed ? undefined : finder.search(undefined)), [open, finder])

  const close = () => {
    finder.toText()
    onClose()
  }
  const oneStep = (act: () => void) => {
    session.endStep()
    act()
    session.endStep()
  }
  const replaceAll = () =>
    oneStep(() => setSaid(t('find.replaced', { count: finder.replaceAll(other) })))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  const onFindKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    setSaid('')
    finder.step(event.shiftKey ? -1 : 1)
  }
  const standing = words === '' ? '' : count === 0 ? t('find.none') : t('find.at', { at, count })
  return (
    // Esc is heard for all that is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t('find.title')}
      onKeyDown={onKeyDown}
      className="mt-2 rounded-lg border border-line bg-surface p-2 shadow-raised"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Field label={t('find.words')} value={words} onChange={setWords} onKeyDown={onFindKey} focused />
        <p role="status" className="min-w-24 text-sm text-ink-soft tabular-nums">
          {said === '' ? standing : said}
        </p>
        <IconButton label={t('find.previous')} icon={ArrowUp} isDisabled={count === 0} onPress={() => finder.step(-1)} />
        <IconButton label={t('find.next')} icon={ArrowDown} isDisabled={count === 0} onPress={() => finder.step(1)} />
        <IconButton label={t('find.close')} icon={X} className="ml-auto" onPress={close} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Field label={t('find.other')} value={other} onChange={setOther} />
        <Button size="small" isDisabled={count === 0} onPress={() => oneStep(() => finder.replace(other))}>
          {t('find.replace')}
        </Button>
        <Button size="small" isDisabled={count === 0} onPress={replaceAll}>
          {t('find.replaceAll')}
        </Button>
      </div>
      <div className="mt-1 flex flex-wrap gap-x-5">
        <Checkbox
          label={t('find.matchCase')}
          checked={matchCase}
          onChange={(event) => setMatchCase(event.target.checked)}
        />
        <Checkbox
          label={t('find.wholeWords')}
          checked={wholeWords}
          onChange={(event) => setWholeWords(event.target.checked)}
        />
      </div>
    </section>
  )
}

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  onKeyDown?(event: KeyboardEvent): void
  focused?: boolean
}

/** Its label stands within it, since the bar takes room from the text. */
function Field({ label, value, onChange, onKeyDown, focused = false }: FieldProps) {
  const id = useId()
  return (
    <div className="min-w-40 flex-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={label}
        maxLength={200}
        autoComplete="off"
        // One has just asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focused}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={inputStyle}
      />
    </div>
  )
}

function useStanding({ editor, finder }: OpenEditor): { count: number; at: number } {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    [editor],
  )
  // One number, since a new object at each reading would never settle.
  const read = () => {
    const { count, at } = finder.standing()
    return `${count}/${at}`
  }
  const [count = 0, at = 0] = useSyncExternalStore(subscribe, read, () => '0/0')
    .split('/')
    .map(Number)
  return { count, at }
}
