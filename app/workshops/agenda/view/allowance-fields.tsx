import { useState } from 'react'
import { Checkbox } from '../../../components/checkbox'
import { useTranslate } from '../../../i18n/use-translate'
import { allowances, type Allowance } from '../../../artefacts/edit-rule'
import { allowanceChoices, usualChoice, type KindAbilities } from '../allowance-choices'
import type { StepType } from '../../model/steps'

interface AllowanceFieldsProps {
  type: StepType
  /** Of the artefact's kind; null: the step happens on none. */
  abilities: KindAbilities | null
  /** Null: what is usual. */
  chosen: readonly Allowance[] | null
}

/** What participants may do, in plain words: only what makes sense in this step on this artefact. */
export function AllowanceFields({ type, abilities, chosen }: AllowanceFieldsProps) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  const [may, setMay] = useState<readonly Allowance[]>(chosen ?? usualChoice(type, abilities))
  const { always, choices } = allowanceChoices(type, abilities)
  if (choices.length === 0) return null
  const fixed = always.filter((one) => one !== 'look').map((one) => workshops(`allowance.${one}`))
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('form.may')}</legend>
      <p className="mb-2 text-sm text-ink-soft">
        {t('form.mayHint')} {fixed.length > 0 ? t('form.mayAlways', { list: fixed.join(', ') }) : ''}{' '}
        {abilities?.finelyRuled ? '' : t('form.mayWhole')}
      </p>
      {choices.map((one) => {
        const part = isPartOf(one, may)
        return (
          <Checkbox
            key={one}
            name="may"
            value={one}
            label={t(`form.allow.${one}`)}
            checked={may.includes(one) || part}
            disabled={part}
            onChange={(event) => setMay(event.target.checked ? [...may, one] : may.filter((held) => held !== one))}
          />
        )
      })}
    </fieldset>
  )
}

/** Whoever may do more may do this too. */
function isPartOf(one: Allowance, may: readonly Allowance[]): boolean {
  const rank = allowances.indexOf(one)
  if (one === 'add') return may.includes('edit-all')
  return may.some((held) => (held === 'edit-all' || held === 'move-all') && allowances.indexOf(held) > rank)
}
