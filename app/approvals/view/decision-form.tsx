import { Form, Link } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems, type FormAnswer } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import { Checkbox } from '../../components/checkbox'
import { FieldMessages } from '../../components/field-messages'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { longestBody, longestDecisionWords, longestSection } from '../limits'
import { outcomes } from '../model/outcome'
import type { AskedDecision } from './decision-page'
import { RefusalNotice } from './refusal-notice'

interface DecisionFormProps {
  asked: AskedDecision
  /** "2026-11-22" */
  today: string
  answer: FormAnswer
}

const isBeforeVersion = (answer: FormAnswer) =>
  answer !== undefined && 'problems' in answer && (answer as FormProblems).problems['decidedOn'] === 'beforeVersion'

type Problems = ReturnType<typeof useFormProblems>

/** The decision as the minutes have it. Begins with what is recorded, where something is corrected. */
export function DecisionForm({ asked, today, answer }: DecisionFormProps) {
  const t = useTranslate('approvals')
  const problems = useFormProblems(answer)
  const { party, version } = asked
  const { record } = party
  const failed = answer !== undefined && 'failure' in answer
  return (
    <Form method="post" encType="multipart/form-data" noValidate ref={problems.form} className="group flex flex-col gap-6">
      <FormProblemsNotice shown={problems.hasProblems} />
      <RefusalNotice answer={answer} />
      {failed ? <Link to={`/artefacts/${asked.artefactId}/approvals`}>{t('decision.back')}</Link> : null}
      <input type="hidden" name="circulation" value={asked.id} />
      <input type="hidden" name="organisation" value={party.organisationId} />
      <input type="hidden" name="versionHash" value={version.hash} />
      <input type="hidden" name="supersedes" value={record?.number ?? ''} />
      <TextField
        {...problems.field('body', record?.body)}
        label={t('decision.body')}
        hint={t('decision.bodyHint')}
        maxLength={longestBody}
        autoComplete="off"
        required
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField {...problems.field('decidedOn', record?.decidedOn)} type="date" max={today} label={t('decision.decidedOn')} required />
        <TextField
          {...problems.field('section', record?.section)}
          label={t('decision.section')}
          hint={t('decision.sectionHint')}
          maxLength={longestSection}
          autoComplete="off"
        />
      </div>
      {isBeforeVersion(answer) ? <Checkbox name="beforeVersion" value="1" label={t('decision.beforeVersion')} className="-mt-4" /> : null}
      <Outcome problems={problems} begins={record?.outcome} />
      <Reservations asked={asked} problems={problems} />
      <TextArea
        {...problems.field('words', record?.words)}
        label={t('decision.words')}
        hint={t('decision.wordsHint')}
        maxLength={longestDecisionWords}
        rows={4}
      />
      <TextField {...problems.field('link', record?.link)} type="url" label={t('decision.link')} hint={t('decision.linkHint')} maxLength={2_000} />
      <Extract problems={problems} kept={record?.extractName} />
      <div>
        <p className="mb-3 text-ink-soft">{t('decision.forGood')}</p>
        <SubmitButton>{t(record ? 'decision.correct' : 'decision.confirm')}</SubmitButton>
      </div>
    </Form>
  )
}

function Outcome({ problems, begins }: { problems: Problems; begins: string | undefined }) {
  const t = useTranslate('approvals')
  const error = problems.errorOf('outcome')
  const chosen = problems.valueOf('outcome', begins)
  return (
    // Takes the focus when nothing was chosen: a single radio button cannot be invalid.
    <fieldset role="radiogroup" tabIndex={-1} aria-invalid={error ? true : undefined} aria-describedby={error ? 'outcome-error' : undefined}>
      <legend className="mb-1 font-semibold">{t('decision.outcome')}</legend>
      {outcomes.map((outcome) => (
        <label key={outcome} className="grid cursor-pointer grid-cols-[auto_1fr] items-start gap-x-3 py-1.5">
          <input
            type="radio"
            name="outcome"
            value={outcome}
            defaultChecked={outcome === chosen}
            className="mt-0.5 size-5 accent-accent"
          />
          <span>{t(`answer.${outcome}`)}</span>
          <span className="col-start-2 text-sm text-ink-soft">{t(`outcomeHint.${outcome}`)}</span>
        </label>
      ))}
      <FieldMessages id="outcome" error={error} />
    </fieldset>
  )
}

/** Shown while a reservation is chosen: by style alone, so that it works before any script does. */
function Reservations({ asked: { clauses, party }, problems }: { asked: AskedDecision; problems: Problems }) {
  const t = useTranslate('approvals')
  const error = problems.errorOf('reservations')
  // Of the decision that is corrected, or else of the yes before: what was reserved then is likely to be reserved still.
  const before = new Set((party.record ?? party.earlierYes)?.reservations.map(({ clause }) => clause))
  return (
    <fieldset
      aria-describedby={error ? 'reservations-error' : undefined}
      className="hidden group-has-[[value=approved-with-reservation]:checked]:block"
    >
      <legend className="mb-1 font-semibold">{t('decision.reservations')}</legend>
      <FieldMessages id="reservations" error={error} />
      <div className="shows-more max-h-80 overflow-y-auto rounded-md border border-line-strong px-3 py-2">
        {clauses.map(({ id, name }) => (
          <label key={id} className="flex min-h-9 cursor-pointer items-start gap-3 py-1">
            <input
              type="checkbox"
              name="reservations"
              value={id}
              defaultChecked={before.has(id)}
              aria-invalid={error ? true : undefined}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="min-w-0 break-words">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Extract({ problems, kept }: { problems: Problems; kept: string | undefined }) {
  const t = useTranslate('approvals')
  const error = problems.errorOf('extract')
  return (
    <div>
      <label htmlFor="extract" className="mb-1 block font-semibold">
        {t('decision.extract')}
      </label>
      <input
        id="extract"
        type="file"
        name="extract"
        accept="application/pdf,.pdf"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'extract-hint extract-error' : 'extract-hint'}
        className="block min-h-11 w-full max-w-full cursor-pointer rounded-md border border-line-strong bg-surface px-3 py-2 file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent-strong aria-invalid:border-2 aria-invalid:border-danger"
      />
      <FieldMessages id="extract" hint={kept ? t('decision.extractKept', { name: kept }) : t('decision.extractHint')} error={error} />
    </div>
  )
}
