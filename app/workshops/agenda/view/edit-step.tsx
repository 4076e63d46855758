import { Dialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import type { AgendaPageData, PlannedStep } from '../page.server'
import { StepForm } from './step-form'

interface EditStepProps {
  agenda: AgendaPageData
  step: PlannedStep
  onClose(): void
}

export function EditStep({ agenda, step, onClose }: EditStepProps) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  return (
    <Dialog
      title={t('form.editTitle', { type: workshops(`stepType.${step.type}`) })}
      isOpen
      onOpenChange={onClose}
      size="wide"
    >
      <StepForm agenda={agenda} type={step.type} step={step} onSaved={onClose} />
    </Dialog>
  )
}
