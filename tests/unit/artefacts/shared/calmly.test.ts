import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calmly } from '../../../../app/artefacts/shared/calmly'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what stands beside a text', () => {
  it('follows once when somebody pauses', () => {
    const act = vi.fn()
    const calm = calmly(act)
    for (let key = 0; key < 5; key += 1) {
      calm.soon()
      vi.advanceTimersByTime(100)
    }
    expect(act).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('follows at the latest after a second, though several people write without a pause', () => {
    const act = vi.fn()
    const calm = calmly(act)
    for (let key = 0; key < 40; key += 1) {
      calm.soon()
      vi.advanceTimersByTime(50)
    }
    expect(act).toHaveBeenCalledTimes(2)
  })

  it('does not follow once nobody looks any more', () => {
    const act = vi.fn()
    const calm = calmly(act)
    calm.soon()
    calm.stop()
    vi.advanceTimersByTime(5_000)
    expect(act).not.toHaveBeenCalled()
  })
})
