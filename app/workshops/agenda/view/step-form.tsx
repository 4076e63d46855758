import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../../accounts/view/form'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { TextArea, TextField } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import { mostMinutes, type StepType } from '../../model/steps'
import type { AgendaAnswer } from '../actions.server'
import type { AgendaPageData, PlannedStep } from '../page.server'
import { longestInstructions, longestTitle, newPlace } from '../step-form'
import { happensOnArtefacts, mayHappenOn } from '../step-places'
import { keptOf, nothingYet } from '../what-stays'
import { AllowanceFields } from './allowance-fields'
import { PlaceFields } from './place-fields'
import { SettingsFields } from './settings-fields'

interface StepFormProps {
  agenda: AgendaPageData
  type: StepType
  /** Left out for a new one. */
  step?: PlannedStep
  onSaved(): void
  onOtherType?(): void
}

/** What happens in a step, for how long, where, and what participants may do meanwhile. */
export function StepForm({ agenda, type, step, onSaved, onOtherType }: StepFormProps) {
  const t = useTranslate('agenda')
  const fetcher = useFetcher<AgendaAnswer>()
  const problems = useFormProblems(fetcher.data)
  const history = step?.history ?? nothingYet
  const kept = keptOf({ type }, history)
  const fitting = agenda.artefacts.filter(({ abilities }) => mayHappenOn(type, abilities))
  const [artefactId, setArtefactId] = useState(step ? (step.artefactId ?? '') : (firstFor(type, fitting) ?? ''))
  const artefact = fitting.find(({ id }) => id === artefactId)
  useSaved(fetcher, onSaved)
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
      <FormProblemsNotice shown={problems.hasProblems} />
      {history.running ? <Notice>{t('form.running')}</Notice> : null}
      <input type="hidden" name="intent" value={step ? 'change' : 'add'} />
      <input type="hidden" name={step ? 'id' : 'type'} value={step ? step.id : type} />
      <WordFields problems={problems} type={type} step={step} />
      {happensOnArtefacts(type) ? (
        <>
          <PlaceFields
            type={type}
            artefacts={fitting}
            artefact={artefact}
            onArtefact={setArtefactId}
            place={placeFor(type, step, artefact)}
            fixed={kept === 'votes' || kept === 'groups'}
            error={problems.errorOf('artefact') ?? problems.errorOf('place')}
          />
          <AllowanceFields
            key={artefact?.id ?? ''}
            type={type}
            abilities={artefact?.abilities ?? null}
            chosen={step && step.artefactId === (artefact?.id ?? null) ? step.may : null}
          />
        </>
      ) : null}
      <SettingsFields type={type} settings={step?.settings} problems={problems} kept={kept} ballots={history.ballots} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton busy={fetcher.state !== 'idle'}>{step ? t('form.save') : t('form.addSubmit')}</SubmitButton>
        {onOtherType ? (
          <Button variant="quiet" onPress={onOtherType}>
            {t('form.otherType')}
          </Button>
        ) : null}
      </div>
    </fetcher.Form>
  )
}

function WordFields({ problems, type, step }: { problems: ReturnType<typeof useFormProblems>; type: StepType; step: PlannedStep | undefined }) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  return (
    <>
      <TextField
        {...problems.field('title', step?.title ?? workshops(`stepType.${type}`))}
        label={t('form.title')}
        maxLength={longestTitle}
        required
      />
      <TextArea
        {...problems.field('instructions', step?.instructions ?? '')}
        label={t('form.instructions')}
        hint={t('form.instructionsHint')}
        maxLength={longestInstructions}
      />
      <TextField
        {...problems.field('minutes', step ? String(step.minutes ?? '') : '15')}
        label={t('form.minutes')}
        hint={t('form.minutesHint')}
        type="number"
        inputMode="numeric"
        min={1}
        max={mostMinutes}
        className="[&_input]:max-w-32"
      />
    </>
  )
}

/** What a new step begins with: steps on notes the first board, work the first artefact, the others none. */
function firstFor(type: StepType, fitting: AgendaPageData['artefacts']): string | undefined {
  return type === 'talk' ? undefined : fitting[0]?.id
}

/** What is written for the first time is best kept apart from the rest of the board. */
function placeFor(type: StepType, step: PlannedStep | undefined, artefact: AgendaPageData['artefacts'][number] | undefined): string | null {
  if (step) return step.artefactId === artefact?.id ? step.place : null
  return type === 'write' && artefact?.abilities.notes ? newPlace : null
}

function useSaved(fetcher: { state: string; data?: AgendaAnswer | undefined }, onSaved: () => void): void {
  const { state, data } = fetcher
  const saved = state === 'idle' && data !== undefined && ('done' in data || 'gone' in data)
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
}
