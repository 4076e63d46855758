import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import { Dialog } from '../../components/dialog'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { ProjectDetails } from './edit-project'

interface EditProjectDialogProps {
  details: ProjectDetails
  onOpenChange(open: boolean): void
}

export default function EditProjectDialog({ details, onOpenChange }: EditProjectDialogProps) {
  const t = useTranslate('projects')
  const fetcher = useFetcher<FormProblems | { done: string }>()
  const problems = useFormProblems(fetcher.data)
  const saved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => {
    if (saved) onOpenChange(false)
  }, [saved, onOpenChange])
  return (
    <Dialog title={t('page.editTitle')} isOpen onOpenChange={onOpenChange} size="wide">
      <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
        <input type="hidden" name="intent" value="details" />
        <TextField {...problems.field('name', details.name)} label={t('new.name')} maxLength={160} required />
        <TextArea
          {...problems.field('purpose', details.purpose)}
          label={t('new.purpose')}
          hint={t('new.purposeHint')}
          className="[&_textarea]:min-h-24"
        />
        <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
          {t('page.save')}
        </SubmitButton>
      </fetcher.Form>
    </Dialog>
  )
}
