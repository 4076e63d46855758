import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import type { KindId } from '../../app/artefacts/registry'
import { openSession } from '../../app/sync/open-session'
import type { OpenSession } from '../../app/sync/session'
import type { WayMemory } from '../../app/sync/way-memory'
import type { Way } from '../../app/sync/ways'
import { MemoryDevice } from '../support/sync/memory-device'
import { waysOf } from '../support/sync/node-browser'
import { notesKind, type Notes } from '../support/sync/notes-kind'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'

/** A browser of ours whose network lets through less than it should, in a real room. */

const artefactId = 'artefact01'
const kind = notesKind(1)
const notes = 'notes' as KindId
const sessions: OpenSession<Notes>[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const session of sessions.splice(0)) session.close()
  await stopAll()
})

/** What something between the browser and the server does. */
class Network {
  /** `refused`: closed before it opens. `silent`: opens, and nothing comes. `dead`: neither opens nor fails. */
  sockets: 'open' | 'refused' | 'silent' | 'dead' = 'open'
  /** Answers are only passed on when they have ended. */
  holdsBack = false
  /** How many of the requests that follow lose their answer, though they reach the server. */
  losesAnswers = 0
  readonly memory: WayMemory & { way: Way | undefined } = {
    way: undefined,
    recall: () => this.memory.way,
    remember: (way) => {
      this.memory.way = way === 'socket' ? undefined : way
    },
  }

  private readonly ways: ReturnType<typeof waysOf>

  constructor(server: SyncServer, name: string) {
    this.ways = waysOf(name, server.origin)
  }

  WebSocket(): typeof WebSocket {
    const kindOf = () => this.sockets
    class Filtered extends this.ways.WebSocket {
      constructor(address: string | URL) {
        const sockets = kindOf()
        // Nobody listens at port 1.
        super(sockets === 'refused' ? String(address).replace(/:\d+/, ':1') : address)
        if (sockets === 'silent') queueMicrotask(() => (this.onmessage = null))
        if (sockets === 'dead') queueMicrotask(() => (this.onopen = this.onmessage = null))
      }
    }
    return Filtered
  }

  readonly fetch: typeof fetch = async (address, options) => {
    const answer = await this.ways.fetch(address, options)
    if (this.losesAnswers > 0 && String(address).includes('batch=')) {
      this.losesAnswers -= 1
      await answer.text()
      throw new TypeError('Failed to fetch')
    }
    if (!this.holdsBack) return answer
    const whole = await answer.blob()
    // A status without a body may have none.
    return new Response(answer.status === 204 ? null : whole, { status: answer.status, headers: answer.headers })
  }
}

interface Visit {
  device?: MemoryDevice
  open?: number
}

function enter(server: SyncServer, name: string, network = new Network(server, name), visit: Visit = {}) {
  const session = openSession<Notes>({
    artefactId,
    kind,
    initialContent: { notes: {} },
    initialRight: 'edit',
    participantKey: `user:${name.toLowerCase()}`,
    serverUrl: `ws://127.0.0.1:${server.port}/sync`,
    deviceStore: (visit.device ?? new MemoryDevice()).open(),
    ways: {
      WebSocket: network.WebSocket(),
      fetch: network.fetch,
      patience: { open: visit.open ?? 300, speak: 300 },
      memory: network.memory,
      random: () => 0,
    },
  })
  sessions.push(session)
  return session
}

const write = (id: string, text: string) => (root: Y.Map<unknown>) => void root.set(id, text)

function until(seen: () => boolean): Promise<void> {
  return vi.waitFor(
    () => {
      if (!seen()) throw new Error('Not seen yet')
    },
    { timeout: 10_000, interval: 5 },
  )
}

const stored = async (server: SyncServer) => (await server.live.read(artefactId, notes)).content as Notes
const saved = (session: OpenSession<Notes>) => until(() => session.state().kind === 'saved')

async function roomWith(content: Notes, limits: SyncServerOptions['limits'] = {}): Promise<SyncServer> {
  const server = await startSync({ limits })
  for (const name of ['Aino', 'Eero']) server.people.add(name)
  await server.live.create(artefactId, notes, content)
  return server
}

describe.each(['refused', 'silent', 'dead'] as const)('where WebSockets are %s', (sockets) => {
  it('one works as anywhere else, together with somebody whose sockets open', async () => {
    const server = await roomWith({ notes: { a: 'alku' } })
    const network = new Network(server, 'Aino')
    network.sockets = sockets
    const aino = enter(server, 'Aino', network)
    const eero = enter(server, 'Eero')
    await Promise.all([saved(aino), saved(eero)])
    expect(aino.content()).toEqual({ notes: { a: 'alku' } })
    aino.change(write('b', 'Ainon'))
    eero.change(write('c', 'Eeron'))
    await until(() => eero.content().notes['b'] === 'Ainon' && aino.content().notes['c'] === 'Eeron')
    await Promise.all([saved(aino), saved(eero)])
    aino.showPlace({ x: 1 })
    await until(() => eero.people().some(({ name }) => name === 'Aino'))

    expect((await stored(server)).notes).toEqual({ a: 'alku', b: 'Ainon', c: 'Eeron' })
    expect(network.memory.way).toBe('stream')
    aino.close()
    await until(() => eero.people().length === 0)
  })
})

it('the next page goes by HTTP at once', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.sockets = 'dead'
  network.memory.remember('stream')
  const session = enter(server, 'Aino', network, { open: 600_000 })

  await saved(session)
})

it('where answers are held back until they end, one works by asking again and again', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.sockets = 'refused'
  network.holdsBack = true
  const aino = enter(server, 'Aino', network)
  const eero = enter(server, 'Eero')
  await Promise.all([saved(aino), saved(eero)])
  aino.change(write('b', 'Ainon'))
  await until(() => eero.content().notes['b'] === 'Ainon')
  eero.change(write('c', 'Eeron'))
  await until(() => aino.content().notes['c'] === 'Eeron')
  await saved(aino)

  expect(network.memory.way).toBe('poll')
})

it('an edit whose answer is lost on the way is stored once and said to be saved', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.memory.remember('stream')
  network.sockets = 'refused'
  const aino = enter(server, 'Aino', network)
  await saved(aino)
  network.losesAnswers = 2
  aino.change(write('b', 'kerran'))
  await until(() => network.losesAnswers === 0)
  await saved(aino)
  aino.change(write('c', 'ja vielä'))
  await saved(aino)

  expect((await stored(server)).notes).toEqual({ a: 'alku', b: 'kerran', c: 'ja vielä' })
})

it('an edit made just before the page is left still gets out', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.memory.remember('stream')
  const aino = enter(server, 'Aino', network)
  await saved(aino)
  aino.change(write('b', 'viime hetkellä'))
  aino.change(write('c', 'ja vielä'))
  aino.close()

  await vi.waitFor(async () => {
    expect((await stored(server)).notes).toEqual({ a: 'alku', b: 'viime hetkellä', c: 'ja vielä' })
  })
})

it('whose seat is taken away is told so', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.sockets = 'refused'
  const aino = enter(server, 'Aino', network)
  await saved(aino)
  server.people.get('Aino').refused = 'removed'
  await server.live.rightsChanged({ artefactId })

  await until(() => aino.state().kind === 'closed')
  expect(aino.state()).toEqual({ kind: 'closed', reason: 'removed' })
})

it('an artefact that is gone is told as gone, though a WebSocket could not say why', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  server.people.get('Aino').artefacts = []
  const aino = enter(server, 'Aino')

  await until(() => aino.state().kind === 'closed')
  expect(aino.state()).toEqual({ kind: 'closed', reason: 'gone' })
})

it('it comes back to the WebSocket by itself when that opens again, and never says that it is offline', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.sockets = 'refused'
  const aino = enter(server, 'Aino', network)
  const eero = enter(server, 'Eero')
  await Promise.all([saved(aino), saved(eero)])
  const said = new Set<string>()
  aino.onStatus(() => said.add(aino.state().kind))
  // Still blocked: what is connected stays as it is.
  aino.retry()
  aino.change(write('b', 'vielä HTTP:llä'))
  await saved(aino)
  network.sockets = 'open'
  aino.retry()
  await until(() => network.memory.way === undefined)
  aino.change(write('c', 'taas pistokkeella'))
  await until(() => eero.content().notes['c'] === 'taas pistokkeella')
  await saved(aino)

  expect([...said].filter((kind) => kind !== 'saved' && kind !== 'saving')).toEqual([])
  await expect.poll(() => server.health().sockets).toBe(2)
  expect(aino.content().notes).toEqual({ a: 'alku', b: 'vielä HTTP:llä', c: 'taas pistokkeella' })
})

it('a server that restarts is found again by the way that worked', async () => {
  const server = await roomWith({ notes: { a: 'alku' } })
  const network = new Network(server, 'Aino')
  network.sockets = 'refused'
  const aino = enter(server, 'Aino', network)
  await saved(aino)
  await server.close()
  await until(() => aino.state().kind === 'offline')
  aino.change(write('b', 'sillä välin'))
  const again = await startSync({ dataDirectory: server.dataDirectory, people: server.people, port: server.port })
  await saved(aino)

  expect((await stored(again)).notes).toEqual({ a: 'alku', b: 'sillä välin' })
})
