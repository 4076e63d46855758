import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tellCalmly } from '../../../app/sync/tell-calmly'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A state line, and a session whose state a test sets. */
function stateLine() {
  const listeners = new Set<() => void>()
  let state = 'saved'
  const shown: string[] = []
  const reading = tellCalmly({
    session: {
      onStatus: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    read: () => state,
    isGood: (next) => next === 'saved',
  })
  const stop = reading.subscribe(() => shown.push(reading.now()))
  const become = (next: string) => {
    state = next
    for (const listener of listeners) listener()
  }
  return { become, shown, stop, now: reading.now }
}

describe('what is told of saving', () => {
  it('does not go back and forth with every key, and says that all is saved after the last one', () => {
    const { become, shown } = stateLine()
    for (let key = 0; key < 10; key += 1) {
      become('saving')
      vi.advanceTimersByTime(60)
      become('saved')
      vi.advanceTimersByTime(60)
    }
    expect(shown).toEqual(['saving'])
    vi.advanceTimersByTime(400)
    expect(shown).toEqual(['saving', 'saved'])
  })

  it('says at once that the connection is lost, also while good news waits', () => {
    const { become, shown } = stateLine()
    become('saving')
    become('saved')
    become('offline')
    expect(shown).toEqual(['saving', 'offline'])
    vi.advanceTimersByTime(1_000)
    expect(shown).toEqual(['saving', 'offline'])
  })

  it('is what a page that is drawn for another reason shows too, so that it never stays behind', () => {
    const { become, shown, now } = stateLine()
    become('saving')
    become('saved')
    expect(now()).toBe('saving')
    become('saving')
    expect(now()).toBe('saving')
    become('saved')
    vi.advanceTimersByTime(400)
    expect(now()).toBe('saved')
    expect(shown).toEqual(['saving', 'saved'])
  })

  it('says nothing more once nobody looks', () => {
    const { become, shown, stop } = stateLine()
    become('saving')
    become('saved')
    stop()
    vi.advanceTimersByTime(1_000)
    expect(shown).toEqual(['saving'])
  })
})
