import { afterEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { openSession } from '../../app/sync/open-session'
import type { OpenSession } from '../../app/sync/session'
import type { KindId } from '../../app/artefacts/registry'
import { waysOf } from '../support/sync/node-browser'
import { notesKind, type Notes } from '../support/sync/notes-kind'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'
import { MemoryDevice } from '../support/sync/memory-device'

const artefactId = 'artefact01'
const kind = notesKind(1)
const notes = 'notes' as KindId

const sessions: OpenSession<Notes>[] = []

afterEach(async () => {
  for (const session of sessions.splice(0)) session.close()
  await stopAll()
})

/** Somebody's browser, as far as the server can tell. */
function enter(server: SyncServer, name: string, device = new MemoryDevice()): OpenSession<Notes> {
  const session = openSession<Notes>({
    artefactId,
    kind,
    initialContent: { notes: {} },
    initialRight: 'edit',
    participantKey: `user:${name.toLowerCase()}`,
    serverUrl: `ws://127.0.0.1:${server.port}/sync`,
    deviceStore: device.open(),
    ways: waysOf(name, server.origin),
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

const saved = (session: OpenSession<Notes>) => until(() => session.state().kind === 'saved')

async function roomWith(content: Notes, names: string[], limits: SyncServerOptions['limits'] = {}): Promise<SyncServer> {
  const server = await startSync({ limits })
  for (const name of names) server.people.add(name)
  await server.live.create(artefactId, notes, content)
  return server
}

describe('a browser in a real room', () => {
  it('sees what is there, says saved when it is on disk, and the other sees it too', async () => {
    const server = await roomWith({ notes: { a: 'alku' } }, ['Aino', 'Eero'])
    const aino = enter(server, 'Aino')
    const eero = enter(server, 'Eero')
    await Promise.all([saved(aino), saved(eero)])
    expect(aino.content()).toEqual({ notes: { a: 'alku' } })
    aino.change(write('b', 'Ainon'))
    await saved(aino)
    await until(() => eero.content().notes['b'] === 'Ainon')
    expect((await server.live.read(artefactId, notes)).content).toEqual({ notes: { a: 'alku', b: 'Ainon' } })
  })

  it('knows who else is there by the names that the server gives', async () => {
    // Without the beat that tells everybody of everybody: each is seen by their own coming.
    const server = await roomWith({ notes: {} }, ['Aino', 'Eero'], { beatEvery: 600_000 })
    const aino = enter(server, 'Aino')
    const eero = enter(server, 'Eero')
    await Promise.all([saved(aino), saved(eero)])
    await until(() => aino.people().length === 1 && eero.people().length === 1)
    eero.showPlace({ note: 'a' })
    await until(() => aino.people()[0]?.place !== undefined)
    expect(aino.people()).toMatchObject([
      { name: 'Eero', organisation: 'Haapavesi', organisationType: 'municipality', place: { note: 'a' } },
    ])
    expect(aino.people()[0]?.colour).toMatch(/^#[0-9a-f]{6}$/)
    eero.close()
    await until(() => aino.people().length === 0)
  })

  it('keeps edits through a restart of the server, and comes back by itself', async () => {
    const server = await roomWith({ notes: { a: 'alku' } }, ['Aino'])
    const aino = enter(server, 'Aino')
    await saved(aino)
    const { port, dataDirectory, people } = server
    await server.close()
    await until(() => aino.state().kind === 'offline')
    aino.change(write('b', 'sillä välin'))
    expect(aino.state()).toEqual({ kind: 'offline' })
    const again = await startSync({ port, dataDirectory, people, settings: { baseUrl: server.origin } })
    await saved(aino)
    expect((await again.live.read(artefactId, notes)).content).toEqual({ notes: { a: 'alku', b: 'sillä välin' } })
  })

  it('that was closed before its edits were saved brings them on the next visit', async () => {
    const server = await roomWith({ notes: {} }, ['Aino'])
    const device = new MemoryDevice()
    const before = enter(server, 'Aino', device)
    await saved(before)
    const { port, dataDirectory, people, origin } = server
    await server.close()
    await until(() => before.state().kind === 'offline')
    before.change(write('b', 'laitteella'))
    await until(() => before.unsent() === 'on-device')
    before.close()
    const again = await startSync({ port, dataDirectory, people, settings: { baseUrl: origin } })
    const after = enter(again, 'Aino', device)
    await saved(after)
    expect((await again.live.read(artefactId, notes)).content).toEqual({ notes: { b: 'laitteella' } })
  })

  it('follows a restored version while it goes on editing', async () => {
    const server = await roomWith({ notes: { a: 'vanha' } }, ['Aino'])
    const aino = enter(server, 'Aino')
    await saved(aino)
    aino.change(write('a', 'uusi'))
    aino.change(write('b', 'lisätty'))
    await saved(aino)
    await server.live.restore(artefactId, notes, { notes: { a: 'vanha' } })
    await until(() => aino.content().notes['a'] === 'vanha')
    expect(aino.content()).toEqual({ notes: { a: 'vanha' } })
    aino.change(write('c', 'jatkuu'))
    await saved(aino)
    expect((await server.live.read(artefactId, notes)).content).toEqual({ notes: { a: 'vanha', c: 'jatkuu' } })
  })
})

describe('a right that changes while one is there', () => {
  it('to reading stops edits at once, and is given back without a reload', async () => {
    const server = await roomWith({ notes: {} }, [])
    const person = server.people.add('Aino')
    const aino = enter(server, 'Aino')
    await saved(aino)
    person.right = 'see'
    await server.live.rightsChanged({ artefactId })
    await until(() => aino.right() === 'see')
    expect(aino.change(write('b', 'ei enää'))).toBeUndefined()
    expect(aino.state().kind).toBe('saved')
    person.right = 'edit'
    await server.live.rightsChanged({ artefactId })
    await until(() => aino.right() === 'edit')
    aino.change(write('b', 'taas'))
    await saved(aino)
  })

  it('of a guest who was removed ends the visit with the reason, and leaves no copy behind', async () => {
    const server = await roomWith({ notes: { a: 'alku' } }, [])
    const person = server.people.add('Vieras', { identity: { seatId: 'seat1', participantKey: 'seat:seat1' } })
    const device = new MemoryDevice()
    const guest = enter(server, 'Vieras', device)
    await saved(guest)
    await until(() => device.rows.size > 0)
    person.refused = 'removed'
    await server.live.rightsChanged({ seatId: 'seat1' })
    await until(() => guest.state().kind === 'closed')
    expect(guest.state()).toEqual({ kind: 'closed', reason: 'removed' })
    await until(() => device.rows.size === 0)
  })

  it('is no right at all for a stranger, who is told to sign in', async () => {
    const server = await roomWith({ notes: { a: 'alku' } }, [])
    const stranger = enter(server, 'Tuntematon')
    await until(() => stranger.state().kind === 'closed')
    expect(stranger.state()).toEqual({ kind: 'closed', reason: 'signed-out' })
    expect(stranger.content()).toEqual({ notes: {} })
  })
})
