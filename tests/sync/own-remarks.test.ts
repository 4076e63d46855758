import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noRemarks, type Remarks } from '../../app/remarks/model/content'
import { addThread, answer } from '../../app/remarks/model/operations'
import { openRemarks } from '../../app/remarks/open-remarks'
import type { OpenRoom } from '../../app/sync/session'
import { MemoryDevice } from '../support/sync/memory-device'
import { waysOf } from '../support/sync/node-browser'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'

const artefactId = 'agreement0000001'

let server: SyncServer
const sessions: OpenRoom<Remarks>[] = []

/** What one person's device keeps. */
class Device {
  private readonly copy = new MemoryDevice()
  private readonly aside = new MemoryDevice()

  constructor(private readonly person: string) {
    server.people.add(person)
  }

  get by() {
    return { key: `user:${this.person.toLowerCase()}`, name: this.person, organisation: 'Haapavesi' }
  }

  open(onHandedOver?: () => void): OpenRoom<Remarks> {
    const session = openRemarks({
      artefactId,
      organisationId: null,
      participantKey: this.by.key,
      initialContent: noRemarks,
      initialRight: 'edit',
      serverUrl: `${server.origin.replace('http', 'ws')}/sync`,
      ways: waysOf(this.person, server.origin),
      deviceStore: this.copy.open(),
      setAsideStore: this.aside.open(),
      ...(onHandedOver ? { onHandedOver } : {}),
    })
    sessions.push(session)
    return session
  }

  /** Until the page would be opened anew, without what cannot be merged; then anew. */
  async openAgain(): Promise<OpenRoom<Remarks>> {
    const handedOver = new Promise<void>((resolve) => this.open(resolve))
    await handedOver
    return this.open()
  }

  saying() {
    return { by: this.by, now: Date.now() }
  }
}

beforeEach(async () => {
  server = await startSync()
})

afterEach(async () => {
  for (const session of sessions.splice(0)) session.close()
  await stopAll()
})

const said = (words: string) => ({ words, mentions: [] })
const onServer = async () =>
  (await server.remarks.read(artefactId, null)).threads.map(({ remarks }) => remarks.map(({ words }) => words).sort())

const stands = (session: OpenRoom<Remarks>, kind: string) =>
  vi.waitFor(() => expect(session.state().kind).toBe(kind), { timeout: 8_000 })

describe('what one has said oneself', () => {
  test('arrives when the connection is back, though the page was closed meanwhile', async () => {
    const aino = new Device('Aino')
    const first = aino.open()
    await stands(first, 'saved')
    const { port, dataDirectory, people } = server
    await server.close()
    await stands(first, 'offline')
    first.change((root) => addThread(root, { on: 'all' }, said('Junasta'), aino.saying()))
    await vi.waitFor(() => expect(first.unsent()).toBe('on-device'))
    first.close()
    server = await startSync({ port, dataDirectory, people })
    await stands(aino.open(), 'saved')
    expect(await onServer()).toEqual([['Junasta']])
  })

  test('stands again in the same thread, with what others said, where the server was put back to before it', async () => {
    const [aino, eino] = [new Device('Aino'), new Device('Eino')]
    const [first, second] = [aino.open(), eino.open()]
    await Promise.all([stands(first, 'saved'), stands(second, 'saved')])
    const id = first.change((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), aino.saying())) ?? ''
    await expect.poll(() => second.content().threads.length).toBe(1)
    second.change((root) => answer(root, id, said('Kunnat.'), eino.saying()))
    await expect.poll(() => first.content().threads[0]?.remarks.length).toBe(2)
    await Promise.all([stands(first, 'saved'), stands(second, 'saved')])
    for (const session of [first, second]) session.close()
    const { port, people } = server
    await server.close()
    // Another data directory: every room has another history.
    server = await startSync({ port, people })
    const again = await Promise.all([aino.openAgain(), eino.openAgain()])
    await expect.poll(onServer).toEqual([['Kuka maksaa?', 'Kunnat.']])
    for (const session of again) await stands(session, 'saved')
    // What was put back is not put back again.
    again.forEach((session) => session.close())
    await stands(aino.open(), 'saved')
    expect(await onServer()).toEqual([['Kuka maksaa?', 'Kunnat.']])
  })
})
