import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate'
import { IconButton } from './icon-button'

interface DrawerProps {
  title: string
  isOpen: boolean
  onOpenChange(open: boolean): void
  children: ReactNode
}

/** A list over the left side of a narrow screen. Esc, the cross and a touch beside it close it. */
export function Drawer({ title, isOpen, onOpenChange, children }: DrawerProps) {
  const t = useTranslate('components')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 bg-ink/45"
    >
      <Modal className="h-dvh w-[min(24rem,calc(100vw-3rem))] overflow-y-auto bg-surface shadow-floating">
        <AriaDialog className="p-4 outline-none">
          <div className="mb-3 flex items-center justify-between gap-4">
            <Heading slot="title" className="text-xl font-bold">
              {title}
            </Heading>
            <IconButton label={t('close')} icon={X} onPress={() => onOpenChange(false)} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
