import { useState, type ReactNode } from 'react'
import { Button } from '../components/button'
import { ConfirmDialog } from '../components/dialog'
import { useTranslate } from '../i18n/use-translate'
import type { OpenRoom } from './session'

/** The strip under the artefact's head in which its notices stand. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="border-b border-line px-3 py-3 sm:px-5">
      <div className="mx-auto max-w-[110rem]">{children}</div>
    </div>
  )
}

/** Asks, throws away what this device holds, and starts from what the server has. */
export function Discard({ session, label }: { session: OpenRoom<unknown>; label: string }) {
  const t = useTranslate('sync')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="danger" size="small" onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        title={t('action.discardTitle')}
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel={t('action.discardConfirm')}
        danger
        onConfirm={() => void session.discardCopy().finally(() => window.location.reload())}
      >
        <p>{t('action.discardDetail')}</p>
      </ConfirmDialog>
    </>
  )
}
