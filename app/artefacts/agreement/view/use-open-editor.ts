import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { bodyOf } from '../model/document'
import type { Translate } from '../../kind'
import type { AtomSurroundings } from './atom-label'
import type { AgreementSession } from './agreement-session'
import type { ClauseActs } from './clause-acts'
import type { Desk } from './desk'
import type { Call } from './editor/calls'
import type { OpenEditor } from './editor/create-editor'
import type { ProvenanceWords } from './editor/provenance'
import type { SuggestingDesk } from './suggesting/suggesting-desk'

interface OpenEditorOptions {
  session: AgreementSession
  desk: Desk
  /** Whether there is to be one: the right to write or to suggest is there, and a clause to write in. */
  isWanted: boolean
  element: HTMLElement | null
  words: { title: string; gone: string; label: string; provenance: ProvenanceWords }
  /** What the atoms in the text are about. */
  around: AtomSurroundings
  t: Translate
  className: string
  describedBy: string
  acts: ClauseActs
  suggesting: SuggestingDesk
  toToolbar(): void
  /** Something is asked for from within the text. Always the same function. */
  onCall(call: Call): void
}

/** `unknown`: the document holds what only a newer program knows. `failed`: the editor's code did not arrive. */
export type EditorFault = 'unknown' | 'failed'

/** The editor, from when it has taken the place of the page that the server sent. Its code is fetched only when it is wanted. */
export function useOpenEditor(options: OpenEditorOptions) {
  const { session, desk, isWanted, element } = options
  const [open, setOpen] = useState<OpenEditor>()
  const [fault, setFault] = useState<EditorFault>()
  const [attempt, setAttempt] = useState(0)
  const body = useBody(session)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })

  // Fetched while the live document is on its way. Where that fails, it is tried again, and said, below.
  useEffect(() => {
    if (isWanted) loadEditor().catch(() => undefined)
  }, [isWanted])

  useEffect(() => {
    if (!isWanted || !element || !body || fault) return undefined
    let isOver = false
    let opened: OpenEditor | undefined
    const begin = async () => {
      const { createEditor } = await loadEditor()
      if (isOver) return
      const { words, t, className, describedBy, acts, suggesting, toToolbar, onCall } = latest.current
      const onUnknown = () => setFault('unknown')
      opened = createEditor({ session, element, words, t, className, describedBy, acts, suggesting, toToolbar, onCall, onUnknown })
      setOpen(opened)
    }
    begin().catch((cause: unknown) => {
      reportError(cause)
      if (!isOver) setFault('failed')
    })
    return () => {
      isOver = true
      opened?.close()
      setOpen(undefined)
    }
  }, [session, isWanted, element, body, fault, attempt])

  // Only once it is seen: what is hidden takes no caret.
  useEffect(() => {
    if (!open) return undefined
    desk.take(open)
    return () => desk.leave()
  }, [open, desk])

  const { around } = options
  useEffect(() => open?.show(around), [open, around])

  const tryAgain = useCallback(() => {
    setFault(undefined)
    setAttempt((count) => count + 1)
  }, [])
  return { open, fault, tryAgain }
}

const loadEditor = () => import('./editor/create-editor')

/** The shared body, once the live document is here. */
function useBody(session: AgreementSession) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [session.onContent(listener), session.onStatus(listener)]
      return () => stops.forEach((stop) => stop())
    },
    [session],
  )
  return useSyncExternalStore(
    subscribe,
    () => {
      const live = session.live()
      return live && bodyOf(live.root)
    },
    () => undefined,
  )
}
