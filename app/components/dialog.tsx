import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate'
import { Button } from './button'
import { IconButton } from './icon-button'

interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange(open: boolean): void
  children: ReactNode
  /** `alertdialog` for questions that need an answer. */
  role?: 'dialog' | 'alertdialog'
  size?: 'medium' | 'wide'
}

/** A window over the page. Esc and the cross close it; focus comes back to where it was. */
export function Dialog({ title, isOpen, onOpenChange, children, role = 'dialog', size = 'medium' }: DialogProps) {
  const t = useTranslate('components')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 flex items-end justify-center bg-ink/45 p-3 sm:items-center"
    >
      <Modal
        className={
          'max-h-[calc(100dvh-1.5rem)] w-full overflow-y-auto rounded-xl bg-surface shadow-floating ' +
          (size === 'wide' ? 'max-w-3xl' : 'max-w-lg')
        }
      >
        <AriaDialog role={role} className="p-5 outline-none sm:p-7">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Heading slot="title" className="text-xl font-bold">
              {title}
            </Heading>
            <IconButton label={t('close')} icon={X} onPress={() => onOpenChange(false)} className="-mt-1.5 -mr-2" />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ConfirmDialogProps extends Pick<DialogProps, 'title' | 'isOpen' | 'onOpenChange' | 'children'> {
  confirmLabel: string
  onConfirm(): void
  danger?: boolean
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog({ confirmLabel, onConfirm, danger = false, children, ...props }: ConfirmDialogProps) {
  const t = useTranslate('components')
  const close = () => props.onOpenChange(false)
  return (
    <Dialog {...props} role="alertdialog">
      <div className="mb-6">{children}</div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={close}>{t('cancel')}</Button>
        <Button
          variant={danger ? 'danger' : 'primary'}
          onPress={() => {
            close()
            onConfirm()
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  )
}
