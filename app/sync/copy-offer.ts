import * as Y from 'yjs'
import { keptCopyAnswerSchema, type KeptCopyAnswer } from '../proposals/answer'
import type { DeviceCopy } from './device-copy'
import type { Offer } from './session'

const firstWait = 3_000
const longestWait = 60_000
// Another window of the same person writes between sending and letting go: that is sent too.
const mostRounds = 3

export interface HeldCopy {
  update: Uint8Array<ArrayBuffer>
  epoch: string
  position: string
}

/** Undefined where no answer came that says anything: to be tried again. */
export type HandOver = (copy: HeldCopy) => Promise<KeptCopyAnswer | undefined>

export interface KeptCopyToSend extends HeldCopy {
  artefactId: string
}

export type SendCopy = (copy: KeptCopyToSend) => Promise<KeptCopyAnswer | undefined>

interface CopyOfferOptions {
  doc: Y.Doc
  copy: DeviceCopy
  handOver: HandOver
  /** Told for as long as there is nothing newer to tell. */
  kept: KeptOffer | undefined
  /** Whether there are edits here that the server never confirmed. */
  hasOwnEdits(): boolean
  /** The session is over: nothing merges in it any more. */
  hasEnded(): boolean
  changed(): void
  /** The server has all that was here: as a proposal, or because it had it already. */
  handedOver(kept: KeptOffer | undefined): void
}

type KeptOffer = Extract<Offer, { kind: 'kept' }>
type Taken = Exclude<KeptCopyAnswer, { outcome: 'refused' }>

/** Hands a copy that cannot be merged over to the server, and lets it go only when the server has confirmed that. */
export class CopyOffer {
  private shown: Offer
  private timer: ReturnType<typeof setTimeout> | undefined
  private wait = firstWait
  private wanted = false
  private closed = false

  constructor(private readonly options: CopyOfferOptions) {
    this.shown = this.atRest
  }

  get state(): Offer {
    return this.shown
  }

  /** `wanted`: there is something that cannot be merged. Begins once, and stops when that has passed. */
  follow(wanted: boolean): void {
    if (wanted === this.wanted || this.closed) return
    this.wanted = wanted
    clearTimeout(this.timer)
    if (wanted) void this.attempt()
    else this.show(this.atRest)
  }

  retry(): void {
    if (this.shown.kind !== 'failed') return
    clearTimeout(this.timer)
    this.wait = firstWait
    void this.attempt()
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
  }

  private async attempt(): Promise<void> {
    this.show({ kind: 'sending' })
    for (let round = 1; round <= mostRounds; round += 1) {
      const leftBehind = await this.options.copy.gather()
      const answer = await this.send()
      if (this.closed || !this.wanted) return
      if (!answer) return this.failed('unreachable')
      if (answer.outcome === 'mergeable') return this.settled(answer)
      if (answer.outcome === 'refused') {
        // Whoever could only read has lost nothing; what a window that is closed now left behind is somebody's work.
        if (answer.why !== 'not-allowed' || leftBehind || this.options.hasOwnEdits()) return this.failed(answer.why)
        if (await this.options.copy.letGo()) return this.settled({ outcome: 'nothing-new' })
      } else if (await this.options.copy.letGo()) return this.settled(answer)
    }
    this.failed('unreachable')
  }

  private send(): Promise<KeptCopyAnswer | undefined> {
    const { doc, copy, handOver } = this.options
    return handOver({ update: new Uint8Array(Y.encodeStateAsUpdate(doc)), ...copy.history }).catch(() => undefined)
  }

  private settled(answer: Taken): void {
    const { hasEnded, handedOver } = this.options
    // The right to edit is back, and with it everything merges; what has ended is opened anew.
    if (answer.outcome === 'mergeable' && !hasEnded()) return
    const { outcome } = answer
    handedOver(outcome === 'kept' ? { kind: outcome, reason: answer.reason, proposalId: answer.proposalId } : undefined)
  }

  private get atRest(): Offer {
    return this.options.kept ?? { kind: 'none' }
  }

  private failed(why: Extract<Offer, { kind: 'failed' }>['why']): void {
    this.show({ kind: 'failed', why })
    if (why !== 'unreachable' && why !== 'too-many') return
    this.timer = setTimeout(() => void this.attempt(), this.wait)
    this.wait = Math.min(this.wait * 2, longestWait)
  }

  private show(offer: Offer): void {
    this.shown = offer
    this.options.changed()
  }
}

/** To this page's own server. */
export const sendToServer: SendCopy = async ({ artefactId, update, epoch, position }) => {
  const answer = await fetch(`/artefacts/${artefactId}/kept-copy?${new URLSearchParams({ epoch, position }).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: update,
  })
  const read = keptCopyAnswerSchema.safeParse(await answer.json().catch(() => undefined))
  if (read.success) return read.data
  return [401, 403, 404].includes(answer.status) ? { outcome: 'refused', why: 'not-allowed' } : undefined
}
