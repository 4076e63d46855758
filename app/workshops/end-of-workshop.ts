interface Timed {
  endsAt: Date | null
  doorOpen: boolean
  run: { stage: string; closedAt: Date | null } | null
}

/**
 * When a workshop was over: when its facilitator closed it; of one that was never run with its agenda, when its time
 * was up and the door closed. Null: it is not over.
 */
export function closedAt({ endsAt, doorOpen, run }: Timed, now: number): Date | null {
  if (run) return run.stage === 'closed' ? run.closedAt : null
  return !doorOpen && endsAt !== null && endsAt.getTime() <= now ? endsAt : null
}
