/** What stands beside a text follows it when nobody has written for so long (ms), */
const quiet = 250

/** and after so long at the latest (ms), however many write. */
const longest = 1_000

export interface Calm {
  /** It is to be done; once for all that comes until then. */
  soon(): void
  stop(): void
}

/** Does something when it is quiet: what is shown beside a text need not be worked out anew at each key. */
export function calmly(act: () => void): Calm {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  return {
    soon: () => {
      const now = performance.now()
      since ??= now
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          since = undefined
          act()
        },
        Math.max(0, Math.min(quiet, since + longest - now)),
      )
    },
    stop: () => {
      since = undefined
      clearTimeout(timer)
    },
  }
}
