import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Button } from '../components/button'
import { useTranslate } from '../i18n/use-translate'
import { artefactsWithDrafts } from '../positions/unsent-drafts'
import { forgetDevice, unconfirmedRooms } from './device-store'
import { readRoomName } from './room-name'
import type { UnsettledRoom, UnsettledWork } from './settle-copies'

/** What the button is called: somebody with an account signs out, a guest leaves the workshop. */
type Leaving = 'account' | 'workshop'

interface SignOutFormProps {
  /** Whose copies on this device end with the session: `user:ID` or `seat:ID`. */
  participantKey: string
  leaving: Leaving
  children: ReactNode
}

/** What stands in the way: edits that would be lost, or that the server cannot be reached. */
type Obstacle = ({ kind: 'edits' } & UnsettledWork) | { kind: 'offline' }

/**
 * Signs out, and leaves nothing of that person on the device. Asks first where that would lose edits.
 * Without JavaScript it signs out all the same.
 */
export function SignOutForm({ participantKey, leaving, children }: SignOutFormProps) {
  const [obstacle, setObstacle] = useState<Obstacle | undefined>(undefined)
  const looking = useRef(false)
  const leave = async () => {
    const answer = await fetch('/sign-out', { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).catch(
      () => undefined,
    )
    if (!answer) {
      setObstacle({ kind: 'offline' })
      return
    }
    // A browser that will not tell what it keeps must not hold anybody back.
    await forgetDevice(participantKey).catch(() => undefined)
    // Anew, so that nothing of what was open stays in this page's memory either.
    window.location.assign('/')
  }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (looking.current) return
    looking.current = true
    const work = await unsettled(participantKey).finally(() => {
      looking.current = false
    })
    if (work.rooms.length + work.positions.length > 0) setObstacle({ kind: 'edits', ...work })
    else await leave()
  }
  return (
    <>
      <form method="post" action="/sign-out" onSubmit={(event) => void look(event)}>
        {children}
      </form>
      {obstacle ? (
        <Question
          obstacle={obstacle}
          leaving={leaving}
          onStay={() => setObstacle(undefined)}
          onLeave={() => void leave()}
        />
      ) : null}
    </>
  )
}

/** What this device holds that the server, asked about it, is not known to have. Never rejects. */
async function unsettled(participantKey: string): Promise<UnsettledWork> {
  const rooms = await unconfirmedRooms(participantKey).catch(() => [])
  const positions = artefactsWithDrafts(participantKey)
  if (rooms.length + positions.length === 0) return { rooms: [], positions: [] }
  return import('./settle-copies').then(
    ({ settleWork }) => settleWork(participantKey, { rooms, positions }),
    // Without a connection the code that asks cannot be loaded, and there is nobody to ask.
    () => ({
      rooms: rooms.map((room) => ({ room, title: undefined })),
      positions: positions.map((artefactId) => ({ artefactId, title: undefined })),
    }),
  )
}

interface QuestionProps {
  obstacle: Obstacle
  leaving: Leaving
  onStay(): void
  onLeave(): void
}

/** The browser's own dialog: it weighs nothing on every page, and it opens where there is no connection to load another. */
function Question({ obstacle, leaving, onStay, onLeave }: QuestionProps) {
  const t = useTranslate('sync')
  const words = useTranslate('components')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const hasEdits = obstacle.kind === 'edits'
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
        {hasEdits ? t('signOut.edits.title') : t(`signOut.${leaving}.offline.title`)}
      </h2>
      <div id={`${id}-detail`}>
        {hasEdits ? (
          <Edits work={obstacle} leaving={leaving} onOpen={onStay} />
        ) : (
          <p>{t(`signOut.${leaving}.offline.detail`)}</p>
        )}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onPress={onStay}>{hasEdits ? words('cancel') : words('close')}</Button>
        {hasEdits ? (
          <Button variant="danger" onPress={onLeave}>
            {t(`signOut.${leaving}.confirm`)}
          </Button>
        ) : null}
      </div>
    </dialog>
  )
}

interface EditsProps {
  work: UnsettledWork
  leaving: Leaving
  onOpen(): void
}

function Edits({ work: { rooms, positions }, leaving, onOpen }: EditsProps) {
  const t = useTranslate('sync')
  return (
    <>
      <p>{t('signOut.edits.detail')}</p>
      <ul className="my-3 list-disc pl-6">
        {rooms.map(({ room, title }) => (
          <li key={room} className="[overflow-wrap:anywhere]">
            <Whereabouts room={room} title={title} onOpen={onOpen} />
          </li>
        ))}
        {positions.map(({ artefactId, title }) => (
          <li key={`positions ${artefactId}`} className="[overflow-wrap:anywhere]">
            <Link to={`/artefacts/${artefactId}/positions`} onClick={onOpen} className="inline-flex min-h-6 items-center">
              {t('signOut.edits.positions', { title: title ?? t('signOut.edits.unnamed') })}
            </Link>
          </li>
        ))}
      </ul>
      <p>{t(`signOut.${leaving}.way`)}</p>
    </>
  )
}

/** What it is, and the way there. Private notes are met again on their workshop's page, which their room does not tell. */
function Whereabouts({ room, title, onOpen }: UnsettledRoom & { onOpen(): void }) {
  const t = useTranslate('sync')
  const known = readRoomName(room)
  if (!known || !('artefactId' in known)) return t('signOut.edits.privateNotes')
  const isRemarks = known.of !== 'artefact'
  const named = title ?? t('signOut.edits.unnamed')
  return (
    <Link to={`/artefacts/${known.artefactId}`} onClick={onOpen} className="inline-flex min-h-6 items-center">
      {isRemarks ? t('signOut.edits.remarks', { title: named }) : named}
    </Link>
  )
}
