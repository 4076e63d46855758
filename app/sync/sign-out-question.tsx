import { ConfirmDialog } from '../components/dialog'
import { useTranslate } from '../i18n/use-translate'

interface SignOutQuestionProps {
  onStay(): void
  onLeave(): void
}

/** Loaded when it is needed, so it is the module's default. */
export default function SignOutQuestion({ onStay, onLeave }: SignOutQuestionProps) {
  const t = useTranslate('sync')
  return (
    <ConfirmDialog
      title={t('signOut.title')}
      isOpen
      onOpenChange={(open) => {
        if (!open) onStay()
      }}
      confirmLabel={t('signOut.confirm')}
      onConfirm={onLeave}
      danger
    >
      <p>{t('signOut.detail')}</p>
    </ConfirmDialog>
  )
}
