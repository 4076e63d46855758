import { ConfirmDialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import type { PlannedStep } from '../page.server'

interface RemoveStepProps {
  step: PlannedStep
  onClose(): void
  onRemove(): void
}

/** Asks before a step goes, and says what goes with it. */
export function RemoveStep({ step, onClose, onRemove }: RemoveStepProps) {
  const t = useTranslate('agenda')
  const { type, settings, history } = step
  const lost = [
    history.running ? t('removing.running') : '',
    type === 'write' && settings.privately && history.begun ? t('removing.drafts') : '',
    history.ballots > 0 ? t('removing.ballots', { count: history.ballots }) : '',
    history.groups > 0 ? t('removing.groups') : '',
  ].filter(Boolean)
  return (
    <ConfirmDialog
      title={t('removing.title', { name: step.title })}
      confirmLabel={t('removing.confirm')}
      danger
      isOpen
      onOpenChange={onClose}
      onConfirm={onRemove}
    >
      <p>{t('removing.text')}</p>
      {lost.map((words) => (
        <p key={words} className="mt-2 font-semibold">
          {words}
        </p>
      ))}
    </ConfirmDialog>
  )
}
