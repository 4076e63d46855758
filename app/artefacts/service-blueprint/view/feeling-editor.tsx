import { Check } from 'lucide-react'
import { useId, type KeyboardEvent } from 'react'
import { Button } from '../../../components/button'
import { feelingScale, longest, type Feeling, type Phase } from '../model/content'
import { feelingName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { LiveText } from './live-text'

const scale = Array.from(
  { length: (feelingScale.most - feelingScale.least) / feelingScale.step + 1 },
  (_, index) => feelingScale.most - index * feelingScale.step,
)

/**
 * How the client feels in a phase: by a slider, by choosing from the words of the scale, and in one's own
 * words.
 */
export function FeelingEditor({ phase, feeling }: { phase: Phase; feeling: Feeling | undefined }) {
  const { t, acts } = useBlueprint()
  const id = useId()
  const value = feeling?.value ?? null
  const judge = (next: number | null) => acts.changeFeeling(phase.id, { value: next })
  const close = () => acts.close({ kind: 'feeling', id: phase.id })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isWriting = event.target instanceof HTMLTextAreaElement
    if (event.key !== 'Escape' && !(event.key === 'Enter' && isWriting && !event.shiftKey)) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    // The keys are those of the fields within.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      data-editing
      className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2 text-sm"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return
        acts.leave({ kind: 'feeling', id: phase.id })
      }}
    >
      <input
        type="range"
        min={feelingScale.least}
        max={feelingScale.most}
        step={feelingScale.step}
        value={value ?? 0}
        aria-label={`${t('feeling.slider')}: ${phaseName(phase, t)}`}
        aria-valuetext={feelingName(feeling, t)}
        onChange={(event) => judge(event.currentTarget.valueAsNumber)}
        className="h-8 w-full cursor-pointer accent-accent"
      />
      <label className="text-xs font-semibold" htmlFor={`${id}-value`}>
        {t('feeling.choose')}
      </label>
      <select
        id={`${id}-value`}
        value={value ?? ''}
        onChange={(event) =>
          judge(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
        }
        className="-mt-1.5 min-h-9 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2"
      >
        <option value="">{t('feeling.notJudged')}</option>
        {scale.map((step) => (
          <option key={step} value={step}>
            {feelingName({ phase: phase.id, value: step, words: '' }, t)}
          </option>
        ))}
      </select>
      <LiveText
        lines="many"
        start="cursor"
        value={feeling?.words ?? ''}
        onText={(words) => acts.changeFeeling(phase.id, { words })}
        label={t('feeling.words')}
        placeholder={t('feeling.words')}
        describedBy={`${id}-hint`}
        longest={longest.words}
      />
      <p id={`${id}-hint`} className="text-xs text-ink-soft">
        {t('card.hint')}
      </p>
      <Button size="small" variant="primary" onPress={close}>
        <Check aria-hidden className="size-4" />
        {t('card.done')}
      </Button>
    </div>
  )
}
