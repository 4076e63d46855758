import { useFetcher } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import { Checkbox } from '../../components/checkbox'
import { Dialog } from '../../components/dialog'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import { TimeFields } from './plan-fields'
import type { MemberView } from './workshop-parts'

interface CopyWorkshopProps {
  form: NonNullable<MemberView['facilitation']>['form']
  onClose(): void
}

/** The same workshop at another time, with other people. */
export function CopyWorkshop({ form, onClose }: CopyWorkshopProps) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher<WorkshopAnswer>()
  const problems = useFormProblems(fetcher.data)
  return (
    <Dialog title={t('copy.title')} isOpen onOpenChange={onClose} size="wide">
      <p className="mb-5 text-ink-soft">{t('copy.text')}</p>
      <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
        <FormProblemsNotice shown={problems.hasProblems} />
        <input type="hidden" name="intent" value="copy" />
        <TextField {...problems.field('title', form.title)} label={t('form.title')} maxLength={200} required />
        <TimeFields problems={problems} begins={{ ...form, date: '' }} />
        <Checkbox name="freshFrames" label={t('copy.freshFrames')} hint={t('copy.freshFramesHint')} defaultChecked />
        <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
          {t('copy.submit')}
        </SubmitButton>
      </fetcher.Form>
    </Dialog>
  )
}
