import { useState } from 'react'
import { Button } from '../../components/button'
import { Checkbox } from '../../components/checkbox'
import { FieldMessages } from '../../components/field-messages'
import { useTranslate } from '../../i18n/use-translate'
import type { ProposePageData } from '../propose-page.server'

interface ChosenPartiesProps {
  organisations: ProposePageData['organisations']
  error: string | undefined
}

/** Who is asked, and beside it who is not. */
export function ChosenParties({ organisations, error }: ChosenPartiesProps) {
  const t = useTranslate('approvals')
  const [chosen, setChosen] = useState(() => new Set(organisations.filter(({ asked }) => asked).map(({ id }) => id)))
  const id = 'parties'
  const choose = (organisationId: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, organisationId] : [...before].filter((one) => one !== organisationId)))
  const leftOut = organisations.filter((organisation) => !chosen.has(organisation.id))
  return (
    <fieldset aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="mb-1 font-semibold">{t('propose.parties')}</legend>
      <p id={`${id}-hint`} className="mb-2 text-sm text-ink-soft">
        {t('propose.partiesHint')}
      </p>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <Button size="small" onPress={() => setChosen(new Set(organisations.map((organisation) => organisation.id)))}>
          {t('propose.chooseAll')}
        </Button>
        <Button size="small" onPress={() => setChosen(new Set())}>
          {t('propose.chooseNone')}
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {t('propose.chosen', { chosen: chosen.size, of: organisations.length })}
        </span>
      </div>
      {organisations.map((organisation) => (
        <Checkbox
          key={organisation.id}
          name="parties"
          value={organisation.id}
          label={organisation.name}
          checked={chosen.has(organisation.id)}
          onChange={(event) => choose(organisation.id, event.currentTarget.checked)}
          aria-invalid={error ? true : undefined}
        />
      ))}
      <FieldMessages id={id} error={error} />
      {leftOut.length > 0 && chosen.size > 0 ? (
        <p className="mt-2 rounded-md border-l-4 border-caution bg-caution-soft px-3 py-2 break-words">
          <span className="font-semibold">{t('propose.leftOut', { count: leftOut.length })}</span>:{' '}
          {leftOut.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
    </fieldset>
  )
}
