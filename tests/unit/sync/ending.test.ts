import { describe, expect, it } from 'vitest'
import { afterClose } from '../../../app/sync/close-codes'
import type { EndReason } from '../../../app/sync/session'
import { MemoryDevice } from '../../support/sync/memory-device'
import { enter, enterAndWait, startRoom, texts, until, write } from './support/room'

const endings: [number, string, EndReason][] = [
  [4401, 'signed-out', 'signed-out'],
  [4403, 'no-right', 'no-right'],
  [4403, 'removed', 'removed'],
  [4403, 'workshop-closed', 'workshop-closed'],
  [4404, 'no-room', 'gone'],
  [4426, 'reload-needed', 'reload-needed'],
  [4429, 'too-many', 'too-many'],
  [4400, 'malformed', 'refused'],
  [4413, 'too-large', 'refused'],
]

describe('the end of a visit', () => {
  it.each(endings)('after close %i "%s" is told as %s, and nobody knocks again', async (code, word, reason) => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.closeAll(code, word)
    await until(() => session.state().kind === 'closed')
    expect(session.state()).toEqual({ kind: 'closed', reason })
    expect(session.right()).toBe('see')
    expect(session.change(write('b', 'myöhässä'))).toBeUndefined()
    session.retry()
    expect(texts(session.content())).toEqual(['alku'])
    expect(server.visits.length).toBe(1)
  })

  it('for a removed guest leaves nothing on the device that the server has', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    session.change(write('b', 'tallessa'))
    await until(() => session.state().kind === 'saved' && device.rows.size > 0)
    server.closeAll(4403, 'removed')
    await until(() => device.erased === 1)
    expect(device.rows.size).toBe(0)
  })

  it('for a build that is too old keeps edits on the device until the page has been reloaded', async () => {
    const server = await startRoom()
    const device = new MemoryDevice()
    const session = await enterAndWait(server, { device })
    server.receiptsHeld = true
    session.change(write('b', 'ennen päivitystä'))
    await until(() => session.unsent() === 'on-device')
    server.closeAll(4426, 'reload-needed')
    await until(() => session.state().kind === 'closed')
    expect(session.unsent()).toBe('on-device')
    session.close()
    server.receiptsHeld = false
    const after = enter(server, { device })
    await until(() => after.state().kind === 'saved')
    expect(texts(after.content())).toEqual(['alku', 'ennen päivitystä'])
  })

  it('of who may only read any more is none: they come back in as a reader', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.right = 'see'
    server.closeAll(4403, 'read-only')
    await until(() => server.visits.length === 2 && session.state().kind === 'saved')
    expect(session.right()).toBe('see')
  })
})

describe('coming back', () => {
  it('is spread over seconds after a restart, so that a hundred people do not come in one instant', () => {
    expect(afterClose(1012, 'restarting', 1)).toEqual({ retry: true, earliest: 300, latest: 6_000 })
  })

  it('is tried more and more seldom, and at least every ten seconds', () => {
    const latest = [1, 2, 3, 4, 5, 6, 20].map((attempt) => {
      const after = afterClose(1006, '', attempt)
      return after.retry ? after.latest : 0
    })
    expect(latest).toEqual([...latest].sort((one, other) => one - other))
    expect(latest.at(-1)).toBe(10_000)
  })

  it('is tried after every close that is no decision', () => {
    for (const code of [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4513, 4529]) {
      expect(afterClose(code, '', 1).retry).toBe(true)
    }
  })
})
