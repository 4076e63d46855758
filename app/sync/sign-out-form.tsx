import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../components/button'
import { useTranslate } from '../i18n/use-translate'
import { forgetDevice, keepsUnconfirmedEdits } from './device-store'

interface SignOutFormProps {
  /** Whose copies on this device end with the session: `user:ID` or `seat:ID`. */
  participantKey: string
  children: ReactNode
}

/** What stands in the way: edits that would be lost, or that the server cannot be reached. */
type Obstacle = 'edits' | 'offline'

/**
 * Signs out, and leaves nothing of that person on the device. Asks first where that would lose edits.
 * Without JavaScript it signs out all the same.
 */
export function SignOutForm({ participantKey, children }: SignOutFormProps) {
  const [obstacle, setObstacle] = useState<Obstacle | undefined>(undefined)
  const leave = async () => {
    const answer = await fetch('/sign-out', { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).catch(
      () => undefined,
    )
    if (!answer) {
      setObstacle('offline')
      return
    }
    // A browser that will not tell what it keeps must not hold anybody back.
    await forgetDevice(participantKey).catch(() => undefined)
    // Anew, so that nothing of what was open stays in this page's memory either.
    window.location.assign('/')
  }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (await keepsUnconfirmedEdits(participantKey).catch(() => false)) setObstacle('edits')
    else await leave()
  }
  return (
    <>
      <form method="post" action="/sign-out" onSubmit={(event) => void look(event)}>
        {children}
      </form>
      {obstacle ? (
        <Question obstacle={obstacle} onStay={() => setObstacle(undefined)} onLeave={() => void leave()} />
      ) : null}
    </>
  )
}

interface QuestionProps {
  obstacle: Obstacle
  onStay(): void
  onLeave(): void
}

/** The browser's own dialog: it weighs nothing on every page, and it opens where there is no connection to load another. */
function Question({ obstacle, onStay, onLeave }: QuestionProps) {
  const t = useTranslate('sync')
  const words = useTranslate('components')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
      onClose={onStay}
      className="m-auto max-w-lg rounded-xl bg-surface p-5 text-ink shadow-floating backdrop:bg-ink/45 sm:p-7"
    >
      <h2 id={`${id}-title`} className="mb-4 text-xl font-bold">
        {t(`signOut.${obstacle}.title`)}
      </h2>
      <p id={`${id}-detail`}>{t(`signOut.${obstacle}.detail`)}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onStay}>{obstacle === 'edits' ? words('cancel') : words('close')}</Button>
        {obstacle === 'edits' ? (
          <Button variant="danger" onPress={onLeave}>
            {t('signOut.edits.confirm')}
          </Button>
        ) : null}
      </div>
    </dialog>
  )
}
