import type { RoomSession } from './session'

/** How long good news waits (ms). */
const held = 400

/** Whether what is to be told is better than what was told before. */
export type IsGood<Value> = (next: Value, told: Value) => boolean

interface Telling<Value> {
  session: Pick<RoomSession<unknown>, 'onStatus'>
  read(): Value
  isGood: IsGood<Value>
}

/** What is told of a session's status. `now` is what was told last: whoever shows it never shows what nobody was told. */
export interface CalmReading<Value> {
  now(): Value
  /** Answers how to stop. For one listener at a time. */
  subscribe(listener: () => void): () => void
}

/**
 * Tells of what is read from a session's status when that has changed. Good news waits a moment: while somebody types,
 * nothing that is shown goes back and forth with every key. Bad news never waits.
 */
export function tellCalmly<Value>({ session, read, isGood }: Telling<Value>): CalmReading<Value> {
  let told = read()
  const subscribe = (listener: () => void) => {
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
    const heard = () => {
      const next = read()
      if (JSON.stringify(next) === JSON.stringify(told)) settle()
      else if (isGood(next, told)) timer ??= setTimeout(tell, held)
      else tell()
    }
    const stop = session.onStatus(heard)
    // What has changed since it was first read.
    if (JSON.stringify(read()) !== JSON.stringify(told)) told = read()
    return () => {
      settle()
      stop()
    }
  }
  return { now: () => told, subscribe }
}
