import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addNote, changeNote, holdBack, readNotes } from '../../app/workshops/private-notes/notes'
import { contentRoot } from '../../app/document/layout'
import { draftRoom, workshopRoom } from '../../app/sync/room-name'
import { RawClient, closeRawClients, turn, updateSetting, waysIn, type RawClientOptions } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { closeClients, stockClient } from '../support/sync/stock-client'

const workshopId = 'workshop00000001'
const stepId = 'step000000000001'
const room = workshopRoom(workshopId)

let server: SyncServer

beforeEach(async () => {
  server = await startSync()
  for (const name of ['Aino', 'Eino', 'Ohjaaja']) server.people.add(name)
  server.people.get('Ohjaaja').identity.leads = true
})

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

const enter = (person: string, options: RawClientOptions = {}) =>
  new RawClient(server, { person, room, ...options }).settled()

const news = (state: () => object) => () => ({ kind: 'workshop' as const, state: state() })

const told = ({ notices }: RawClient) => notices.filter(({ kind }) => kind === 'workshop').map(({ state }) => state)

describe('what a workshop tells', () => {
  test.each(waysIn)('reaches everybody who is there and whoever comes later, as it is then (over %s)', async (way) => {
    let turnNumber = 1
    const aino = await enter('Aino', { way })
    expect(told(aino)).toEqual([])
    server.liveWorkshops.tell(workshopId, news(() => ({ turn: turnNumber })))
    await aino.until((client) => told(client).length === 1)
    turnNumber = 2
    const eino = await enter('Eino', { way })
    await eino.until((client) => told(client).length === 1)
    expect(told(aino)).toEqual([{ turn: 1 }])
    expect(told(eino)).toEqual([{ turn: 2 }])
  })

  test('is heard by nobody in another workshop', async () => {
    const other = await enter('Eino', { room: workshopRoom('workshop00000002') })
    server.liveWorkshops.tell(workshopId, news(() => ({ turn: 1 })))
    await turn()
    await turn()
    expect(told(other)).toEqual([])
  })

  test('names those who are there once, whatever number of windows they have', async () => {
    await enter('Aino')
    await enter('Aino')
    await enter('Eino')
    expect(server.liveWorkshops.present({ workshopId }).sort()).toEqual(['user:aino', 'user:eino'])
    expect(server.liveWorkshops.present({ artefactId: 'board001' })).toEqual([])
  })

  test('a workshop that is gone shows everybody out, and tells nothing any more', async () => {
    server.liveWorkshops.tell(workshopId, news(() => ({ turn: 1 })))
    const aino = await enter('Aino')
    await server.liveWorkshops.forget(workshopId)
    await aino.until(({ closed }) => closed !== undefined)
    expect(aino.closed).toEqual({ code: 4404, reason: 'no-room' })
    expect(told(await enter('Eino'))).toEqual([])
  })

  test('takes no content, whoever sends it', async () => {
    const leader = await (await enter('Ohjaaja')).sync()
    leader.sendUpdate(updateSetting({ note: 'Kahvia' }))
    await leader.until(({ closed }) => closed !== undefined)
    expect(leader.receipts).toEqual([0])
    expect(leader.closed).toEqual({ code: 4403, reason: 'read-only' })
  })
})

/** All that is on disk of a document, as text. */
function storedOf(name: string): string {
  const database = new Sqlite(path.join(server.dataDirectory, 'collab.db'), { readonly: true })
  try {
    const rows = database.prepare<[string, string], Buffer>(
      'SELECT data FROM log WHERE document = ? UNION ALL SELECT state FROM base WHERE document = ?',
    )
    return rows.pluck().all(name, name).map((bytes) => bytes.toString('utf8')).join('\n')
  } finally {
    database.close()
  }
}

describe('a draft', () => {
  const draftOf = (person: string) => draftRoom(stepId, `user:${person.toLowerCase()}`)
  const write = async (person: string, ...texts: string[]) => {
    const client = stockClient(server, { person, room: draftOf(person) })
    await client.synced()
    const ids = texts.map((text) => addNote(contentRoot(client.doc), text) ?? '')
    await expect.poll(() => client.receipts.length).toBeGreaterThanOrEqual(texts.length)
    return { client, ids }
  }
  /** Some of a person's notes, as the server reads them now. */
  const read = async (person: string, ...ids: string[]) =>
    (await server.liveWorkshops.draft(stepId, `user:${person.toLowerCase()}`)).filter(({ id }) => ids.includes(id))

  test('is read by the server, whoever is there now, and by nobody else', async () => {
    const aino = await write('Aino', 'Sähköinen haku', 'Yksi lomake')
    await write('Eino', 'Kyyti')
    aino.client.close()
    const drafts = await server.liveWorkshops.drafts(stepId)
    expect(drafts.map(({ owner, notes }) => [owner, notes.map(({ text }) => text)])).toEqual([
      ['user:aino', ['Sähköinen haku', 'Yksi lomake']],
      ['user:eino', ['Kyyti']],
    ])
    expect(await server.liveWorkshops.draft(stepId, 'user:eino')).toMatchObject([{ text: 'Kyyti', shown: false }])
    const nosy = await enter('Ohjaaja', { room: draftOf('Aino') })
    expect(nosy.status).toBe(404)
  })

  test('shows its writer which notes are on the board, and loses those that were taken out', async () => {
    const { client, ids } = await write('Aino', 'Ensimmäinen', 'Toinen')
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', await read('Aino', ids[0] ?? ''), 'mark')
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', await read('Aino', ids[1] ?? ''), 'remove')
    await expect
      .poll(() => readNotes(contentRoot(client.doc)).notes)
      .toEqual([{ id: ids[0], text: 'Ensimmäinen', heldBack: false, shown: true }])
  })

  test.each(['mark', 'remove'] as const)('keeps what its writer reworded or held back since it was read (%s)', async (how) => {
    const { client, ids } = await write('Aino', 'Yksi ovi', 'Kyyti', 'Yksi lomake')
    const asRead = await read('Aino', ...ids)
    const before = client.receipts.length
    changeNote(contentRoot(client.doc), ids[0] ?? '', 'Yksi ovi, jonka takana joku vastaa')
    holdBack(contentRoot(client.doc), ids[1] ?? '', true)
    await expect.poll(() => client.receipts.length).toBeGreaterThanOrEqual(before + 2)
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', asRead, how)
    const left = [
      { id: ids[0], text: 'Yksi ovi, jonka takana joku vastaa', heldBack: false, shown: false },
      { id: ids[1], text: 'Kyyti', heldBack: true, shown: false },
    ]
    const settled = { id: ids[2], text: 'Yksi lomake', heldBack: false, shown: true }
    expect(await read('Aino', ...ids)).toEqual(how === 'mark' ? [...left, settled] : left)
  })

  test('gives up a note that its writer holds back where they show it themselves', async () => {
    const { client, ids } = await write('Aino', 'En ole varma')
    holdBack(contentRoot(client.doc), ids[0] ?? '', true)
    await expect.poll(() => read('Aino', ...ids)).toMatchObject([{ heldBack: true }])
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', await read('Aino', ...ids), 'remove')
    expect(await read('Aino', ...ids)).toEqual([])
  })

  test('forgets on disk what was taken out of it, in its log and in its bases', async () => {
    const { client, ids } = await write('Aino', 'Nimetön ajatus', 'Oma ajatus')
    const room = draftOf('Aino')
    expect(storedOf(room)).toContain('Nimetön')
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', await read('Aino', ids[0] ?? ''), 'remove')
    await expect.poll(() => storedOf(room)).not.toContain('Nimetön')
    expect(storedOf(room)).toContain('Oma ajatus')
    await expect.poll(() => readNotes(contentRoot(client.doc)).notes.map(({ text }) => text)).toEqual(['Oma ajatus'])
    expect(server.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('that somebody fills is refused more, and keeps nobody’s notes from being shown', async () => {
    server = await startSync({ limits: { draftFullBytes: 4 * 1024 } })
    for (const name of ['Aino', 'Eino']) server.people.add(name)
    const { client, ids } = await write('Aino', 'Yksi ovi')
    addNote(contentRoot(client.doc), 'x'.repeat(8 * 1024))
    await expect.poll(() => client.receipts.at(-1)).toBe(0)
    const filling = await write('Eino', 'y'.repeat(3900))
    await server.liveWorkshops.settleDraft(stepId, 'user:aino', await read('Aino', ...ids), 'mark')
    await server.liveWorkshops.settleDraft(stepId, 'user:eino', await read('Eino', ...filling.ids), 'mark')
    const drafts = await server.liveWorkshops.drafts(stepId)
    expect(drafts.map(({ notes }) => notes.map(({ shown }) => shown))).toEqual([[true], [true]])
  })

  test('is erased with its history', async () => {
    const { client } = await write('Aino', 'Vain minulle')
    await server.liveWorkshops.eraseDrafts(stepId)
    await expect.poll(() => client.closes.map(({ code }) => code)).toContain(4404)
    client.close()
    expect(await server.liveWorkshops.drafts(stepId)).toEqual([])
    expect(await server.liveWorkshops.draft(stepId, 'user:aino')).toEqual([])
  })
})

describe('a workshop’s own change', () => {
  test('reaches everybody on the board, and is there once however often it is made', async () => {
    const board = stockClient(server, { person: 'Aino' })
    await board.synced()
    const change = {
      do: 'add-notes' as const,
      frame: null,
      notes: [{ id: 'left.a', text: 'Paljastettu', author: '', origin: stepId }],
    }
    const kind = 'notes' as never
    expect(await server.liveWorkshops.change('board001', kind, change)).toEqual({ ids: ['left.a'] })
    expect(await server.liveWorkshops.change('board001', kind, change)).toEqual({ ids: ['left.a'] })
    await expect.poll(() => board.content.toJSON()).toEqual({ 'left.a': 'Paljastettu' })
  })
})
