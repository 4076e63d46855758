import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SocketProbe } from '../../../app/sync/socket-probe'

const second = 1_000

/** A probe whose WebSockets all fail until they open. */
function probing() {
  const knocks: number[] = []
  const network = { open: false, found: 0, givenUp: 0, knocks, silent: false }
  const probe = new SocketProbe({
    knock: (told) => {
      knocks.push(Date.now() / second)
      const answer = setTimeout(() => told(network.open), network.silent ? 1e9 : 1)
      return () => {
        clearTimeout(answer)
        network.givenUp += 1
      }
    },
    found: () => {
      network.found += 1
    },
    random: () => 0,
  })
  return { probe, network }
}

describe('while one is connected over HTTP', () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }))
  afterEach(() => vi.useRealTimers())

  it('WebSockets are tried now and then, ever more seldom, at most every five minutes', async () => {
    const { probe, network } = probing()
    probe.start()
    await vi.advanceTimersByTimeAsync(1_200 * second)
    const waits = network.knocks.map((at, index) => Math.round(at - (network.knocks[index - 1] ?? 0)))
    expect(waits).toEqual([10, 20, 40, 80, 160, 300, 300])
    expect(network.found).toBe(0)
  })

  it('the first that opens is told, once, and no more are tried', async () => {
    const { probe, network } = probing()
    probe.start()
    await vi.advanceTimersByTimeAsync(15 * second)
    network.open = true
    await vi.advanceTimersByTimeAsync(600 * second)
    expect(network.found).toBe(1)
    expect(network.knocks).toHaveLength(2)
  })

  it('a network that came back is tried at once', async () => {
    const { probe, network } = probing()
    probe.start()
    await vi.advanceTimersByTimeAsync(100 * second)
    const before = network.knocks.length
    probe.hurry()
    expect(network.knocks).toHaveLength(before + 1)
    await vi.advanceTimersByTimeAsync(21 * second)
    expect(network.knocks).toHaveLength(before + 2)
  })

  it('nothing is tried any more when the connection is gone, nor anything told', async () => {
    const { probe, network } = probing()
    network.open = true
    network.silent = true
    probe.start()
    await vi.advanceTimersByTimeAsync(11 * second)
    probe.stop()
    probe.hurry()
    await vi.advanceTimersByTimeAsync(600 * second)
    expect(network).toMatchObject({ found: 0, givenUp: 1 })
    expect(network.knocks).toHaveLength(1)
  })

  it('being connected anew does not start a second round of attempts', async () => {
    const { probe, network } = probing()
    probe.start()
    probe.start()
    await vi.advanceTimersByTimeAsync(11 * second)
    expect(network.knocks).toHaveLength(1)
  })
})
