import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { KeptCopyAnswer } from '../../../app/proposals/answer'
import type { KeptCopyToSend } from '../../../app/sync/copy-offer'
import { settleCopy } from '../../../app/sync/settle-copies'
import { MemoryDevice } from '../../support/sync/memory-device'

// Leaving: what becomes of edits of which no receipt reached the page that made them.

/** A device that holds two edits, kept one by one, of a page that was left before their receipts came. */
async function deviceLeftWhileSaving(): Promise<MemoryDevice> {
  const device = new MemoryDevice()
  const page = device.open()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getMap('content').set('first', 1)
  doc.getMap('content').set('second', 2)
  for (const update of updates) await page.write([update], true)
  await page.remember({ epoch: 'e1', position: 'p1', right: 'edit' })
  return device
}

/** The server's answer, and what it was asked. */
function desk(answer: KeptCopyAnswer | undefined, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
  const asked: KeptCopyToSend[] = []
  const send = async (copy: KeptCopyToSend) => {
    asked.push(copy)
    await meanwhile()
    return answer
  }
  return { asked, send }
}

describe('who leaves is not asked about edits', () => {
  it('that the server has: the mark on the device goes, the copy stays', async () => {
    const device = await deviceLeftWhileSaving()
    const { asked, send } = desk({ outcome: 'nothing-new' })
    expect(await settleCopy(device.open(), 'artefact01', send)).toBe(true)
    expect(device.marks.size).toBe(0)
    expect(device.rows.size).toBe(2)
    expect(asked).toMatchObject([{ artefactId: 'artefact01', epoch: 'e1', position: 'p1' }])
    const sent = new Y.Doc()
    Y.applyUpdate(sent, asked[0]?.update ?? new Uint8Array())
    expect(sent.getMap('content').toJSON()).toEqual({ first: 1, second: 2 })
  })

  it('that the server keeps as a proposal: the copy is let go', async () => {
    const device = await deviceLeftWhileSaving()
    const { send } = desk({ outcome: 'kept', proposalId: 'p1', reason: 'locked' })
    expect(await settleCopy(device.open(), 'artefact01', send)).toBe(true)
    expect(device.rows.size).toBe(0)
  })

  it('where there are none: the server is not asked', async () => {
    const { asked, send } = desk(undefined)
    expect(await settleCopy(new MemoryDevice().open(), 'artefact01', send)).toBe(true)
    expect(asked).toEqual([])
  })
})

describe('who leaves is asked, and all stays on the device,', () => {
  it.each<[string, KeptCopyAnswer | undefined]>([
    ['where the server lacks some of it and would merge it', { outcome: 'mergeable' }],
    ['where the server will not keep it', { outcome: 'refused', why: 'too-many' }],
    ['where the server does not answer', undefined],
  ])('%s', async (_case, answer) => {
    const device = await deviceLeftWhileSaving()
    expect(await settleCopy(device.open(), 'artefact01', desk(answer).send)).toBe(false)
    expect([device.marks.size, device.rows.size]).toEqual([1, 2])
  })

  it.each<KeptCopyAnswer>([
    { outcome: 'nothing-new' },
    { outcome: 'kept', proposalId: 'p1', reason: 'locked' },
  ])('where another window has written meanwhile ($outcome)', async (answer) => {
    const device = await deviceLeftWhileSaving()
    const other = device.open()
    const { send } = desk(answer, () => other.write([Y.encodeStateAsUpdate(new Y.Doc())], true))
    expect(await settleCopy(device.open(), 'artefact01', send)).toBe(false)
    expect(device.marks.size).toBeGreaterThan(0)
    expect(device.rows.size).toBe(3)
  })
})
