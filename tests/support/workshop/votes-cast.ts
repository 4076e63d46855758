import type { Dots } from '../../../app/workshops/votes/ballot'

/** Votes kept by hand beside the server's: who gave what in the end, and what their organisation is. */
export class VotesCast {
  private readonly last = new Map<string, { organisationType: string; dots: Dots }>()

  /** In place of what the same voter gave before. */
  note(voter: string, organisationType: string, dots: Dots): void {
    this.last.set(voter, { organisationType, dots })
  }

  of(voter: string): Dots {
    return this.last.get(voter)?.dots ?? {}
  }

  /** Dots of each target that has any: in all, and by organisation type. */
  count(): Record<string, { dots: number; byType: Record<string, number> }> {
    const counted: Record<string, { dots: number; byType: Record<string, number> }> = {}
    for (const { organisationType, dots } of this.last.values()) {
      for (const [target, given] of Object.entries(dots)) {
        const tally = (counted[target] ??= { dots: 0, byType: {} })
        tally.dots += given
        tally.byType[organisationType] = (tally.byType[organisationType] ?? 0) + given
      }
    }
    return counted
  }
}
