import { useFetcher } from 'react-router'
import { Button } from '../../components/button'
import { ChoiceCard } from '../../components/choice-card'
import { useTranslate } from '../../i18n/use-translate'

const intents = ['open-to-edit', 'suggest-only'] as const

/** Whether all members change the text, or only those who lead, and the others suggest. */
export function WhoWrites({ suggestOnly, onDone }: { suggestOnly: boolean; onDone(): void }) {
  const t = useTranslate('artefacts')
  const fetcher = useFetcher({ key: 'who-writes' })
  return (
    <fetcher.Form method="post" onSubmit={onDone} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2">{t('writers.explained')}</legend>
        {intents.map((intent) => (
          <ChoiceCard
            key={intent}
            group="intent"
            value={intent}
            chosen={suggestOnly ? 'suggest-only' : 'open-to-edit'}
            name={t(`writers.${intent}.name`)}
            description={t(`writers.${intent}.text`)}
          />
        ))}
      </fieldset>
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          {t('writers.save')}
        </Button>
      </div>
    </fetcher.Form>
  )
}
