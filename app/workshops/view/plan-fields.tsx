import type { useFormProblems } from '../../accounts/view/form'
import { Checkbox } from '../../components/checkbox'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'

interface PlanFieldsProps {
  problems: ReturnType<typeof useFormProblems>
  begins: {
    title: string
    purpose: string
    date: string
    startClock: string
    endClock: string
    artefactIds: string[]
  }
  choices: readonly { id: string; title: string }[]
}

/** What, when and on what: the fields of a workshop's plan. */
export function PlanFields({ problems, begins, choices }: PlanFieldsProps) {
  const t = useTranslate('workshops')
  return (
    <>
      <input type="hidden" name="intent" value="plan" />
      <TextField
        {...problems.field('title', begins.title)}
        label={t('form.title')}
        maxLength={200}
        required
      />
      <TextArea
        {...problems.field('purpose', begins.purpose)}
        label={t('form.purpose')}
        hint={t('form.purposeHint')}
      />
      <TimeFields problems={problems} begins={begins} />
      <fieldset>
        <legend className="mb-1 font-semibold">{t('form.artefacts')}</legend>
        <p className="mb-2 text-sm text-ink-soft">
          {choices.length > 0 ? t('form.artefactsHint') : t('form.noArtefacts')}
        </p>
        {choices.map(({ id, title }) => (
          <Checkbox
            key={id}
            name="artefacts"
            value={id}
            label={title}
            defaultChecked={begins.artefactIds.includes(id)}
          />
        ))}
      </fieldset>
    </>
  )
}

/** A day, and clocks on the wall in Finland. */
export function TimeFields({
  problems,
  begins,
}: {
  problems: PlanFieldsProps['problems']
  begins: Pick<PlanFieldsProps['begins'], 'date' | 'startClock' | 'endClock'>
}) {
  const t = useTranslate('workshops')
  return (
    <div className="grid gap-5 sm:grid-cols-[1.4fr_1fr_1fr]">
      <TextField {...problems.field('date', begins.date)} label={t('form.date')} type="date" required />
      <TextField
        {...problems.field('startClock', begins.startClock)}
        label={t('form.startClock')}
        type="time"
        required
      />
      <TextField {...problems.field('endClock', begins.endClock)} label={t('form.endClock')} type="time" />
    </div>
  )
}
