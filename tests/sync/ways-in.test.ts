import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import { failingStore } from '../support/sync/failing-store'
import { closeRawClients, RawClient, updateSetting, waysIn, type RawClientOptions } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'

/** What holds whichever way somebody comes in: SPEC P4–P14 and R3–R29, and A3–A6, A8, A9, A11, A20 of what is tried. */

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

const kilobyte = 1024

async function start(options: SyncServerOptions = {}): Promise<SyncServer> {
  const server = await startSync({ store: createMemoryStore(), ...options })
  for (const name of ['Aino', 'Eino', 'Mallory']) server.people.add(name)
  return server
}

describe.each(waysIn)('by the way called %s', (way) => {
  const come = (server: SyncServer, options: RawClientOptions = {}) => new RawClient(server, { way, ...options })
  const watch = (server: SyncServer) => new RawClient(server, { person: 'Eino' }).sync()

  test('one joins, gets everything in order, and both see what the other writes', async () => {
    const server = await start()
    const other = await watch(server)
    other.sendUpdate(updateSetting({ before: 1 }))
    await other.until(({ receipts }) => receipts.length === 1)

    const client = await come(server).sync()
    await client.until(({ heard }) => heard.includes('sync-step-1'))
    expect(client.heard.filter((word) => word !== 'awareness')).toEqual([
      'notice right',
      'notice epoch',
      'notice you',
      'update',
      'sync-step-2',
      'notice position',
      'sync-step-1',
    ])
    client.sendAnswer(updateSetting({ mine: 2 }))
    await other.until(({ updates }) => updates.length === 2)
    other.sendUpdate(updateSetting({ theirs: 3 }))
    await client.until((one) => one.doc().getMap('content').get('theirs') === 3)

    expect(other.doc().getMap('content').get('mine')).toBe(2)
  })

  test('who was here a moment ago is sent only what is new', async () => {
    const server = await start()
    const writer = await watch(server)
    writer.sendUpdate(updateSetting({ old: 'x'.repeat(1000) }))
    await writer.until(({ receipts }) => receipts.length === 1)
    const before = await come(server).sync()
    await before.until(({ notices }) => notices.some(({ kind }) => kind === 'position'))
    const position = String(before.notices.find(({ kind }) => kind === 'position')?.position)
    before.socket.close()
    await before.until(({ closed }) => closed !== undefined)
    writer.sendUpdate(updateSetting({ fresh: 1 }))
    await writer.until(({ receipts }) => receipts.length === 2)

    const again = await come(server, { query: `?since=${position}` }).sync()

    expect(again.updates.filter(({ byteLength }) => byteLength > 2)).toHaveLength(1)
    expect(again.updates[0]?.byteLength).toBeLessThan(200)
  })

  test('a receipt comes only when the edit is on disk, though the others see it at once', async () => {
    const store = failingStore(createMemoryStore())
    const server = await start({ store })
    const client = await come(server).sync()
    const other = await watch(server)
    let written = () => undefined as void
    store.hold = new Promise((resolve) => {
      written = resolve
    })

    client.sendUpdate(updateSetting({ note: 'on its way' }))
    await other.until((one) => one.doc().getMap('content').get('note') === 'on its way')
    expect(client.receipts).toEqual([])
    written()
    await client.until(({ receipts }) => receipts.length === 1)

    expect(client.receipts).toEqual([1])
  })

  test('five hundred edits arrive once each and in order, with a receipt for each', async () => {
    const server = await start({ limits: { updatesPerSecond: 400, updateBurst: 100 } })
    const other = await watch(server)
    const doc = new Y.Doc()
    const client = await come(server).sync()
    for (let index = 0; index < 500; index += 1) client.sendUpdate(updateSetting({ [`note ${index}`]: index }, doc))
    await client.until(({ receipts }) => receipts.length === 500)

    expect(client.receipts.every((receipt) => receipt === 1)).toBe(true)
    await other.until(({ updates }) => updates.length === 501)
    expect(other.doc().getMap('content').toJSON()).toEqual(doc.getMap('content').toJSON())
  })

  test('one who may only look and sends an edit is refused, written down and closed', async () => {
    const server = await start()
    server.people.add('Viewer', { right: 'see' })
    const other = await watch(server)
    const viewer = await come(server, { person: 'Viewer' }).sync()

    viewer.sendUpdate(updateSetting({ note: 'not mine to write' }))
    await viewer.until(({ closed }) => closed !== undefined)

    expect(viewer.receipts).toEqual([0])
    expect(viewer.closed).toEqual({ code: 4403, reason: 'read-only' })
    expect(server.audit).toMatchObject([{ reason: 'read-only', identity: { userId: 'viewer' } }])
    expect(other.updates).toHaveLength(1)
  })

  test('whose seat is revoked is out within two seconds, and what is sent afterwards is not stored', async () => {
    const server = await start()
    const guest = server.people.add('Guest', { identity: { participantKey: 'seat:s1', userId: undefined, seatId: 's1' } })
    const other = await watch(server)
    const client = await come(server, { person: 'Guest' }).sync()
    guest.refused = 'removed'
    const started = Date.now()

    await server.live.rightsChanged({ seatId: 's1' })
    client.sendUpdate(updateSetting({ note: 'too late' }))
    await client.until(({ closed }) => closed !== undefined)

    expect(Date.now() - started).toBeLessThan(2000)
    expect(client.closed).toEqual({ code: 4403, reason: 'removed' })
    expect(client.notices).toContainEqual({ kind: 'closing', code: 4403, reason: 'removed' })
    expect(other.updates).toHaveLength(1)
  })

  test('an update that cannot be read ends its sender with its own code, and is neither stored nor sent on', async () => {
    const server = await start()
    const other = await watch(server)
    const mallory = await come(server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(updateSetting({ note: 'cut' }).slice(0, -2))
    await mallory.until(({ closed }) => closed !== undefined)

    expect(mallory.closed).toEqual({ code: 4400, reason: 'malformed' })
    expect(mallory.receipts).not.toContain(1)
    expect(other.updates).toHaveLength(1)
  })

  test('an update of nine megabytes is refused with a reason, and nobody else notices', async () => {
    const server = await start()
    const other = await watch(server)
    const mallory = await come(server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(updateSetting({ huge: 'x'.repeat(9 * kilobyte * kilobyte) }))
    await mallory.until(({ closed }) => closed !== undefined)

    expect(mallory.receipts).toEqual([0])
    expect(mallory.closed).toEqual({ code: 4413, reason: 'too-large' })
    other.sendUpdate(updateSetting({ note: 'small' }))
    await other.until(({ receipts }) => receipts.length === 1)
  })

  test('what is larger than any message may be is not even read', async () => {
    const server = await start({ limits: { frameBytes: 64 * kilobyte } })
    const mallory = await come(server, { person: 'Mallory' }).sync()
    mallory.sendUpdate(updateSetting({ huge: 'x'.repeat(100 * kilobyte) }))
    await mallory.until(({ closed }) => closed !== undefined)

    expect(mallory.closed?.code).toBe(1009)
    expect(server.health().sockets).toBe(0)
  })

  test('one who does not take what is sent is closed in the end; the others get everything', async () => {
    const server = await start({ limits: { closeBacklog: 256 * kilobyte, bytesPerSecond: 1e9, updatesPerSecond: 1e6 } })
    const doc = new Y.Doc()
    const writer = await watch(server)
    const slow = await come(server, { person: 'Mallory' }).sync()
    slow.socket.pause()

    // More than what the buffers on the way take.
    for (let index = 0; index < 200 && server.health().sockets > 1; index += 1) {
      writer.sendUpdate(updateSetting({ note: 'x'.repeat(100 * kilobyte) }, doc))
      await writer.until(({ receipts }) => receipts.length === index + 1)
    }

    expect(server.health().sockets).toBe(1)
    expect(server.log).toContainEqual(
      expect.objectContaining({ event: 'sync.closed', fields: expect.objectContaining({ code: 4513 }) }),
    )
    expect(writer.closed).toBeUndefined()
  })

  test('a first sync larger than the backlog limit closes nobody', async () => {
    const server = await start({ limits: { closeBacklog: 16 * kilobyte, bytesPerSecond: 1e9 } })
    const doc = new Y.Doc()
    const writer = await watch(server)
    writer.sendUpdate(updateSetting({ big: 'x'.repeat(2_000 * kilobyte) }, doc))
    await writer.until(({ receipts }) => receipts.length === 1)
    const newcomer = await come(server).sync()
    writer.sendUpdate(updateSetting({ small: 1 }, doc))
    await newcomer.until(({ updates }) => updates.length === 3)

    expect(newcomer.closed).toBeUndefined()
  })

  test('a browser that no longer answers is gone from the room', async () => {
    const server = await start({ limits: { pingEvery: 60, pollFor: 50 } })
    const other = await new RawClient(server, { person: 'Mallory' }).settled()
    const frozen = await come(server).settled()
    frozen.sendState(1, 1, '{}')
    await other.until(({ awareness }) => awareness.has(1))

    frozen.socket.pause()

    await other.until(({ awareness }) => awareness.get(1)?.state === null)
    expect(other.closed).toBeUndefined()
  })

  test('one who leaves is gone at once', async () => {
    const server = await start()
    const other = await new RawClient(server, { person: 'Mallory' }).settled()
    const client = await come(server).settled()
    client.sendState(1, 1, '{}')
    await other.until(({ awareness }) => awareness.has(1))

    client.socket.close()

    await other.until(({ awareness }) => awareness.get(1)?.state === null)
    expect(server.health().sockets).toBe(1)
  })

  test('before the server goes down everybody is told, and what was taken has its receipt', async () => {
    const server = await start()
    const client = await come(server).sync()
    client.sendUpdate(updateSetting({ last: 'words' }))
    await client.until(({ receipts }) => receipts.length === 1)

    await server.close()
    await client.until(({ closed }) => closed !== undefined)

    expect(client.notices).toContainEqual({ kind: 'restarting' })
    expect(client.closed).toEqual({ code: 1012, reason: 'restarting' })
  })

  test('a page of another site gets nothing, nor does a caller without an Origin', async () => {
    const server = await start()
    const callers = ['https://evil.example', 'null', null].map((origin) => come(server, { origin }).settled())

    expect((await Promise.all(callers)).map(({ status }) => status)).toEqual([403, 403, 403])
    expect(server.health().rooms).toBe(0)
  })

  test('without a session one learns nothing, whether the artefact exists or not', async () => {
    const server = await start()
    for (const room of ['artefact/board001', 'artefact/board002']) {
      const caller = come(server, { room, person: 'nobody' })
      await caller.until(({ closed }) => closed !== undefined)
      expect(caller.closed).toEqual({ code: 4401, reason: 'signed-out' })
      expect(caller.heard).toEqual(['notice closing'])
    }
    expect(server.health().rooms).toBe(0)
  })

  test.each(['artefact/', 'artefact/__proto__', 'artefact/BOARD001', 'artefact/board001/org/x', 'meeting/board001', 'draft/step0001'])(
    'no room has the name %s',
    async (room) => {
      const server = await start()
      expect((await come(server, { room }).settled()).status).toBe(404)
      expect(server.health().rooms).toBe(0)
    },
  )

  test('another history or another format is said before anything is sent', async () => {
    const server = await start()
    for (const [query, code] of [
      ['?epoch=another', 4409],
      ['?seen=another.1.1', 4409],
      ['?v=0', 4426],
    ] as const) {
      const caller = come(server, { query })
      await caller.until(({ closed }) => closed !== undefined)
      expect(caller.closed?.code).toBe(code)
      expect(caller.updates).toEqual([])
    }
  })

  test('one address gets so many connections, and one person so many, however they came', async () => {
    const server = await start({ limits: { socketsPerAddress: 6, socketsPerParticipant: 2 } })
    for (let index = 0; index < 8; index += 1) server.people.add(`Guest ${index}`)
    const ways = [way, 'socket', way] as const
    const ainos = []
    for (const one of ways) ainos.push(await new RawClient(server, { way: one }).settled())
    await ainos[2]?.until(({ closed }) => closed !== undefined)
    expect(ainos.map(({ closed }) => closed?.code)).toEqual([undefined, undefined, 4429])

    const crowd = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        new RawClient(server, { way: index % 2 ? way : 'socket', person: `Guest ${index}` }).settled(),
      ),
    )
    expect(crowd.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4)
  })
})
