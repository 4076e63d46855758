import { LatestSender, type SendOutcome } from '../workshops/latest-sender'
import type { PositionAnswer, SentPosition } from './ask-positions'
import type { DraftKeeper, KeptDraft } from './kept-drafts'
import type { Stance } from './model/stance'
import { longestWords, type Statement } from './model/statement'

/** What is missing before it can be sent. */
export type Missing = 'stance' | 'words' | 'shorter-words'

/**
 * How a position stands that the server has not confirmed.
 * - `writing`: not sent yet · `sending`: on its way · `waiting`: sent again until the server can be reached
 * - `wording-changed`: the clause says something else by now, `wordingNow`, and one has to look at it
 * - `clause-gone`: there is no such clause at present · `refused`: the server will not have it from this page
 */
export interface Draft extends KeptDraft {
  state: 'writing' | 'sending' | 'waiting' | 'wording-changed' | 'clause-gone' | 'refused'
  missing: Missing | null
  wordingNow: { wording: string; wordingHash: string } | null
}

export interface OwnPositions {
  /** By the ids of the clauses; another map after each change. */
  drafts(): ReadonlyMap<string, Draft>
  onChange(listener: () => void): () => void
  /** Chooses or writes. What is on its way goes on; what is written now is sent when one sends it. */
  write(clause: string, change: Partial<Pick<KeptDraft, 'stance' | 'words'>>): void
  /** Sends it on what one sees the clause say. Answers what is missing, if anything is. */
  send(clause: string, seen: { wording: string; wordingHash: string }): Missing | null
  /** Leaves it unsent. */
  drop(clause: string): void
  /** Now rather than when its turn comes: the network is back. */
  retry(): void
  close(): void
}

interface OwnPositionsOptions {
  send(position: SentPosition): Promise<PositionAnswer>
  kept: DraftKeeper
  /** The server has it. */
  onStated(statement: Statement): void
}

const keptOf = ({ stance, words, sentOn }: Draft): KeptDraft => ({ stance, words, sentOn })

const empty: Draft = { stance: null, words: '', sentOn: null, state: 'writing', missing: null, wordingNow: null }

/**
 * What somebody writes about where their organisation stands, clause by clause, until the server has it. Nothing of it is
 * lost: not by going to another clause, by a lost network, by a closed page, nor by a refusal.
 */
export function createOwnPositions({ send, kept, onStated }: OwnPositionsOptions): OwnPositions {
  let drafts: ReadonlyMap<string, Draft> = new Map()
  const listeners = new Set<() => void>()
  const senders = new Map<string, LatestSender<SentPosition>>()

  const set = (clause: string, draft: Draft | undefined) => {
    const before = drafts.get(clause)
    const next = new Map(drafts)
    if (draft) next.set(clause, draft)
    else next.delete(clause)
    drafts = next
    if (draft) kept.keep(clause, keptOf(draft))
    else if (before) kept.drop(clause, keptOf(before))
    for (const listener of listeners) listener()
  }
  const change = (clause: string, changed: Partial<Draft>) => {
    const draft = drafts.get(clause)
    if (draft) set(clause, { ...draft, ...changed })
  }
  const take = (position: SentPosition, answer: PositionAnswer): SendOutcome => {
    const draft = drafts.get(position.clause)
    // Written on meanwhile: what was sent has its answer, what is written stays.
    const isSame = draft?.stance === position.stance && saidWords(draft) === position.words
    switch (answer.outcome) {
      case 'unreachable':
        return 'unreachable'
      case 'stated':
        if (isSame) set(position.clause, undefined)
        onStated(answer.statement)
        return 'taken'
      case 'wording-changed':
        change(position.clause, { state: answer.outcome, wordingNow: answer })
        return 'refused'
      case 'clause-gone':
        change(position.clause, { state: answer.outcome })
        return 'refused'
      case 'not-allowed':
      case 'refused':
        change(position.clause, { state: 'refused' })
        return 'refused'
    }
  }
  const senderOf = (clause: string) => {
    const known = senders.get(clause)
    if (known) return known
    const made: LatestSender<SentPosition> = new LatestSender(
      async (position) => take(position, await send(position)),
      (state) => {
        if (state === 'sending' || state === 'waiting') change(clause, { state })
      },
    )
    senders.set(clause, made)
    return made
  }
  const give = (clause: string, stance: Stance, words: string, wordingHash: string) =>
    senderOf(clause).give({ clause, stance, words: saidWords({ stance, words }), wordingHash })

  for (const [clause, draft] of Object.entries(kept.read())) {
    drafts = new Map(drafts).set(clause, { ...empty, ...draft })
    // Sent before the page was closed, and perhaps never there: the same said twice is said once.
    if (draft.sentOn && draft.stance) give(clause, draft.stance, draft.words, draft.sentOn.wordingHash)
  }

  return {
    drafts: () => drafts,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    write: (clause, written) =>
      set(clause, { ...(drafts.get(clause) ?? empty), ...written, sentOn: null, state: 'writing', missing: null, wordingNow: null }),
    send: (clause, seen) => {
      const draft = drafts.get(clause) ?? empty
      const missing = missingIn(draft)
      set(clause, missing ? { ...draft, missing } : { ...draft, missing, sentOn: seen, wordingNow: null, state: 'sending' })
      if (!missing && draft.stance) give(clause, draft.stance, draft.words, seen.wordingHash)
      return missing
    },
    drop: (clause) => {
      senders.get(clause)?.close()
      senders.delete(clause)
      set(clause, undefined)
    },
    retry: () => senders.forEach((sender) => sender.retry()),
    close: () => {
      senders.forEach((sender) => sender.close())
      senders.clear()
    },
  }
}

/** Words that were written for another choice are not said with one that asks for none. */
const saidWords = ({ stance, words }: Pick<KeptDraft, 'stance' | 'words'>): string =>
  needsWords(stance) || stance === 'open' ? words.trim() : ''

/** Whether a position is nothing without words: which change, or why not. */
export const needsWords = (stance: Stance | null): boolean => stance === 'accepts-with-change' || stance === 'objects'

function missingIn(draft: KeptDraft): Missing | null {
  if (draft.stance === null) return 'stance'
  const words = saidWords(draft)
  if (needsWords(draft.stance) && words === '') return 'words'
  return words.length > longestWords ? 'shorter-words' : null
}
