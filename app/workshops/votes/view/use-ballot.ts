import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { askForBallot, sendBallot } from '../ask-ballot'
import { createBallotSaver, type BallotSaver, type Saving } from '../ballot-saver'
import type { Dots, OwnBallot, VoteRefusal } from '../ballot'
import { keptBallot } from '../kept-ballot'

export interface BallotState {
  /** Undefined while it is asked for. */
  ballot: OwnBallot | undefined
  /** There is no such vote any more. */
  gone: boolean
  saving: Saving
  /** Why the last ballot was not taken. */
  refused: VoteRefusal | undefined
  change(dots: Dots): void
}

const again = 3_000

/** Whose ballot, of which step. */
export interface BallotOf {
  workshopId: string
  stepId: string
  participantKey: string
}

/**
 * One's own ballot of a step, kept on the server with each change, and on this device until the server has it.
 * `revision` asks for it anew when it changes: the live state's turn, so that a vote that was closed or opened is known
 * at once.
 */
export function useBallot({ workshopId, stepId, participantKey }: BallotOf, revision: number): BallotState {
  const kept = useMemo(() => keptBallot(stepId, participantKey), [stepId, participantKey])
  const [ballot, setBallot] = useState<OwnBallot | undefined>(undefined)
  const [gone, setGone] = useState(false)
  const [saving, setSaving] = useState<Saving>('saved')
  const [refused, setRefused] = useState<VoteRefusal | undefined>(undefined)
  const saver = useRef<BallotSaver | undefined>(undefined)
  const unsaved = useRef(false)

  const load = useCallback(async () => {
    const answer = await askForBallot(workshopId, stepId)
    if (answer.outcome === 'gone') setGone(true)
    // What is on its way to the server is newer than what it answered.
    else if (answer.outcome === 'known' && !unsaved.current) {
      // What an earlier page could not send any more.
      const left = answer.ballot.stopped ? undefined : kept.read()
      setBallot(left ? { ...answer.ballot, dots: { ...left } } : answer.ballot)
      if (left) saver.current?.save(left)
    }
    return answer.outcome !== 'unreachable'
  }, [workshopId, stepId, kept])

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      if (!(await load()) && !over) timer = setTimeout(() => void ask(), again)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [load, revision])

  useEffect(() => {
    const made = createBallotSaver({
      send: (dots) => sendBallot(workshopId, stepId, { intent: 'cast', dots }),
      onSaving: (state) => {
        unsaved.current = state !== 'saved'
        setSaving(state)
      },
      onAnswer: (answer) => {
        kept.forget()
        setRefused(answer.outcome === 'refused' ? answer.reason : undefined)
        if (answer.outcome === 'saved') {
          const { dots, cameBack } = answer
          setBallot((before) => before && { ...before, dots, cameBack })
          if (cameBack > 0) void load()
        } else void load()
      },
    })
    saver.current = made
    const retry = () => made.retry()
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      made.close()
    }
  }, [workshopId, stepId, kept, load])

  const change = useCallback((dots: Dots) => {
    setRefused(undefined)
    setBallot((before) => before && { ...before, dots: { ...dots }, cameBack: 0 })
    kept.keep(dots)
    saver.current?.save(dots)
  }, [kept])

  return { ballot, gone, saving, refused, change }
}
