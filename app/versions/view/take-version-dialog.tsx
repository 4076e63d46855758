import { useFetcher } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { VersionFailure } from '../pages.server'
import { longestVersionName, longestVersionNote } from '../refusal'

interface TakeVersionDialogProps {
  artefactId: string
  /** How many stand in it, to be kept as suggestions. */
  openSuggestions: number
  isOpen: boolean
  onOpenChange(open: boolean): void
}

/** Asks for a name and takes a version of the state as it is now; then the list of versions opens. */
export function TakeVersionDialog({ artefactId, openSuggestions, isOpen, onOpenChange }: TakeVersionDialogProps) {
  const t = useTranslate('versions')
  return (
    <Dialog title={t('take.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {openSuggestions > 0 ? <p className="mb-4">{t('take.suggestionsOpen', { count: openSuggestions })}</p> : null}
      <TakeVersionForm artefactId={artefactId} onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

function TakeVersionForm({ artefactId, onCancel }: { artefactId: string; onCancel(): void }) {
  const t = useTranslate('versions')
  const words = useTranslate('components')
  const fetcher = useFetcher<FormProblems | VersionFailure>()
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  const problems = useFormProblems(answer)
  return (
    <fetcher.Form
      method="post"
      action={`/artefacts/${artefactId}/versions`}
      noValidate
      ref={problems.form}
      className="flex flex-col gap-5"
    >
      <p className="text-ink-soft">{t('take.intro')}</p>
      <FormProblemsNotice shown={problems.hasProblems} />
      {answer && 'failure' in answer ? (
        <Notice tone="danger" role="alert">
          {t('take.failed')}
        </Notice>
      ) : null}
      <TextField
        {...problems.field('name')}
        label={t('take.name')}
        hint={t('take.nameHint')}
        maxLength={longestVersionName}
        autoComplete="off"
        required
      />
      <TextArea
        {...problems.field('note')}
        label={t('take.note')}
        hint={t('take.noteHint')}
        maxLength={longestVersionNote}
        rows={3}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onCancel}>{words('cancel')}</Button>
        <SubmitButton busy={fetcher.state !== 'idle'}>{t('take.confirm')}</SubmitButton>
      </div>
    </fetcher.Form>
  )
}
