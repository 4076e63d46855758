import { useState } from 'react'
import type { useFormProblems } from '../../../accounts/view/form'
import { Checkbox } from '../../../components/checkbox'
import { Notice } from '../../../components/notice'
import { TextField } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import {
  authorships,
  mixings,
  mostDots,
  mostGroups,
  stepSettingsSchema,
  type Authorship,
  type StepSettings,
  type StepType,
} from '../../model/steps'
import type { Kept } from '../what-stays'
import { Choices } from './choices'

interface SettingsFieldsProps {
  type: StepType
  settings: StepSettings | undefined
  problems: ReturnType<typeof useFormProblems>
  kept: Kept | null
  ballots: number
}

/** What only some types of steps have. */
export function SettingsFields({ type, settings, problems, kept, ballots }: SettingsFieldsProps) {
  const t = useTranslate('agenda')
  const own = settings ?? stepSettingsSchema.parse({})
  const fixed = kept !== null
  const fields =
    type === 'write' ? (
      <WritingFields settings={own} fixed={fixed} />
    ) : type === 'vote' ? (
      <VoteFields settings={own} problems={problems} fixed={fixed} />
    ) : type === 'breakout' ? (
      <BreakoutFields settings={own} problems={problems} fixed={fixed} />
    ) : null
  if (!kept) return fields
  return (
    <>
      <Notice>{kept === 'votes' ? t('form.kept.votes', { count: ballots }) : t(`form.kept.${kept}`)}</Notice>
      {fields}
    </>
  )
}

function WritingFields({ settings, fixed }: { settings: StepSettings; fixed: boolean }) {
  const t = useTranslate('agenda')
  const [privately, setPrivately] = useState(settings.privately)
  const [authorship, setAuthorship] = useState<Authorship>(settings.authorship)
  const stored = authorship === 'nobody' && !privately ? 'nobodyInSight' : authorship
  return (
    <>
      <Choices
        legend={t('form.privately')}
        name="privately"
        chosen={settings.privately ? 'yes' : 'no'}
        disabled={fixed}
        onChoose={(value) => setPrivately(value === 'yes')}
        options={[
          { value: 'yes', label: t('form.private') },
          { value: 'no', label: t('form.open') },
        ]}
      />
      <Choices
        legend={t('form.authorship')}
        name="authorship"
        chosen={authorship}
        disabled={fixed}
        onChoose={(value) => setAuthorship(authorships.find((one) => one === value) ?? 'nobody')}
        options={authorships.map((value) => ({ value, label: t(`form.authorshipOf.${value}`) }))}
      >
        <p role="status" className="mt-1 text-sm text-ink-soft">
          {t(`form.storedOf.${stored}`)}
        </p>
      </Choices>
    </>
  )
}

interface NumberedFields {
  settings: StepSettings
  problems: ReturnType<typeof useFormProblems>
  fixed: boolean
}

function VoteFields({ settings, problems, fixed }: NumberedFields) {
  const t = useTranslate('agenda')
  const number = { type: 'number', inputMode: 'numeric', min: 1, max: mostDots, disabled: fixed } as const
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...problems.field('dots', String(settings.dots))} {...number} label={t('form.dots')} />
        <TextField {...problems.field('dotsOnOne', String(settings.dotsOnOne))} {...number} label={t('form.dotsOnOne')} />
      </div>
      <Choices
        legend={t('form.voteOn')}
        name="voteOn"
        chosen={settings.voteOn}
        disabled={fixed}
        options={(['notes', 'groups'] as const).map((value) => ({ value, label: t(`form.voteOnOf.${value}`) }))}
      />
    </>
  )
}

function BreakoutFields({ settings, problems, fixed }: NumberedFields) {
  const t = useTranslate('agenda')
  return (
    <>
      <TextField
        {...problems.field('groups', String(settings.groups))}
        label={t('form.groups')}
        type="number"
        inputMode="numeric"
        min={2}
        max={mostGroups}
        disabled={fixed}
        className="[&_input]:max-w-32"
      />
      <Choices
        legend={t('form.mixing')}
        name="mixing"
        chosen={settings.mixing}
        disabled={fixed}
        options={mixings.toReversed().map((value) => ({ value, label: t(`form.mixingOf.${value}`) }))}
      />
      <Checkbox
        name="copyPlace"
        label={t('form.copyPlace')}
        hint={t('form.copyPlaceHint')}
        defaultChecked={settings.copyPlace}
        disabled={fixed}
      />
    </>
  )
}
