import { LatestSender } from '../latest-sender'
import type { SentAnswer } from './ask-ballot'
import type { Dots } from './ballot'

/**
 * How a ballot's saving stands. `saved`: the server has what is shown · `saving`: on its way · `waiting`: the server
 * could not be reached, and it is sent again until it can.
 */
export type Saving = 'saved' | 'saving' | 'waiting'

type Answer = Exclude<SentAnswer, { outcome: 'unreachable' }>

interface SaverOptions {
  send(dots: Dots): Promise<SentAnswer>
  onSaving(saving: Saving): void
  /** What the server made of the last ballot sent; never of one that has been changed since. */
  onAnswer(answer: Answer): void
}

export interface BallotSaver {
  save(dots: Dots): void
  /** Now rather than when its turn comes: the network is back. */
  retry(): void
  close(): void
}

/** Sends a ballot whenever it changes, one at a time and the last one last, until the server has answered it. */
export function createBallotSaver({ send, onSaving, onAnswer }: SaverOptions): BallotSaver {
  let last: Answer | undefined
  const sender = new LatestSender<Dots>(
    async (dots) => {
      const answer = await send(dots)
      if (answer.outcome === 'unreachable') return 'unreachable'
      if (answer.outcome === 'refused' && answer.reason === 'too-fast') return 'unreachable'
      last = answer
      return answer.outcome === 'saved' ? 'taken' : 'refused'
    },
    (state) => {
      // That it is tried again changes nothing of what was said: only a new choice does.
      if (state === 'sending') return
      if (state === 'waiting') return onSaving('waiting')
      onSaving('saved')
      if (last) onAnswer(last)
    },
  )
  return {
    save(dots) {
      onSaving('saving')
      sender.give(dots)
    },
    retry: () => sender.retry(),
    close: () => sender.close(),
  }
}
