import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentRoot } from '../../../app/document/layout'
import { stateWord } from '../../../app/sync/state-words'
import { MemoryDevice } from '../../support/sync/memory-device'
import { boardKind, enter, enterAndWait, startRoom, texts, until, write } from './support/room'

describe('a lost connection', () => {
  it('does not stop work: edits made offline are kept on this device and merge on return', async () => {
    const server = await startRoom()
    const mine = await enterAndWait(server)
    const theirs = await enterAndWait(server)
    server.lose()
    await until(() => mine.state().kind === 'offline')
    mine.change(write('b', 'minun, ilman yhteyttä'))
    await until(() => mine.unsent() === 'on-device')
    expect(mine.state()).toEqual({ kind: 'offline' })
    contentRoot(server.doc).doc?.transact(() => write('c', 'muiden, sillä välin')(contentRoot(server.doc)))
    server.reachable = true
    mine.retry()
    await until(() => mine.state().kind === 'saved')
    expect(texts(mine.content())).toEqual(['alku', 'minun, ilman yhteyttä', 'muiden, sillä välin'])
    theirs.retry()
    await until(() => texts(theirs.content()).length === 3)
    expect(theirs.content()).toEqual(mine.content())
  })

  it('calls an edit kept on this device only when the device has written it', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    await until(() => session.unsent() === 'nothing')
    server.lose()
    await until(() => session.state().kind === 'offline')
    const word = () => stateWord({ state: session.state(), unsent: session.unsent() })
    session.change(write('b', 'ensimmäinen'))
    await until(() => word() === 'state.offlineKept')
    device.delay = 30
    const told: string[] = []
    session.onStatus(() => told.push(word()))
    session.change(write('c', 'toinen'))
    expect(word()).toBe('state.offlineBeingKept')
    // Whoever listens knows it too: else the last word of it would be no news to them.
    expect(told.at(-1)).toBe('state.offlineBeingKept')
    await until(() => word() === 'state.offlineKept')
    device.writes = false
    session.change(write('d', 'jota laite ei ota'))
    await until(() => word() === 'state.offlineInPage')
  })

  it('says offline without kept edits when there are none', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.lose()
    await until(() => session.state().kind === 'offline')
    expect(session.unsent()).toBe('nothing')
    expect(session.right()).toBe('edit')
  })

  it('comes back by itself after the server has restarted', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.tell({ kind: 'restarting' })
    server.closeAll(1012, 'restarting')
    await until(() => session.state().kind === 'offline')
    await until(() => session.state().kind === 'saved')
    expect(server.visits.at(-1)?.get('since')).toBe('p1')
    expect(server.visits.at(-1)?.get('epoch')).toBe('first')
  })

  it('tells after a reload up to where the server had said that all is on disk: one that lost some of it is found out', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const before = await enterAndWait(server, { device })
    await until(() => device.facts.position === 'p1')
    before.close()
    await enterAndWait(server, { device })
    expect(server.visits.at(-1)?.get('seen')).toBe('p1')
    expect(server.visits.at(-1)?.get('since')).toBeNull()
  })

  it('in the middle of saving says saved only after the edit has its receipt on the new connection', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.receiptsHeld = true
    session.change(write('b', 'kesken'))
    await until(() => server.arrived.at(-1) === 'edit')
    server.closeAll(4513, 'too-slow')
    await until(() => session.state().kind === 'offline')
    expect(session.state()).toEqual({ kind: 'offline' })
    await until(() => server.arrived.at(-1) === 'whole')
    expect(session.state().kind).toBe('saving')
    server.releaseReceipts()
    await until(() => session.state().kind === 'saved')
  })

  it('loses and doubles nothing, however often it goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('lose', 'mine', 'theirs', 'back'), { maxLength: 12 }), async (acts) => {
        const server = await startRoom()
        const session = await enterAndWait(server)
        const expected = new Set(['alku'])
        acts.forEach((act, count) => {
          if (act === 'lose') server.lose()
          if (act === 'back') {
            server.reachable = true
            session.retry()
          }
          if (act === 'mine') session.change(write(`m${count}`, `m${count}`))
          if (act === 'theirs') write(`t${count}`, `t${count}`)(contentRoot(server.doc))
          if (act === 'mine') expected.add(`m${count}`)
          if (act === 'theirs') expected.add(`t${count}`)
        })
        // Edits that the test made in the room itself reach the session when it joins anew.
        server.lose()
        await until(() => session.state().kind === 'offline')
        server.reachable = true
        session.retry()
        await until(() => session.state().kind === 'saved')
        expect(texts(session.content()).sort()).toEqual([...expected].sort())
        expect(boardKind.read(contentRoot(server.doc))).toEqual(session.content())
        session.close()
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('a page that was closed', () => {
  it('before its edits were saved finds them again and saves them', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const before = await enterAndWait(server, { device })
    server.lose()
    await until(() => before.state().kind === 'offline')
    before.change(write('b', 'jäi laitteelle'))
    await until(() => before.unsent() === 'on-device')
    before.close()

    server.reachable = true
    server.receiptsHeld = true
    const after = enter(server, { device })
    await until(() => after.state().kind === 'saving')
    expect(texts(after.content())).toContain('jäi laitteelle')
    server.releaseReceipts()
    await until(() => after.state().kind === 'saved')
    expect(texts(boardKind.read(contentRoot(server.doc)))).toEqual(['alku', 'jäi laitteelle'])
    await until(() => device.marks.size === 0)
  })

  it('opens without any connection from what this device kept', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const before = await enterAndWait(server, { device })
    before.change(write('b', 'laitteella'))
    await until(() => before.unsent() === 'nothing' && device.rows.size > 0)
    before.close()
    await until(() => device.marks.size === 0)

    server.reachable = false
    const after = enter(server, { device })
    await until(() => after.state().kind === 'offline')
    expect(texts(after.content())).toEqual(['alku', 'laitteella'])
    expect(after.right()).toBe('edit')
    after.change(write('c', 'ja jatkuu'))
    server.reachable = true
    after.retry()
    await until(() => after.state().kind === 'saved')
    expect(texts(boardKind.read(contentRoot(server.doc)))).toEqual(['alku', 'laitteella', 'ja jatkuu'])
  })

  it('without a connection and without a copy goes on showing what the page was sent with', async () => {
    const server = await startRoom()
    server.reachable = false
    const session = enter(server)
    expect(session.state().kind).toBe('opening')
    await until(() => session.state().kind === 'offline')
    expect(texts(session.content())).toEqual(['sivulta'])
    expect(session.right()).toBe('see')
    server.reachable = true
    session.retry()
    await until(() => session.state().kind === 'saved')
  })

  it('keeps a copy that does not grow without end', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    for (let count = 0; count < 450; count += 1) {
      session.change(write('b', `kirjoitus ${count}`))
      if (count % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await until(() => session.unsent() === 'nothing')
    await until(() => device.rows.size < 250)
    session.close()
    const again = enter(server, { device })
    await until(() => again.state().kind === 'saved')
    expect(texts(again.content())).toEqual(['alku', 'kirjoitus 449'])
  })
})

describe('a server that came back with another history', () => {
  it('is not mixed with what this device has: the copy is kept apart and the person is told', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    server.lose()
    await until(() => session.state().kind === 'offline')
    session.change(write('b', 'vanhaan historiaan'))
    await until(() => session.unsent() === 'on-device')
    server.epoch = 'second'
    server.reachable = true
    session.retry()
    await until(() => session.state().kind === 'closed')
    expect(session.state()).toEqual({ kind: 'closed', reason: 'other-history' })
    expect(texts(session.content())).toContain('vanhaan historiaan')
    expect(texts(boardKind.read(contentRoot(server.doc)))).toEqual(['alku'])
    expect(device.rows.size).toBeGreaterThan(0)
    await session.discardCopy()
    expect(device.rows.size).toBe(0)
  })
})
