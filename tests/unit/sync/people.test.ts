import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from '../../../app/sync/presence'
import { enterAndWait, startRoom, until } from './support/room'

const aino = { name: 'Aino', organisation: 'Haapavesi', organisationType: 'municipality', colour: '#1d569f', leads: true }
const eero = { name: 'Eero', organisation: 'Kela', organisationType: 'authority', colour: '#643a99', leads: false }

describe('who is here', () => {
  it('are the others, with the name and organisation that the server gives them, and whether they lead', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.showPerson(11, 1, { user: aino, place: { x: 1 } })
    server.showPerson(12, 1, { user: eero })
    await until(() => session.people().length === 2)
    expect(session.people()).toEqual([
      { clientId: 11, ...aino, place: { x: 1 } },
      { clientId: 12, ...eero, place: undefined },
    ])
    const before = session.people()
    session.showPlace({ x: 5 })
    expect(session.people()).toBe(before)
    server.showPerson(11, 2, null)
    await until(() => session.people().length === 1)
  })

  it('counts somebody with two windows once, where they moved last', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.showPerson(11, 1, { user: aino, place: { x: 1 } })
    await until(() => session.people().length === 1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    server.showPerson(12, 1, { user: aino, place: { x: 2 } })
    await until(() => session.people()[0]?.clientId === 12)
    expect(session.people()).toHaveLength(1)
  })

  it('are not one\'s own other windows, and two people of one name are two, where the room tells them apart', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.tell({ kind: 'you', participant: 'p1' })
    server.showPerson(11, 1, { user: { ...aino, participant: 'p1' } })
    server.showPerson(12, 1, { user: { ...eero, participant: 'p2' } })
    server.showPerson(13, 1, { user: { ...eero, participant: 'p3' } })
    server.showPerson(14, 1, { user: { ...eero, participant: 'p3' } })
    await until(() => session.people().length === 2)
    expect(session.people().map(({ name }) => name)).toEqual(['Eero', 'Eero'])
  })

  it('leaves out who has no name from the server, and takes no colour that is none', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.showPerson(11, 1, { place: { x: 1 } })
    server.showPerson(12, 1, { user: { name: 'Outo', colour: 'url(https://example.org)', organisation: 7 } })
    await until(() => session.people().length === 1)
    expect(session.people()[0]).toMatchObject({ name: 'Outo', organisation: '', colour: '#4a5a60' })
  })

  it('is empty while there is no connection', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    server.showPerson(11, 1, { user: aino })
    await until(() => session.people().length === 1)
    server.lose()
    await until(() => session.people().length === 0)
  })
})

describe('where I am', () => {
  it('is news to the others at once, on arriving and on coming back', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    await until(() => server.told.length > 0)
    const first = server.told[0]?.clock ?? 0
    expect(first).toBeGreaterThan(0)
    const before = server.told.length
    server.closeAll(4513, 'too-slow')
    await until(() => session.state().kind === 'offline')
    const last = Math.max(...server.told.map(({ clock }) => clock))
    await until(() => server.told.length > before && session.state().kind === 'saved')
    expect(server.told.at(-1)?.clock).toBeGreaterThan(last)
  })

  it('is all that I tell: where the others are goes back to nobody', async () => {
    const server = await startRoom()
    const session = await enterAndWait(server)
    for (let clock = 1; clock < 20; clock += 1) server.showPerson(11, clock, { user: aino, place: { x: clock } })
    await until(() => (session.people()[0]?.place as { x: number } | undefined)?.x === 19)
    session.showPlace({ x: 1 })
    const told = server.told.length
    await until(() => server.told.length > told)
    expect(server.told.map(({ clientId }) => clientId)).not.toContain(11)
  })

  it('is shared at most thirty times a second, and the last place always arrives', async () => {
    const awareness = new Awareness(new Y.Doc())
    const presence = new Presence(awareness, () => undefined)
    let shared = 0
    awareness.on('update', () => (shared += 1))
    const start = performance.now()
    for (let count = 0; count < 400; count += 1) {
      presence.show({ x: count })
      if (count % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await until(() => awareness.getLocalState()?.['place']?.x === 399)
    const seconds = (performance.now() - start) / 1000
    expect(shared).toBeLessThanOrEqual(Math.ceil(seconds * 30) + 1)
    presence.show(undefined)
    await until(() => awareness.getLocalState() !== null && !('place' in (awareness.getLocalState() ?? {})))
    presence.close()
    awareness.destroy()
  })
})
