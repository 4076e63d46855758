import type { RoomSession } from './session'

/** How long good news waits (ms). */
const held = 400

/** Whether what is to be told is better than what was told before. */
export type IsGood<Value> = (next: Value, told: Value) => boolean

interface Telling<Value> {
  session: Pick<RoomSession<unknown>, 'onStatus'>
  read(): Value
  isGood: IsGood<Value>
  listener(): void
}

/**
 * Tells of what is read from a session's status when that has changed. Good news waits a moment: while somebody types,
 * nothing that is shown goes back and forth with every key. Bad news never waits.
 */
export function tellCalmly<Value>({ session, read, isGood, listener }: Telling<Value>): () => void {
  let told = read()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const tell = () => {
    settle()
    told = read()
    listener()
  }
  const stop = session.onStatus(() => {
    const next = read()
    if (JSON.stringify(next) === JSON.stringify(told)) settle()
    else if (isGood(next, told)) timer ??= setTimeout(tell, held)
    else tell()
  })
  return () => {
    settle()
    stop()
  }
}
