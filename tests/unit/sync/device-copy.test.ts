import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DeviceCopy } from '../../../app/sync/device-copy'
import { MemoryDevice } from '../../support/sync/memory-device'
import { until } from './support/room'

function page(device: MemoryDevice) {
  const doc = new Y.Doc()
  const copy = new DeviceCopy(device.open(), doc, () => undefined)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== copy.origin) copy.keep(update, origin !== 'others')
  })
  return { doc, copy }
}

const wholeOf = async (device: MemoryDevice) => {
  const { doc, copy } = page(device)
  const restored = await copy.restore(() => true)
  return { words: doc.getText('words').toString(), missing: doc.store.pendingStructs, restored }
}

type Act = { by: 'me' | 'others'; pause: boolean }

const acts = fc.array(
  fc.record({ by: fc.constantFrom('me' as const, 'others' as const), pause: fc.boolean() }),
  { maxLength: 60 },
)

describe('the copy of a document on a device', () => {
  it('holds every edit, however slowly the device writes and whatever arrives meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom(0, 1, 4), async (steps: Act[], delay) => {
        const device = new MemoryDevice()
        device.delay = delay
        const { doc, copy } = page(device)
        for (const { by, pause } of steps) {
          doc.transact(() => doc.getText('words').insert(0, by === 'me' ? 'm' : 'o'), by)
          if (pause) await new Promise((resolve) => setTimeout(resolve, 2))
        }
        await copy.close()
        const { words, missing } = await wholeOf(device)
        expect(missing).toBeNull()
        expect(words).toBe(doc.getText('words').toString())
      }),
      { numRuns: 40 },
    )
  })

  it('is not said to hold an edit before the device has written it', async () => {
    const device = new MemoryDevice()
    device.delay = 10
    const { doc, copy } = page(device)
    doc.getText('words').insert(0, 'kesken')
    expect(copy.holdsAll).toBe(false)
    doc.getText('words').insert(0, 'ja lisää ')
    await until(() => copy.holdsAll)
    expect((await wholeOf(device)).words).toBe('ja lisää kesken')
    expect((await wholeOf(device)).restored.unconfirmed).toBe(true)
  })

  it('holds what a failing device did not take at first, once it takes again', async () => {
    const device = new MemoryDevice()
    device.writes = false
    const { doc, copy } = page(device)
    doc.getText('words').insert(0, 'yksi ')
    await until(() => device.failures > 0)
    device.writes = true
    doc.getText('words').insert(5, 'kaksi')
    await until(() => copy.holdsAll)
    const { words, missing } = await wholeOf(device)
    expect(missing).toBeNull()
    expect(words).toBe('yksi kaksi')
  })

  it('has no mark of unconfirmed edits once all are confirmed, also those still on their way to the device', async () => {
    const device = new MemoryDevice()
    device.delay = 5
    const { doc, copy } = page(device)
    doc.getText('words').insert(0, 'a')
    doc.getText('words').insert(0, 'b')
    copy.confirm()
    await copy.close()
    expect((await wholeOf(device)).restored).toMatchObject({ something: true, unconfirmed: false })
  })
})
