import { useId, useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'

const intents = ['open-to-edit', 'suggest-only'] as const

/** Whether all members change the text, or only those who lead, and the others suggest. */
export function WhoWrites({ suggestOnly, onDone }: { suggestOnly: boolean; onDone(): void }) {
  const t = useTranslate('artefacts')
  const fetcher = useFetcher()
  const [chosen, setChosen] = useState<(typeof intents)[number]>(suggestOnly ? 'suggest-only' : 'open-to-edit')
  const name = useId()
  const save = () => {
    void fetcher.submit({ intent: chosen }, { method: 'post' })
    onDone()
  }
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2">{t('writers.explained')}</legend>
        {intents.map((intent) => (
          <label key={intent} className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line p-3">
            <input
              type="radio"
              name={name}
              checked={chosen === intent}
              onChange={() => setChosen(intent)}
              className="mt-1 size-5 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-semibold">{t(`writers.${intent}.name`)}</span>
              <span className="text-sm text-ink-soft">{t(`writers.${intent}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="flex justify-end">
        <Button variant="primary" isPending={fetcher.state !== 'idle'} onPress={save}>
          {t('writers.save')}
        </Button>
      </div>
    </div>
  )
}
