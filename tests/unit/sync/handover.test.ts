import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { KeptCopyAnswer } from '../../../app/proposals/answer'
import type { KeptCopyToSend } from '../../../app/sync/copy-offer'
import { MemoryDevice } from '../../support/sync/memory-device'
import { enter, enterAndWait, startRoom, texts, until, write, type Visitor } from './support/room'
import type { FakeServer } from './support/fake-server'

/** What the page's own server answers when it is sent a copy, and what it was sent. */
class Desk {
  readonly sent: KeptCopyToSend[] = []
  readonly handedOver: unknown[] = []
  answer: KeptCopyAnswer | undefined = { outcome: 'kept', proposalId: 'p1', reason: 'locked' }
  beforeAnswer: () => Promise<void> = () => Promise.resolve()

  visitor(visitor: Visitor = {}): Visitor {
    return {
      ...visitor,
      sendCopy: async (copy) => {
        this.sent.push(copy)
        await this.beforeAnswer()
        return this.answer
      },
      onHandedOver: (kept) => this.handedOver.push(kept),
    }
  }

  /** The notes in the latest copy. */
  get words(): string[] {
    const doc = new Y.Doc()
    const { update } = this.sent.at(-1) ?? {}
    if (update) Y.applyUpdate(doc, update)
    return Object.values((doc.getMap('content').toJSON() as { notes: Record<string, { text: string }> }).notes)
      .map(({ text }) => text)
      .sort()
  }
}

/** Somebody wrote without a connection, and comes back to a room that is for reading only. */
async function backToALock(server: FakeServer, device: MemoryDevice, desk: Desk) {
  const session = await enterAndWait(server, desk.visitor({ device }))
  server.lose()
  await until(() => session.state().kind === 'offline')
  session.change(write('b', 'junassa'))
  await until(() => session.unsent() === 'on-device')
  server.right = 'see'
  server.reachable = true
  session.retry()
  return session
}

describe('edits that come back to a locked artefact', () => {
  it('are sent to be kept as a proposal, with the history that they belong to', async () => {
    const server = await startRoom()
    const desk = new Desk()
    await backToALock(server, new MemoryDevice(), desk)
    await until(() => desk.handedOver.length === 1)
    expect(desk.handedOver).toEqual([{ kind: 'kept', proposalId: 'p1', reason: 'locked' }])
    expect(desk.words).toEqual(['alku', 'junassa'])
    expect(desk.sent).toMatchObject([{ artefactId: 'room0001', epoch: 'first', position: 'p1' }])
    expect(server.arrived).not.toContain('edit')
  })

  it('stay on the device until the server has confirmed that it keeps them, and not longer', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const desk = new Desk()
    let release = () => undefined as void
    desk.beforeAnswer = () => new Promise((resolve) => (release = resolve))
    const session = await backToALock(server, device, desk)
    await until(() => desk.sent.length === 1)
    expect(session.offer()).toEqual({ kind: 'sending' })
    expect(device.rows.size).toBeGreaterThan(0)
    expect(device.marks.size).toBe(1)
    release()
    await until(() => desk.handedOver.length === 1)
    expect(device.rows.size).toBe(0)
    expect(device.marks.size).toBe(0)
    expect(device.facts).toEqual({})
  })

  it('stay on the device where the server does not answer, and are sent again', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const desk = new Desk()
    desk.answer = undefined
    const session = await backToALock(server, device, desk)
    await until(() => session.offer().kind === 'failed')
    expect(session.offer()).toEqual({ kind: 'failed', why: 'unreachable' })
    expect(device.marks.size).toBe(1)
    desk.answer = { outcome: 'kept', proposalId: 'p1', reason: 'locked' }
    session.retry()
    await until(() => desk.handedOver.length === 1)
    expect(device.rows.size).toBe(0)
  })

  it('stay on the device where the server refuses them, which is said', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const desk = new Desk()
    desk.answer = { outcome: 'refused', why: 'too-large' }
    const session = await backToALock(server, device, desk)
    await until(() => session.offer().kind === 'failed')
    expect(session.offer()).toEqual({ kind: 'failed', why: 'too-large' })
    expect(device.marks.size).toBe(1)
    expect(desk.handedOver).toEqual([])
  })

  it('merge after all where the lock is lifted before they were kept', async () => {
    const server = await startRoom()
    const desk = new Desk()
    desk.answer = undefined
    const session = await backToALock(server, new MemoryDevice(), desk)
    await until(() => session.offer().kind === 'failed')
    server.giveRight('edit')
    await until(() => session.state().kind === 'saved')
    expect(session.offer()).toEqual({ kind: 'none' })
    expect(JSON.stringify(server.doc.toJSON())).toContain('junassa')
    expect(desk.handedOver).toEqual([])
  })

  it('take those of another window along, and nothing that it wrote after them is let go', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const desk = new Desk()
    const other = await enterAndWait(server, { device })
    let writes = 0
    desk.beforeAnswer = async () => {
      writes += 1
      if (writes > 1) return
      other.change(write('d', 'toisessa välilehdessä'))
      await until(() => other.unsent() === 'on-device')
    }
    const offlineWrite = server.lose.bind(server)
    server.lose = () => {
      offlineWrite()
      other.change(write('c', 'samaan aikaan'))
    }
    await backToALock(server, device, desk)
    await until(() => desk.handedOver.length === 1)
    expect(desk.sent).toHaveLength(2)
    expect(desk.words).toEqual(['alku', 'junassa', 'samaan aikaan', 'toisessa välilehdessä'])
  })
})

describe('a device that knows another history of the artefact', () => {
  it('offers what it holds, and opens what the server has without a word where that is nothing new', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const first = await enterAndWait(server, { device })
    first.change(write('b', 'tallessa'))
    await until(() => first.state().kind === 'saved' && device.facts.position === 'p1')
    first.close()
    server.epoch = 'second'
    const desk = new Desk()
    desk.answer = { outcome: 'nothing-new' }
    enter(server, desk.visitor({ device }))
    await until(() => desk.handedOver.length === 1)
    expect(desk.handedOver).toEqual([undefined])
    expect(desk.sent).toMatchObject([{ epoch: 'first', position: 'p1' }])
    expect(server.visits.at(-1)?.get('seen')).toBe('p1')
    expect(device.rows.size).toBe(0)
  })

  it('keeps what another window left behind, though this one has nothing of its own and may not offer it', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const other = await enterAndWait(server, { device })
    const desk = new Desk()
    desk.answer = { outcome: 'refused', why: 'not-allowed' }
    const session = await enterAndWait(server, desk.visitor({ device }))
    server.lose()
    await until(() => other.state().kind === 'offline' && session.state().kind === 'offline')
    other.change(write('b', 'vain täällä'))
    await until(() => other.unsent() === 'on-device')
    other.close()
    server.epoch = 'second'
    server.reachable = true
    session.retry()
    await until(() => desk.sent.length > 0)
    await until(() => session.offer().kind !== 'sending')
    expect(session.offer()).toEqual({ kind: 'failed', why: 'not-allowed' })
    expect(device.marks.size).toBeGreaterThan(0)
    expect(device.rows.size).toBeGreaterThan(0)
  })

  it('merges nothing, and keeps what it holds where it may not be offered', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const first = await enterAndWait(server, { device })
    server.lose()
    await until(() => first.state().kind === 'offline')
    first.change(write('b', 'vain täällä'))
    await until(() => first.unsent() === 'on-device')
    first.close()
    server.epoch = 'second'
    server.reachable = true
    const desk = new Desk()
    desk.answer = { outcome: 'refused', why: 'not-allowed' }
    const session = enter(server, desk.visitor({ device }))
    await until(() => session.offer().kind === 'failed')
    expect(session.state()).toEqual({ kind: 'closed', reason: 'other-history' })
    expect(JSON.stringify(server.doc.toJSON())).not.toContain('vain täällä')
    expect(device.marks.size).toBeGreaterThan(0)
  })
})

it('what was kept is told by the session that opens in its place', async () => {
  const server = await startRoom()
  const kept = { kind: 'kept', reason: 'locked', proposalId: 'p1' } as const
  const session = await enterAndWait(server, { kept })
  expect(session.offer()).toEqual(kept)
  expect(texts(session.content())).toEqual(['alku'])
})
