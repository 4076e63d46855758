/**
 * Waits until what was hoped for is so. Looks after each turn of the event loop, so that a time taken afterwards is
 * true within a few milliseconds. @throws after `seconds`.
 */
export async function until(isSo: () => boolean, what: string, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** The same for what has to be asked for. */
export async function untilAsked(isSo: () => Promise<boolean>, what: string, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
