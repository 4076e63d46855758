import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { liveStateSchema, type LiveState } from '../../model/live-state'
import type { LiveWorkshop } from '../../room/use-workshop-room'
import type { CommandAnswer, PlainCommand, TurnCommand } from '../commands'

const answerSchema = z.object({
  outcome: z.enum(['done', 'stale', 'nothing', 'closed', 'no-board', 'hidden']),
  notes: z.number().optional(),
  state: liveStateSchema,
}) satisfies z.ZodType<CommandAnswer>

export type Intent = TurnCommand['intent'] | PlainCommand['intent']

/** Why a command was not done. */
export type Problem = Exclude<CommandAnswer['outcome'], 'done' | 'hidden'> | 'unreachable' | 'refused'

/** Leaving a step waits for an answer: what was written in private in the step is hidden still. */
export interface HiddenAsked {
  /** The step with the hidden notes. */
  step: string
  notes: number
  /** What waits. */
  intent: Intent
  fields: Record<string, string>
}

export interface Commands {
  /** Gives a command on the turn that is shown. True when it was done. */
  give(intent: Intent, fields?: Record<string, string>): Promise<boolean>
  /** The command that is on its way. */
  pending: Intent | null
  /** What became of the last one, where it was not done. */
  problem: { problem: Problem; /** On this browser's monotonic clock. */ at: number } | null
  asked: HiddenAsked | null
  /** Done with the question, whatever was answered. */
  closeAsked(): void
  /** How many notes the last reveal brought to the board; null after another command. */
  revealed: number | null
  /** The step has changed in this instant, by whoever's hand: a second press is not meant for the new one. */
  settling: boolean
  dismiss(): void
}

/** How the workshop stands as far as this screen knows: told by the room, or in answer to a command, whichever is later. */
export interface Standing {
  state: LiveState
  leftMs(): number | null
}

/** Longer than between the two presses of a double click. */
const settlesAfterMs = 600

/** Those that may follow themselves at once: each press means one minute more. */
const repeatable: readonly Intent[] = ['add-time']

/** Those that leave a step: the server asks first where its notes are hidden still. */
const asksFirst: readonly Intent[] = ['next', 'back', 'go']

export function useCommands(workshopId: string, room: LiveWorkshop): Commands & { standing: Standing } {
  const [answered, setAnswered] = useState<{ state: LiveState; at: number } | null>(null)
  const [pending, setPending] = useState<Intent | null>(null)
  const [problem, setProblem] = useState<Commands['problem']>(null)
  const [asked, setAsked] = useState<HiddenAsked | null>(null)
  const [revealed, setRevealed] = useState<number | null>(null)
  const standing = laterOf(room, answered)
  const turn = useRef(standing.state.turn)
  useEffect(() => {
    turn.current = Math.max(turn.current, standing.state.turn)
  }, [standing.state.turn])
  const settling = useSettling(standing.state.step?.id ?? null)
  const line = useRef<{ what: string; done: Promise<boolean> } | null>(null)

  const send = useCallback(
    async (intent: Intent, fields: Record<string, string>): Promise<boolean> => {
      setPending(intent)
      const asks: Record<string, string> = asksFirst.includes(intent) ? { unrevealed: 'ask' } : {}
      const answer = await post(workshopId, { ...asks, ...fields, intent, turn: String(turn.current) })
      setPending(null)
      if (typeof answer === 'string') {
        setProblem({ problem: answer, at: performance.now() })
        return false
      }
      turn.current = Math.max(turn.current, answer.state.turn)
      setAnswered({ state: answer.state, at: performance.now() })
      const { outcome, state, notes } = answer
      if (outcome === 'hidden' && state.step) setAsked({ step: state.step.id, notes: notes ?? 0, intent, fields })
      // What follows a reveal at once leaves its count standing.
      if (outcome === 'done' && fields['unrevealed'] !== 'leave') setRevealed(notes ?? null)
      setProblem(outcome === 'done' || outcome === 'hidden' ? null : { problem: outcome, at: performance.now() })
      return answer.outcome === 'done'
    },
    [workshopId],
  )
  const give = useCallback(
    (intent: Intent, fields: Record<string, string> = {}): Promise<boolean> => {
      const before = line.current
      const what = JSON.stringify([intent, fields])
      // The same again is the other half of a double click. Another one is meant for what comes of the one before, which
      // may be seen here before its answer is.
      if (before?.what === what && !repeatable.includes(intent)) return Promise.resolve(false)
      // Where that one was not done, something else stands than what was decided on.
      const done = (before?.done ?? Promise.resolve(true)).then((went) =>
        went || repeatable.includes(intent) ? send(intent, fields) : false,
      )
      const own = { what, done }
      line.current = own
      void done.finally(() => {
        if (line.current === own) line.current = null
      })
      return done
    },
    [send],
  )
  const dismiss = useCallback(() => {
    setProblem(null)
    setRevealed(null)
  }, [])
  const closeAsked = useCallback(() => setAsked(null), [])
  return { give, pending, problem, asked, closeAsked, revealed, settling, dismiss, standing }
}

function laterOf(room: LiveWorkshop, answered: { state: LiveState; at: number } | null): Standing {
  if (!answered || answered.state.turn <= room.state.turn) return room
  const { state, at } = answered
  const { leftMs, paused } = state.clock
  return { state, leftMs: () => (leftMs === null || paused ? leftMs : leftMs - (performance.now() - at)) }
}

function useSettling(stepId: string | null): boolean {
  const [settled, setSettled] = useState(stepId)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(stepId), settlesAfterMs)
    return () => clearTimeout(timer)
  }, [stepId])
  return settled !== stepId
}

async function post(workshopId: string, fields: Record<string, string>): Promise<CommandAnswer | 'unreachable' | 'refused'> {
  const body = new URLSearchParams(fields)
  const answer = await fetch(`/workshops/${workshopId}/desk`, { method: 'POST', body }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return 'unreachable'
  return answerSchema.safeParse(await answer.json().catch(() => undefined)).data ?? 'refused'
}
