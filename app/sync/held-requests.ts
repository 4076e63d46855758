/**
 * A browser opens six connections to one server over HTTP/1.1, for all its tabs together. Requests that the server
 * holds open may take so many of them; with six, nothing else would ever get through, not even the next page.
 */
const mostHeld = 3

/**
 * Leave to keep one request open, among all tabs of this browser. Answers how to give it back, or undefined where
 * enough are open. It is given back by itself when the page goes.
 */
export async function leaveToHold(): Promise<(() => void) | undefined> {
  // Only in secure contexts, so not in every test and development set-up: there nobody has many tabs.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return () => undefined
  for (let place = 1; place <= mostHeld; place += 1) {
    const giveBack = await take(locks, `tahto.sync.held.${place}`)
    if (giveBack) return giveBack
  }
  return undefined
}

function take(locks: LockManager, name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        // The lock is held until this settles.
        return new Promise<void>((giveBack) => resolve(giveBack))
      })
      // A browser that keeps nothing for pages may refuse: better too many than none.
      .catch(() => resolve(() => undefined))
  })
}
