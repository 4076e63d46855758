import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OpenRoom } from '../../app/sync/session'
import { addNote, holdBack, noNotes, removeNotes, type PrivateNotes } from '../../app/workshops/private-notes/notes'
import { openPrivateNotes } from '../../app/workshops/private-notes/open-private-notes'
import { MemoryDevice } from '../support/sync/memory-device'
import { waysOf } from '../support/sync/node-browser'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

const stepId = 'step000000000001'

let server: SyncServer
let device: MemoryDevice
let aside: MemoryDevice
const sessions: OpenRoom<PrivateNotes>[] = []

beforeEach(async () => {
  server = await startSync()
  server.people.add('Aino')
  device = new MemoryDevice()
  aside = new MemoryDevice()
})

afterEach(async () => {
  for (const session of sessions.splice(0)) session.close()
  await stopAll()
})

function open(onHandedOver?: () => void): OpenRoom<PrivateNotes> {
  const session = openPrivateNotes({
    stepId,
    participantKey: 'user:aino',
    initialContent: noNotes,
    initialRight: 'edit',
    serverUrl: `${server.origin.replace('http', 'ws')}/sync`,
    ways: waysOf('Aino', server.origin),
    deviceStore: device.open(),
    setAsideStore: aside.open(),
    ...(onHandedOver ? { onHandedOver } : {}),
  })
  sessions.push(session)
  return session
}

const texts = (session: OpenRoom<PrivateNotes>) => session.content().notes.map(({ text }) => text)
const onServer = async () => (await server.liveWorkshops.draft(stepId, 'user:aino')).map(({ text }) => text)

const stands = (session: OpenRoom<PrivateNotes>, kind: string) =>
  vi.waitFor(() => expect(session.state().kind).toBe(kind), { timeout: 8_000 })

describe('one’s own notes', () => {
  test('are saved, held back and removed, and one’s other window shows the same', async () => {
    const [session, other] = [open(), open()]
    await Promise.all([session, other].map((one) => stands(one, 'saved')))
    const id = session.change((root) => addNote(root, 'Ensimmäinen')) ?? ''
    const second = session.change((root) => addNote(root, 'Toinen')) ?? ''
    session.change((root) => holdBack(root, second, true))
    await stands(session, 'saved')
    await expect.poll(() => texts(other)).toEqual(['Ensimmäinen', 'Toinen'])
    expect(await server.liveWorkshops.draft(stepId, 'user:aino')).toMatchObject([{ heldBack: false }, { heldBack: true }])
    session.endStep()
    session.change((root) => removeNotes(root, [id]))
    await expect.poll(onServer).toEqual(['Toinen'])
    session.undo()
    await expect.poll(onServer).toEqual(['Ensimmäinen', 'Toinen'])
  })

  test('written without a connection arrive when it is back, though the page was closed meanwhile', async () => {
    const first = open()
    await stands(first, 'saved')
    const { port, dataDirectory, people } = server
    await server.close()
    await stands(first, 'offline')
    first.change((root) => addNote(root, 'Junassa kirjoitettu'))
    await vi.waitFor(() => expect(first.unsent()).toBe('on-device'))
    first.close()
    server = await startSync({ port, dataDirectory, people })
    const again = open()
    await stands(again, 'saved')
    expect(await onServer()).toEqual(['Junassa kirjoitettu'])
  })

  test('are written into the draft’s new history where the server was put back to a backup', async () => {
    const first = open()
    await stands(first, 'saved')
    first.change((root) => addNote(root, 'Ennen palautusta'))
    await stands(first, 'saved')
    const { port, people } = server
    await server.close()
    first.change((root) => addNote(root, 'Palautuksen aikana'))
    // Another data directory: every room has another history.
    server = await startSync({ port, people })
    first.close()
    let handedOver = false
    const stale = open(() => (handedOver = true))
    await vi.waitFor(() => expect(handedOver).toBe(true), { timeout: 8_000 })
    stale.close()
    expect(device.rows.size).toBe(0)
    const again = open()
    await expect.poll(() => texts(again), { timeout: 8_000 }).toEqual(['Ennen palautusta', 'Palautuksen aikana'])
    await stands(again, 'saved')
    expect(await onServer()).toEqual(['Ennen palautusta', 'Palautuksen aikana'])
    await expect.poll(() => aside.rows.size).toBe(0)
  })

  test('that came too late stay on the device, and go on when one may write again', async () => {
    const session = open()
    await stands(session, 'saved')
    const { port, dataDirectory, people } = server
    await server.close()
    await stands(session, 'offline')
    session.change((root) => addNote(root, 'Viime hetkellä'))
    people.get('Aino').right = 'see'
    server = await startSync({ port, dataDirectory, people })
    await stands(session, 'unsaved')
    expect(session.trouble()).toBe('right-ended')
    expect(session.unsent()).toBe('on-device')
    expect(texts(session)).toEqual(['Viime hetkellä'])
    people.get('Aino').right = 'edit'
    await server.live.rightsChanged({ userId: 'aino' })
    await stands(session, 'saved')
    expect(await onServer()).toEqual(['Viime hetkellä'])
  })
})
