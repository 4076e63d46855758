import { lazy, Suspense, useState } from 'react'
import { useTranslate } from '../../../../i18n/use-translate'
import { StateLine } from '../../../../sync/state-line'
import { WhatIsWrong } from '../../../../sync/state-notice'
import { useSessionStatus } from '../../../../sync/use-session'
import { usePrivateNotes, type OwnNotes } from '../../../private-notes/use-private-notes'
import type { Authorship } from '../../../model/steps'
import { NoteComposer } from './note-composer'
import { OwnNote } from './own-note'
import type { ActivityProps } from './step-activity'

const RevealedNotes = lazy(() => import('./revealed-notes'))

/** Writing that nobody else sees until the facilitator reveals it; what came too late can be added afterwards. */
export default function WritePrivately({ workshop, step, own: mine }: ActivityProps) {
  const t = useTranslate('takingPart')
  const own = usePrivateNotes({
    stepId: step.id,
    participantKey: workshop.me.key,
    initialNotes: [],
    initialRight: 'edit',
  })
  const { state } = useSessionStatus(own.session)
  const [newest, setNewest] = useState<string>()
  const add = (text: string) => {
    const id = own.add(text)
    if (id !== undefined) setNewest(id)
    return id !== undefined
  }
  return (
    <>
      {step.revealed ? null : <WhoSees authorship={step.settings.authorship} begun={own.notes.length > 0} />}
      <WhatIsWrong session={own.session} />
      <OwnNotesList own={own} newest={newest} revealed={step.revealed} workshopId={workshop.id} stepId={step.id} />
      {step.revealed && step.artefact ? (
        <section className="mb-4">
          <h3 className="mb-1 text-xl font-bold">{t('own.revealed')}</h3>
          <p className="mb-3 text-ink-soft">{t('own.revealedWords')}</p>
          <Suspense fallback={<p role="status">{t('page.opening')}</p>}>
            <RevealedNotes artefact={step.artefact} frame={step.place} participantKey={workshop.me.key} own={mine.written} may={step.may} />
          </Suspense>
        </section>
      ) : null}
      <NoteComposer ready={state.kind !== 'opening'} onAdd={add} refused={t('write.notYet')} count={own.notes.length} />
    </>
  )
}

/** Before one writes: who will see it, and what is stored of who wrote it. Out of the way once one has begun. */
function WhoSees({ authorship, begun }: { authorship: Authorship; begun: boolean }) {
  const t = useTranslate('takingPart')
  const words = (
    <p>
      {t(`own.author.${authorship}`)} {t('own.noClients')}
    </p>
  )
  const box = 'mb-5 max-w-prose border-l-4 border-accent bg-accent-soft px-4 py-2'
  return begun ? (
    <details className={box}>
      <summary className="cursor-pointer py-1 font-semibold">{t('own.onlyYou')}</summary>
      {words}
    </details>
  ) : (
    <div className={box}>
      <p className="py-1 font-semibold">{t('own.onlyYou')}</p>
      {words}
    </div>
  )
}

interface OwnNotesListProps {
  own: OwnNotes
  /** The id of the one that was written last on this page. */
  newest: string | undefined
  revealed: boolean
  workshopId: string
  stepId: string
}

function OwnNotesList({ own, newest, revealed, workshopId, stepId }: OwnNotesListProps) {
  const t = useTranslate('takingPart')
  const [deleted, setDeleted] = useState(false)
  const [said, setSaid] = useState('')
  const tells = useSomethingToTell(own)
  const listed = revealed ? own.notes.filter(({ shown }) => !shown) : own.notes
  if (revealed && listed.length === 0) return <p role="status" className="sr-only">{said}</p>
  const remove = (id: string) => {
    // By itself, so that bringing it back takes nothing else back.
    own.session.endStep()
    own.remove(id)
    own.session.endStep()
    setDeleted(true)
  }
  return (
    <section className="mb-6">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
        <h3 className="text-xl font-bold">{t(revealed ? 'own.left' : 'own.title')}</h3>
        {tells ? (
          <span className="text-sm">
            <StateLine session={own.session} />
          </span>
        ) : null}
      </div>
      {revealed ? <p className="mb-3 text-ink-soft">{t('own.leftWords')}</p> : null}
      {listed.length === 0 ? <p className="text-ink-soft">{t('own.none')}</p> : null}
      <ul className="flex flex-col gap-2">
        {listed.map((note) => (
          <OwnNote
            key={note.id}
            note={note}
            own={own}
            isNew={note.id === newest}
            release={revealed ? { workshopId, stepId, say: setSaid } : undefined}
            onRemove={() => remove(note.id)}
          />
        ))}
      </ul>
      <p role="status" className="mt-2 flex min-h-6 items-center gap-3 text-sm">
        {deleted ? t('own.deleted') : said}
        {deleted ? (
          <button
            type="button"
            className="min-h-11 cursor-pointer font-semibold text-accent underline"
            onClick={() => {
              own.session.undo()
              setDeleted(false)
            }}
          >
            {t('own.undoDelete')}
          </button>
        ) : null}
      </p>
    </section>
  )
}

/** Before anything was written nothing is saved: then only what stands in the way of writing is told. */
function useSomethingToTell({ notes, session }: OwnNotes): boolean {
  const { kind } = useSessionStatus(session).state
  const [began, setBegan] = useState(false)
  const begins = notes.length > 0 || (kind !== 'opening' && kind !== 'saved')
  if (begins && !began) setBegan(true)
  return began || begins || kind === 'opening'
}
