import { useId, useRef, type FormEvent } from 'react'
import { Button } from '../../components/button'
import { errorStyle, hintStyle } from '../../components/field-style'
import { TextArea } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { stances, type Stance } from '../model/stance'
import { longestWords } from '../model/statement'
import type { Draft, Missing } from '../own-positions'
import { StanceMark } from './stance-mark'

interface PositionFormProps {
  draft: Draft | undefined
  onWrite(change: Partial<Pick<Draft, 'stance' | 'words'>>): void
  /** Answers what is missing, if anything is. */
  onSend(): Missing | null
  /** Undefined where there is nothing to leave. */
  onCancel: (() => void) | undefined
}

/** Where one's organisation stands: one of four, with words where it is nothing without them. */
export function PositionForm({ draft, onWrite, onSend, onCancel }: PositionFormProps) {
  const t = useTranslate('positions')
  const form = useRef<HTMLFormElement>(null)
  const stance = draft?.stance ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = onSend()
    if (missing) form.current?.querySelector<HTMLElement>(missing === 'stance' ? 'input' : 'textarea')?.focus()
  }
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-3">
      <StanceChoice stance={stance} isMissing={draft?.missing === 'stance'} onChoose={(chosen) => onWrite({ stance: chosen })} />
      {stance === 'accepts-with-change' || stance === 'objects' || stance === 'open' ? (
        <TextArea
          label={t(`panel.words.${stance}`)}
          value={draft?.words ?? ''}
          onChange={(event) => onWrite({ words: event.target.value })}
          error={errorOf(draft?.missing ?? null, stance, t)}
        />
      ) : null}
      {/* In sight however long the choices are: nothing is stated before it is pressed. */}
      <div className="sticky bottom-0 -mx-3 -mb-3 flex flex-wrap items-center gap-2 rounded-b-lg border-t border-line bg-surface p-3">
        {draft?.state === 'writing' && stance !== null ? (
          <p className="w-full text-sm font-semibold text-caution">{t('panel.unsaved')}</p>
        ) : null}
        <Button type="submit" variant="primary">
          {t('panel.send')}
        </Button>
        {onCancel ? (
          <Button variant="quiet" onPress={onCancel}>
            {t('panel.cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

type WithWords = 'accepts-with-change' | 'objects' | 'open'

function errorOf(missing: Missing | null, stance: WithWords, t: ReturnType<typeof useTranslate<'positions'>>): string | undefined {
  if (missing === 'shorter-words') return t('panel.tooLong', { count: longestWords })
  return missing === 'words' && stance !== 'open' ? t(`panel.missing.${stance}`) : undefined
}

interface StanceChoiceProps {
  stance: Stance | null
  isMissing: boolean
  onChoose(stance: Stance): void
}

function StanceChoice({ stance, isMissing, onChoose }: StanceChoiceProps) {
  const t = useTranslate('positions')
  const id = useId()
  return (
    <fieldset aria-describedby={isMissing ? `${id}-missing` : undefined}>
      <legend className="mb-2 font-semibold">{t('panel.choice')}</legend>
      <div className="space-y-1.5">
        {stances.map((one) => (
          <label
            key={one}
            className={
              'group relative flex min-h-11 cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface px-2.5 py-2 ' +
              'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-accent'
            }
          >
            <input
              type="radio"
              name={id}
              value={one}
              checked={stance === one}
              onChange={() => onChoose(one)}
              className="mt-1 size-5 shrink-0 accent-accent"
            />
            <span>
              <StanceMark stance={one} showWords />
              {/* Seen once it is chosen: all choices and the button have room at once. */}
              <span className={`block ${hintStyle} group-not-has-checked:sr-only`}>{t(`panel.hint.${one}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {isMissing ? (
        <p id={`${id}-missing`} className={errorStyle}>
          {t('panel.missing.stance')}
        </p>
      ) : null}
    </fieldset>
  )
}
