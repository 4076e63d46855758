import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ways, type Way } from '../../../app/sync/ways'
import type { Outcome } from '../../../app/sync/wire'

/** The ways of attempts that end like this, one after the other, and of the one that follows. */
function tried(ways: Ways, ...outcomes: Outcome[]): Way[] {
  const taken = outcomes.map((outcome) => {
    const way = ways.begin()
    ways.ended(way, outcome)
    return way
  })
  return [...taken, ways.begin()]
}

describe('the way to the server', () => {
  it('is a WebSocket as long as that gets through', () => {
    expect(tried(new Ways(undefined), 'answered', 'answered')).toEqual(['socket', 'socket', 'socket'])
  })

  it('is HTTP as soon as the first WebSocket fails, or opens and stays silent', () => {
    expect(tried(new Ways(undefined), 'failed')).toEqual(['socket', 'stream'])
    expect(tried(new Ways(undefined), 'silent')).toEqual(['socket', 'stream'])
  })

  it('is one answer for each question where an answer that does not end is held back', () => {
    expect(tried(new Ways(undefined), 'failed', 'silent')).toEqual(['socket', 'stream', 'poll'])
  })

  it('is a WebSocket again where nothing got through by HTTP either: the server was away', () => {
    expect(tried(new Ways(undefined), 'failed', 'failed')).toEqual(['socket', 'stream', 'socket'])
    expect(tried(new Ways(undefined), 'failed', 'silent', 'failed')).toEqual(['socket', 'stream', 'poll', 'socket'])
  })

  it('stays what is known to work while the server restarts', () => {
    const ways = new Ways(undefined)
    ways.worked('socket')
    expect(tried(ways, 'failed', 'failed')).toEqual(['socket', 'socket', 'socket'])
    expect(tried(ways, 'failed')).toEqual(['socket', 'stream'])
  })

  it('is at once what worked on the page before', () => {
    expect(tried(new Ways('stream'))).toEqual(['stream'])
    expect(tried(new Ways('poll'), 'failed')).toEqual(['poll', 'poll'])
  })

  it('is a WebSocket again when one got through meanwhile', () => {
    const ways = new Ways('stream')
    ways.worked('socket')
    expect(tried(ways, 'answered')).toEqual(['socket', 'socket'])
  })

  it('is tried without waiting where the one before is blocked, and never so when everything has failed', () => {
    const ways = new Ways(undefined)
    expect(ways.turnsAside).toBe(false)
    ways.ended(ways.begin(), 'failed')
    expect(ways.turnsAside).toBe(true)
    ways.ended(ways.begin(), 'failed')
    expect(ways.turnsAside).toBe(false)
  })

  it('comes back to whichever one works, whatever failed before', () => {
    const outcomes = fc.array(fc.constantFrom<Outcome>('failed', 'silent', 'answered'), { maxLength: 40 })
    const known = fc.constantFrom<Way | undefined>(undefined, 'stream', 'poll')
    fc.assert(
      fc.property(outcomes, known, fc.constantFrom<Way>('socket', 'stream', 'poll'), (before, remembered, open) => {
        const ways = new Ways(remembered)
        tried(ways, ...before)
        for (let attempt = 0; attempt < 12; attempt += 1) {
          const way = ways.begin()
          if (way === open) return true
          // Where only polls get through, streams are held back.
          ways.ended(way, open === 'poll' && way === 'stream' ? 'silent' : 'failed')
        }
        return false
      }),
    )
  })
})
