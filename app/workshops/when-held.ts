interface Timed {
  startsAt: Date
  endsAt: Date | null
  /** Null until it is begun. `closedAt`: null while it runs. */
  run: { startedAt: Date; closedAt: Date | null } | null
}

/** One that is over was held when it ran, whenever it was planned for; any other is to be held when it is planned for. */
export function whenHeld({ startsAt, endsAt, run }: Timed): { startsAt: Date; endsAt: Date | null } {
  return run?.closedAt ? { startsAt: run.startedAt, endsAt: run.closedAt } : { startsAt, endsAt }
}
