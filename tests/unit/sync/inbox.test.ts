import { describe, expect, it } from 'vitest'
import { Inbox } from '../../../server/sync/inbox'

const large = (mark: number) => new Uint8Array(40_000).fill(mark)
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

describe('a batch over HTTP (SPEC P18)', () => {
  it('lets others in between where it is large, and keeps its order', async () => {
    const handed: number[] = []
    const inbox = new Inbox((message) => handed.push(message[0] ?? 0))
    inbox.take([1, 2, 3, 4, 5].map(large))

    expect(handed).toEqual([1, 2])
    expect(inbox.expects(2)).toBe('out-of-order')
    await nextTurn()
    expect(handed).toEqual([1, 2, 3, 4])
    expect(await inbox.emptied()).toBe(true)
    expect(handed).toEqual([1, 2, 3, 4, 5])
  })

  it('waits where it is told to between two parts, and goes on from there', async () => {
    const handed: number[] = []
    const inbox = new Inbox((message) => handed.push(message[0] ?? 0))
    inbox.take([1, 2, 3].map(large))
    inbox.pause()
    await nextTurn()
    expect(handed).toEqual([1, 2])
    inbox.resume()
    expect(await inbox.emptied()).toBe(true)
    expect(handed).toEqual([1, 2, 3])
  })

  it('hands on nothing more once the connection has ended', async () => {
    const handed: number[] = []
    const inbox = new Inbox((message) => handed.push(message[0] ?? 0))
    inbox.take([1, 2, 3].map(large))
    inbox.stop()
    await nextTurn()
    expect(handed).toEqual([1, 2])
    expect(await inbox.emptied()).toBe(false)
  })
})
