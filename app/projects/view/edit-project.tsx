import { Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import { Dialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { TextArea, TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'

interface Details {
  name: string
  purpose: string
}

export function EditProject(details: Details) {
  const t = useTranslate('projects')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton icon={Pencil} label={t('page.edit')} onPress={() => setOpen(true)} className="size-11" />
      <Dialog title={t('page.editTitle')} isOpen={isOpen} onOpenChange={setOpen} size="wide">
        <DetailsForm {...details} onSaved={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function DetailsForm({ name, purpose, onSaved }: Details & { onSaved(): void }) {
  const t = useTranslate('projects')
  const fetcher = useFetcher<FormProblems | { done: string }>()
  const problems = useFormProblems(fetcher.data)
  const saved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="details" />
      <TextField {...problems.field('name', name)} label={t('new.name')} maxLength={160} required />
      <TextArea {...problems.field('purpose', purpose)} label={t('new.purpose')} hint={t('new.purposeHint')} />
      <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
        {t('page.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}
