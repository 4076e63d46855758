import { Check } from 'lucide-react'
import { useId, type KeyboardEvent } from 'react'
import { Button } from '../../../components/button'
import { cardMarks, longest, type Card } from '../model/content'
import { useBlueprint } from './blueprint-context'
import { LiveText } from './live-text'

/** A card open for writing. Every letter is in the document at once; there is nothing to save. */
export function CardEditor({ card, hint }: { card: Card; hint: string }) {
  const { t, acts } = useBlueprint()
  const id = useId()
  const close = () => acts.closeCard(card.id)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const ends = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)
    if (!ends) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <div
      role="group"
      aria-label={t('card.edit')}
      className="flex flex-col gap-2 p-2"
      onBlur={(event) => {
        // Somebody who looks at another window comes back to where they were writing.
        if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return
        acts.leaveCard(card.id)
      }}
    >
      <LiveText
        lines="many"
        start="cursor"
        value={card.text}
        onText={(text) => acts.changeCard(card.id, { text })}
        label={t('card.text')}
        placeholder={hint}
        describedBy={`${id}-hint`}
        longest={longest.text}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className="text-xs text-ink-soft">
        {t('card.hint')}
      </p>
      <CardDetails card={card} onKeyDown={onKeyDown} />
      <Button size="small" variant="primary" onPress={close}>
        <Check aria-hidden className="size-4" />
        {t('card.done')}
      </Button>
    </div>
  )
}

function CardDetails({ card, onKeyDown }: { card: Card; onKeyDown: (event: KeyboardEvent) => void }) {
  const { t, acts, organisations } = useBlueprint()
  const id = useId()
  return (
    <>
      <label className="text-xs font-semibold">
        {t('card.organisation')}
        <LiveText
          lines="one"
          value={card.organisation}
          onText={(organisation) => acts.changeCard(card.id, { organisation })}
          label={t('card.organisation')}
          placeholder={t('card.organisationHint')}
          suggestions={`${id}-organisations`}
          longest={longest.organisation}
          onKeyDown={onKeyDown}
          className="mt-0.5 text-sm font-normal"
        />
      </label>
      <datalist id={`${id}-organisations`}>
        {organisations.map((organisation) => (
          <option key={organisation.id} value={organisation.name} />
        ))}
      </datalist>
      <label className="text-xs font-semibold">
        {t('card.channel')}
        <LiveText
          lines="one"
          value={card.channel}
          onText={(channel) => acts.changeCard(card.id, { channel })}
          label={t('card.channel')}
          placeholder={t('card.channelHint')}
          longest={longest.channel}
          onKeyDown={onKeyDown}
          className="mt-0.5 text-sm font-normal"
        />
      </label>
      <MarkChoice card={card} />
    </>
  )
}

function MarkChoice({ card }: { card: Card }) {
  const { t, acts } = useBlueprint()
  return (
    <label className="text-xs font-semibold">
      {t('card.mark')}
      <select
        value={card.mark}
        onChange={(event) => {
          const mark = cardMarks.find((one) => one === event.currentTarget.value)
          if (mark) acts.changeCard(card.id, { mark })
        }}
        className={
          'mt-0.5 block min-h-9 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2 ' +
          'text-sm font-normal'
        }
      >
        {cardMarks.map((mark) => (
          <option key={mark} value={mark}>
            {t(`mark.${mark}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
