import type { SentAnswer } from './ask-ballot'
import type { Dots } from './ballot'

/**
 * How a ballot's saving stands. `saved`: the server has what is shown · `saving`: on its way · `waiting`: the server
 * could not be reached, and it is sent again until it can.
 */
export type Saving = 'saved' | 'saving' | 'waiting'

interface SaverOptions {
  send(dots: Dots): Promise<SentAnswer>
  onSaving(saving: Saving): void
  /** What the server made of the last ballot sent; never of one that has been changed since. */
  onAnswer(answer: Exclude<SentAnswer, { outcome: 'unreachable' }>): void
  /** Milliseconds until it is sent again. */
  again?: number
}

export interface BallotSaver {
  save(dots: Dots): void
  close(): void
}

/** Sends a ballot whenever it changes, one at a time and the last one last, until the server has answered it. */
export function createBallotSaver({ send, onSaving, onAnswer, again = 2_000 }: SaverOptions): BallotSaver {
  let wanted: Dots | undefined
  let sending = false
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const work = async () => {
    if (sending || closed || wanted === undefined) return
    sending = true
    const dots = wanted
    const answer = await send(dots)
    sending = false
    if (closed) return
    const changed = wanted !== dots
    if (answer.outcome === 'unreachable' || (answer.outcome === 'refused' && answer.reason === 'too-fast')) {
      onSaving('waiting')
      timer = setTimeout(() => void work(), again)
    } else if (changed) void work()
    else {
      wanted = undefined
      onSaving('saved')
      onAnswer(answer)
    }
  }

  return {
    save(dots) {
      wanted = dots
      clearTimeout(timer)
      onSaving('saving')
      void work()
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
