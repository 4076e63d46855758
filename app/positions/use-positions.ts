import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { usePageChanges } from '../sync/use-session'
import type { ArtefactSession } from '../sync/session'
import { askForPositions, sendPositions } from './ask-positions'
import { keptDrafts } from './kept-drafts'
import type { PositionsNow } from './model/answers'
import { mergeStatements, type Statement } from './model/statement'
import { createOwnPositions, type OwnPositions } from './own-positions'
import { sendTogether } from './send-together'

// Sixty who hear of a position in the same instant do not all ask in that instant.
const spread = 500
const again = 5_000

export interface Positions {
  /** Undefined until they have come. */
  now: PositionsNow | undefined
  /** They could not be fetched, and are not being asked for. */
  isRefused: boolean
  askAgain(): void
  /** Something that one has just said oneself. */
  add(statement: Statement): void
}

/** Where everybody stands on an open agreement's clauses, asked for again whenever somebody has said something. */
export function usePositions({ artefactId, session, sent }: {
  artefactId: string
  session: ArtefactSession<unknown>
  /** What the page came with. */
  sent?: PositionsNow
}): Positions {
  const changes = usePageChanges(session)
  const [now, setNow] = useState(sent)
  const [isRefused, setIsRefused] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const known = useRef(sent)
  const take = useCallback((heard: Omit<PositionsNow, 'statements'> & { statements: readonly Statement[] }) => {
    known.current = { ...heard, statements: mergeStatements(known.current?.statements ?? [], heard.statements) }
    setNow(known.current)
  }, [])
  useEffect(() => {
    if (changes === 0 && attempt === 0 && known.current) return undefined
    let timer: ReturnType<typeof setTimeout>
    let over = false
    const ask = async () => {
      const newest = Math.max(0, ...(known.current?.statements.map(({ id }) => id) ?? []))
      const answer = await askForPositions(artefactId, newest)
      if (over) return
      if (answer.outcome === 'unreachable') timer = setTimeout(() => void ask(), again)
      else if (answer.outcome === 'known') take(answer.now)
      setIsRefused(answer.outcome === 'refused')
    }
    timer = setTimeout(() => void ask(), changes === 0 ? 0 : Math.random() * spread)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [artefactId, changes, attempt, take])
  return {
    now,
    isRefused,
    askAgain: useCallback(() => setAttempt((count) => count + 1), []),
    add: useCallback(
      (statement) => {
        if (known.current) take({ ...known.current, statements: [statement] })
      },
      [take],
    ),
  }
}

/** One's own positions on their way; undefined until it is known for whom one speaks. */
export function useOwnPositions(artefactId: string, { now, add }: Positions): OwnPositions | undefined {
  const asker = now?.voice.may ? now.asker : undefined
  const own = useMemo(
    () =>
      asker === undefined
        ? undefined
        : createOwnPositions({
            send: sendTogether((positions) => sendPositions(artefactId, positions)),
            kept: keptDrafts(artefactId, asker),
            onStated: add,
          }),
    [artefactId, asker, add],
  )
  useEffect(() => {
    if (!own) return undefined
    const retry = () => own.retry()
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      own.close()
    }
  }, [own])
  return own
}

/** What one is writing about a clause. */
export function useDraft(own: OwnPositions | undefined, clause: string) {
  const subscribe = useCallback((listener: () => void) => own?.onChange(listener) ?? (() => undefined), [own])
  return useSyncExternalStore(
    subscribe,
    () => own?.drafts().get(clause),
    () => undefined,
  )
}

/** All that one is writing and sending, by the ids of the clauses. */
export function useDrafts(own: OwnPositions) {
  return useSyncExternalStore(own.onChange, own.drafts, own.drafts)
}
