import {
  positionHistorySchema,
  positionsNowSchema,
  stateAnswersSchema,
  type PositionHistory,
  type PositionsNow,
  type StateAnswer,
} from './model/answers'
import type { Stance } from './model/stance'

const addressOf = (artefactId: string) => `/artefacts/${artefactId}/positions/now`

export type AskedPositions =
  | { outcome: 'known'; now: PositionsNow }
  /** Whoever asks may not know any more, or has been signed out. */
  | { outcome: 'refused' }
  | { outcome: 'unreachable' }

/** What has been said after a statement, from this page's own server; 0: all. Never rejects. */
export async function askForPositions(artefactId: string, after: number): Promise<AskedPositions> {
  const answer = await ask(`${addressOf(artefactId)}?after=${after}`)
  if (!answer) return { outcome: 'unreachable' }
  const read = positionsNowSchema.safeParse(answer.body)
  return read.success ? { outcome: 'known', now: read.data } : { outcome: 'refused' }
}

/** All that was ever said about a clause; undefined where it cannot be fetched. Never rejects. */
export async function askForHistory(artefactId: string, clause: string): Promise<PositionHistory | undefined> {
  const answer = await ask(`${addressOf(artefactId)}?clause=${encodeURIComponent(clause)}`)
  return answer && positionHistorySchema.safeParse(answer.body).data
}

/** Undefined where it is worth asking again. */
async function ask(address: string): Promise<{ body: unknown } | undefined> {
  // Whoever has been signed out would be sent to sign in, by a page that has no positions.
  const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined)
  if (!answer || answer.status === 429 || answer.status >= 500) return undefined
  return { body: await answer.json().catch(() => undefined) }
}

export interface SentPosition {
  clause: string
  stance: Stance
  words: string
  wordingHash: string
}

/** `refused`: one has been signed out, or what was sent is not in order: sending it again is of no use. */
export type PositionAnswer = StateAnswer | { outcome: 'refused' } | { outcome: 'unreachable' }

/** Says where one's own organisation stands on these clauses; an answer to each, in their order. Never rejects. */
export async function sendPositions(artefactId: string, positions: readonly SentPosition[]): Promise<PositionAnswer[]> {
  const toAll = (outcome: 'refused' | 'unreachable') => positions.map((): PositionAnswer => ({ outcome }))
  const answer = await fetch(addressOf(artefactId), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ positions: JSON.stringify(positions) }),
  }).catch(() => undefined)
  if (!answer || answer.status === 408 || answer.status === 429 || answer.status >= 500) return toAll('unreachable')
  const read = stateAnswersSchema.safeParse(await answer.json().catch(() => undefined))
  return read.success && read.data.answers.length === positions.length ? read.data.answers : toAll('refused')
}
