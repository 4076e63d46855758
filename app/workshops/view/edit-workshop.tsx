import { Pencil } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useTranslate } from '../../i18n/use-translate'
import { PlanFields } from './plan-fields'
import type { WorkshopAnswer } from '../actions.server'
import type { MemberView } from './workshop-parts'

type Facilitation = NonNullable<MemberView['facilitation']>

export function EditWorkshop({ facilitation }: { facilitation: Facilitation }) {
  const t = useTranslate('workshops')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Pencil aria-hidden className="size-4" />
        {t('page.edit')}
      </Button>
      <Dialog title={t('page.editTitle')} isOpen={isOpen} onOpenChange={setOpen} size="wide">
        <PlanForm facilitation={facilitation} onSaved={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PlanForm({ facilitation, onSaved }: { facilitation: Facilitation; onSaved(): void }) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher<WorkshopAnswer>()
  const problems = useFormProblems(fetcher.data)
  const saved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
  return (
    <fetcher.Form method="post" noValidate ref={problems.form} className="flex flex-col gap-5">
      <FormProblemsNotice shown={problems.hasProblems} />
      <PlanFields problems={problems} choices={facilitation.choices} begins={facilitation.form} />
      <SubmitButton busy={fetcher.state !== 'idle'} className="self-start">
        {t('form.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}
