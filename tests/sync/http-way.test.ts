import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/persistence/memory'
import { closeRawClients, RawClient, updateSetting } from '../support/sync/raw-client'
import { batchOf, RawHttp } from '../support/sync/raw-wires'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'

/** What only the way over HTTP has: SPEC P15–P20. */

afterEach(async () => {
  closeRawClients()
  await stopAll()
})

async function start(options: SyncServerOptions = {}): Promise<SyncServer> {
  const server = await startSync({ store: createMemoryStore(), ...options })
  for (const name of ['Aino', 'Mallory']) server.people.add(name)
  return server
}

interface Opened {
  client: RawClient
  http: RawHttp
  /** Sends a batch as the browser would; answers with the status. */
  batch(number: number, ...updates: Uint8Array[]): Promise<number>
}

/** A connection on which the test alone sends, batch by batch. */
async function open(server: SyncServer): Promise<Opened> {
  const client = await new RawClient(server, { way: 'stream' }).settled()
  const http = client.socket
  if (!(http instanceof RawHttp)) throw new Error('Not a connection over HTTP')
  const batch = async (number: number, ...updates: Uint8Array[]) =>
    (await http.post(`&batch=${number}`, batchOf(updates.map(asMessage)))).status
  return { client, http, batch }
}

function asMessage(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

const headersOf = (server: SyncServer, cookie: string, origin = server.origin) => ({ origin, cookie })

test('a batch that is sent again because its answer was lost is taken once, and gets one receipt an edit', async () => {
  const server = await start()
  const watcher = await new RawClient(server).sync()
  const { client, batch } = await open(server)
  const doc = new Y.Doc()
  const first = [updateSetting({ one: 1 }, doc), updateSetting({ two: 2 }, doc)]

  expect(await batch(1, ...first)).toBe(204)
  expect(await batch(1, ...first)).toBe(204)
  expect(await batch(2, updateSetting({ three: 3 }, doc))).toBe(204)
  await client.until(({ receipts }) => receipts.length === 3)
  await watcher.until(({ updates }) => updates.length === 4)

  expect(watcher.doc().getMap('content').toJSON()).toEqual({ one: 1, two: 2, three: 3 })
  expect(client.receipts).toEqual([1, 1, 1])
})

test('a batch whose answer was lost may come again while the first is still coming in', async () => {
  const server = await start()
  const { client, http, batch } = await open(server)
  const update = updateSetting({ note: 'once' })
  const stuck = connect(server.port, '127.0.0.1')
  stuck.on('error', () => undefined)
  const gone = new Promise((resolve) => stuck.once('close', resolve))
  stuck.write(
    `POST /sync/artefact/board001?connection=${http.id ?? ''}&batch=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n` +
      `Origin: ${server.origin}\r\nCookie: person=Aino\r\n\r\nabc`,
  )
  await expect.poll(() => stuck.bytesWritten).toBeGreaterThan(100)

  expect(await batch(1, update)).toBe(204)
  await client.until(({ receipts }) => receipts.length === 1)
  stuck.destroy()
  await gone
  expect(await batch(2, update)).toBe(204)
})

test('a batch out of its turn is refused and nothing of it is taken', async () => {
  const server = await start()
  const watcher = await new RawClient(server).sync()
  const { client, batch } = await open(server)

  expect(await batch(2, updateSetting({ early: 1 }))).toBe(409)
  expect(await batch(1, updateSetting({ first: 1 }))).toBe(204)
  expect(await batch(3, updateSetting({ early: 1 }))).toBe(409)
  await client.until(({ receipts }) => receipts.length === 1)

  expect(watcher.doc().getMap('content').toJSON()).toEqual({ first: 1 })
})

test('the answer is held back while the sender is to be slower, and what comes after is not lost', async () => {
  const server = await start({ limits: { updatesPerSecond: 10, updateBurst: 2 } })
  const { client, batch } = await open(server)
  const doc = new Y.Doc()
  const updates = Array.from({ length: 6 }, (_, index) => updateSetting({ [`note ${index}`]: index }, doc))
  let answered = false
  const answer = batch(1, ...updates).then((status) => {
    answered = true
    return status
  })
  await client.until(({ receipts }) => receipts.length >= 2)
  expect(answered).toBe(false)
  expect(await batch(2, updateSetting({ next: 1 }, doc))).toBe(409)
  // The browser gave up waiting: the same again is answered when the first would have been.
  expect(await batch(1, ...updates)).toBe(204)

  expect(await answer).toBe(204)
  await client.until(({ receipts }) => receipts.length === 6)
})

test('nobody speaks on another one\'s connection: not in another session, not from another site, not in another room', async () => {
  const server = await start()
  const watcher = await new RawClient(server).sync()
  const { http, batch } = await open(server)
  const body = batchOf([asMessage(updateSetting({ note: 'in your name' }))])
  const post = (headers: Record<string, string>) => http.post('&batch=1', body, headers)

  expect((await post(headersOf(server, 'person=Mallory'))).status).toBe(404)
  expect((await post(headersOf(server, ''))).status).toBe(404)
  expect((await post(headersOf(server, 'person=Aino', 'https://evil.example'))).status).toBe(403)
  expect((await post({ cookie: 'person=Aino' })).status).toBe(403)
  const elsewhere = await fetch(`${server.origin}/sync/artefact/board002?connection=${http.id ?? ''}&batch=1`, {
    method: 'POST',
    headers: headersOf(server, 'person=Aino'),
    body: Buffer.from(body),
  })
  expect(elsewhere.status).toBe(404)
  expect(await batch(1)).toBe(204)
  expect(watcher.doc().getMap('content').size).toBe(0)
})

test('another cookie may change, such as the language, while the session stays', async () => {
  const server = await start()
  const { http } = await open(server)
  const answer = await http.post('&batch=1', new Uint8Array(), headersOf(server, 'language=sv; person=Aino'))

  expect(answer.status).toBe(204)
})

test('a connection that nobody knows, or that has ended, is to be opened anew', async () => {
  const server = await start()
  const { client, http, batch } = await open(server)
  http.id = `${http.id ?? ''}x`
  const unknown = await http.post('&batch=1', new Uint8Array())
  expect(unknown).toEqual({ status: 404, body: JSON.stringify({ code: 1013, reason: 'no-connection' }) })
  http.id = http.id.slice(0, -1)
  client.socket.close()
  await client.until(({ closed }) => closed !== undefined)

  expect(await batch(1)).toBe(404)
})

test('a browser is told in the words of the close codes why it is not let in', async () => {
  const server = await start({ limits: { knockBurst: 1, knocksPerSecond: 0.001 } })
  const knock = async (room: string, headers: Record<string, string>) =>
    (await fetch(`${server.origin}/sync/artefact/${room}`, { method: 'POST', headers })).json() as Promise<unknown>

  expect(await knock('NOROOM', headersOf(server, 'person=Aino'))).toEqual({ code: 4404, reason: 'no-room' })
  expect(await knock('board001', { cookie: 'person=Aino' })).toEqual({ code: 1013, reason: 'foreign-origin' })
  const gone = new AbortController()
  await fetch(`${server.origin}/sync/artefact/board001`, {
    method: 'POST',
    headers: headersOf(server, 'person=Aino'),
    signal: gone.signal,
  })
  expect(await knock('board001', headersOf(server, 'person=Aino'))).toEqual({ code: 1013, reason: 'try-again' })
  gone.abort()
})

test('an address opened in the browser\'s own line is nothing to be seen', async () => {
  const server = await start()
  const answer = await fetch(`${server.origin}/sync/artefact/board001`, { headers: { cookie: 'person=Aino' } })

  expect(answer.status).toBe(405)
  expect(server.health().rooms).toBe(0)
})

test('bytes that are no batch are counted, and then their sender is closed', async () => {
  const server = await start()
  const watcher = await new RawClient(server).sync()
  const { client, http } = await open(server)
  for (let number = 1; number <= 10 && !client.closed; number += 1) {
    // The last of them is answered by the end of the connection.
    await http.post(`&batch=${number}`, new Uint8Array([200, 1, 7])).catch(() => undefined)
  }
  await client.until(({ closed }) => closed !== undefined)

  expect(client.closed).toEqual({ code: 4400, reason: 'malformed' })
  expect(watcher.updates).toHaveLength(1)
})

test.each(['batch=0', 'batch=-1', 'batch=1e3', 'batch=', 'poll=0', 'poll=2', ''])(
  'a request with "%s" is refused, and the connection goes on',
  async (query) => {
    const server = await start()
    const { http, batch } = await open(server)

    expect((await http.post(`&${query}`, new Uint8Array())).status).toBeGreaterThanOrEqual(400)
    expect(await batch(1)).toBe(204)
  },
)

test('a batch that trickles in is given up', async () => {
  const server = await start({ limits: { bodyPause: 50 } })
  const { http } = await open(server)
  const answer = await new Promise<string>((resolve) => {
    const slow = connect(server.port, '127.0.0.1')
    slow.on('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''))
    slow.on('error', () => undefined)
    slow.write(
      `POST /sync/artefact/board001?connection=${http.id ?? ''}&batch=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n` +
        `Origin: ${server.origin}\r\nCookie: person=Aino\r\n\r\nabc`,
    )
  })

  expect(answer).toBe('HTTP/1.1 408 Request Timeout')
})

test('an answer to a poll that was lost is given again, byte by byte', async () => {
  const server = await start()
  const headers = headersOf(server, 'person=Aino')
  const ask = async (query: string) => {
    const answer = await fetch(`${server.origin}/sync/artefact/board001?${query}`, { method: 'POST', headers })
    return { status: answer.status, text: await answer.text() }
  }
  const first = await ask('poll=1')
  const connection = /event: open\ndata: (\S+)/.exec(first.text)?.[1] ?? ''
  await new RawClient(server, { person: 'Mallory' }).settled().then((other) => other.sendState(7, 1, '{}'))

  const second = await ask(`connection=${connection}&poll=2`)
  expect(second.text).toContain('data: ')
  expect(await ask(`connection=${connection}&poll=2`)).toEqual(second)
  expect((await ask(`connection=${connection}&poll=4`)).status).toBe(409)
  // One who may not wait is answered at once, with nothing where there is nothing.
  await ask(`connection=${connection}&poll=3&brief=1`)
  expect(await ask(`connection=${connection}&poll=4&brief=1`)).toEqual({ status: 200, text: '' })
})

test('answers are for nobody to keep, to pack or to hold back', async () => {
  const server = await start()
  const gone = new AbortController()
  const answer = await fetch(`${server.origin}/sync/artefact/board001`, {
    method: 'POST',
    headers: { ...headersOf(server, 'person=Aino'), 'accept-encoding': 'gzip, br' },
    signal: gone.signal,
  })

  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  expect(answer.headers.get('content-encoding')).toBeNull()
  gone.abort()
})
