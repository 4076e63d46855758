import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Receipts } from '../../../app/sync/receipts'

type Step = { act: 'edit' } | { act: 'whole' } | { act: 'answer'; stored: boolean } | { act: 'lose' } | { act: 'withhold' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.constant<Step>({ act: 'edit' }), weight: 4 },
  { arbitrary: fc.constant<Step>({ act: 'whole' }), weight: 2 },
  { arbitrary: fc.record({ act: fc.constant('answer' as const), stored: fc.boolean() }), weight: 6 },
  { arbitrary: fc.constant<Step>({ act: 'lose' }), weight: 1 },
  { arbitrary: fc.constant<Step>({ act: 'withhold' }), weight: 1 },
)

/** A server and a wire between, which know for each edit whether it is on disk. */
function play(steps: readonly Step[]) {
  const receipts = new Receipts()
  const onDisk = new Set<number>()
  let edits = 0
  let wholeSent = false
  let wire: number[][] = []
  const everything = () => Array.from({ length: edits }, (_, index) => index)
  for (const one of steps) {
    if (one.act === 'edit') {
      receipts.edited()
      edits += 1
      if (wholeSent) {
        receipts.sent(false)
        wire.push([edits - 1])
      }
    } else if (one.act === 'withhold') {
      receipts.edited()
      edits += 1
      receipts.withheld()
    } else if (one.act === 'whole') {
      wholeSent = true
      receipts.sent(true)
      wire.push(everything())
    } else if (one.act === 'lose') {
      wholeSent = false
      wire = []
      receipts.connectionLost()
    } else {
      const carried = wire.shift()
      if (carried && one.stored) carried.forEach((edit) => onDisk.add(edit))
      receipts.received(one.stored)
    }
    expect(receipts.allOnDisk && onDisk.size < edits).toBe(false)
  }
  return { receipts, settle: () => everything().every((edit) => onDisk.has(edit)) }
}

describe('receipts', () => {
  it('never make an edit count as saved that is not on the disk, whatever is refused or lost', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => void play(steps)), { numRuns: 5_000 })
  })

  it('make everything count as saved once the whole has been stored', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const ending: Step[] = [{ act: 'lose' }, { act: 'whole' }, { act: 'answer', stored: true }]
        const { receipts, settle } = play([...steps, ...ending])
        expect(receipts.allOnDisk).toBe(true)
        expect(receipts.met).toBe(true)
        expect(settle()).toBe(true)
      }),
    )
  })
})
