import { copyFileSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import {
  AnotherWriter,
  type DocumentStore,
  type LogRow,
  type StoredBase,
} from '../../server/persistence/document-store'
import { firstMark, nextMark } from '../../server/persistence/marks'
import { createMemoryStore } from '../../server/persistence/memory'
import { openSqliteStore } from '../../server/persistence/sqlite'
import { testWorkers } from '../support/sync/workers'

const cleaning: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})

async function sqliteStore(directory = newDirectory()): Promise<DocumentStore> {
  const store = await openSqliteStore({
    file: path.join(directory, 'collab.db'),
    workersDirectory: await testWorkers(),
  })
  cleaning.push(() => store.close())
  return store
}

function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'tahto-store-'))
  cleaning.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Rows as a room makes them: each marked after the one before. */
function rowsOf(document: string, texts: string[], after = { sequence: 0, mark: firstMark }): LogRow[] {
  let { sequence, mark } = after
  return texts.map((text) => {
    const update = new TextEncoder().encode(text)
    sequence += 1
    mark = nextMark(mark, update)
    return { document, sequence, mark, update, at: 1_700_000_000_000, author: 'user:aino' }
  })
}

function baseOf(rows: LogRow[], generation: number): StoredBase {
  const last = rows.at(-1)
  if (!last) throw new Error('A base stands for something')
  const bytes = (text: string) => new TextEncoder().encode(text)
  return {
    generation,
    sequence: last.sequence,
    mark: last.mark,
    state: bytes(`state ${generation}`),
    stateVector: bytes('vector'),
    deletions: bytes('deletions'),
  }
}

const texts = (tail: { update: Uint8Array }[]) => tail.map(({ update }) => new TextDecoder().decode(update))

describe.each([
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['sqlite', () => sqliteStore()],
])('a store in %s', (_name, open) => {
  test('knows nothing of a document that was never written, but names its history', async () => {
    const store = await open()
    const first = await store.open('artefact/a')
    expect(first.tail).toEqual([])
    expect(first.base).toBeUndefined()
    expect(first.damage).toBeUndefined()
    expect(first.epoch).toMatch(/^[0-9a-z]{16}$/)
    expect((await store.open('artefact/a')).epoch).toBe(first.epoch)
    expect((await store.open('artefact/b')).epoch).not.toBe(first.epoch)
  })

  test('gives updates back in order, each document its own', async () => {
    const store = await open()
    const [a, b] = [rowsOf('artefact/a', ['one', 'two', 'three']), rowsOf('artefact/b', ['other'])]
    await store.append([...a.slice(0, 2), ...b, ...a.slice(2)])

    const { tail } = await store.open('artefact/a')
    expect(texts(tail)).toEqual(['one', 'two', 'three'])
    expect(tail.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(tail.map(({ mark }) => mark)).toEqual(a.map(({ mark }) => mark))
    expect(texts((await store.open('artefact/b')).tail)).toEqual(['other'])
  })

  test('names the documents that begin alike, and no others', async () => {
    const store = await open()
    for (const name of ['draft/s1/user-b', 'draft/s10/user-a', 'draft/s1/seat-a', 'artefact/s1']) await store.open(name)
    expect(await store.names('draft/s1/')).toEqual(['draft/s1/seat-a', 'draft/s1/user-b'])
    expect(await store.names('draft/s2/')).toEqual([])
  })

  test('erases documents with all of their history, and no others', async () => {
    const store = await open()
    const [a, b] = [rowsOf('artefact/a', ['one', 'two']), rowsOf('artefact/b', ['other'])]
    await store.open('artefact/b')
    await store.append([...a, ...b])
    await store.replaceBase('artefact/a', baseOf(a.slice(0, 1), 1))
    const { epoch } = await store.open('artefact/a')
    await store.erase(['artefact/a', 'artefact/nothere'])
    expect(await store.names('artefact/')).toEqual(['artefact/b'])
    const again = await store.open('artefact/a')
    expect(again.epoch).not.toBe(epoch)
    expect([again.base, again.tail]).toEqual([undefined, []])
    expect(texts((await store.open('artefact/b')).tail)).toEqual(['other'])
  })

  test('takes the same rows twice as once', async () => {
    const store = await open()
    const rows = rowsOf('artefact/a', ['one', 'two'])
    await store.append(rows)
    await store.append(rows)
    expect(texts((await store.open('artefact/a')).tail)).toEqual(['one', 'two'])
  })

  test('refuses another update under a number that is taken, and nothing of that transaction is kept', async () => {
    const store = await open()
    await store.append(rowsOf('artefact/a', ['one']))
    const foreign = [...rowsOf('artefact/b', ['innocent']), ...rowsOf('artefact/a', ['another one'])]

    await expect(store.append(foreign)).rejects.toThrow(
      new AnotherWriter({ document: 'artefact/a', sequence: 1 }).message,
    )

    expect(texts((await store.open('artefact/a')).tail)).toEqual(['one'])
    expect((await store.open('artefact/b')).tail).toEqual([])
  })

  test('puts a base in place of the log up to its number, and keeps what came after', async () => {
    const store = await open()
    const rows = rowsOf('artefact/a', ['one', 'two', 'three'])
    await store.append(rows)
    const base = baseOf(rows.slice(0, 2), 1)
    await store.replaceBase('artefact/a', base)

    const stored = await store.open('artefact/a')
    expect(stored.base).toMatchObject({ generation: 1, sequence: 2, mark: base.mark })
    expect(new TextDecoder().decode(stored.base?.state)).toBe('state 1')
    expect(texts(stored.tail)).toEqual(['three'])
    expect(stored.damage).toBeUndefined()
  })

  test('gives the newest of several bases', async () => {
    const store = await open()
    let rows = rowsOf('artefact/a', ['one'])
    for (const generation of [1, 2, 3]) {
      await store.append(rows)
      await store.replaceBase('artefact/a', baseOf(rows, generation))
      rows = rowsOf('artefact/a', ['next'], rows.at(-1))
    }
    expect((await store.open('artefact/a')).base).toMatchObject({ generation: 3, sequence: 3 })
  })

  test('keeps bytes of any value and an update of many megabytes', async () => {
    const store = await open()
    const update = Uint8Array.from({ length: 5_000_000 }, (_, index) => index % 256)
    const mark = nextMark(firstMark, update)
    await store.append([{ document: 'artefact/a', sequence: 1, mark, update, at: 0, author: 'server' }])
    const { tail, damage } = await store.open('artefact/a')
    expect(damage).toBeUndefined()
    expect(Buffer.compare(tail[0]?.update ?? Buffer.alloc(0), update)).toBe(0)
  })

  test('says that it can write', async () => {
    const store = await open()
    await expect(store.probe()).resolves.toBeUndefined()
  })
})

describe('the log on disk', () => {
  test('is there after the store was closed and opened again', async () => {
    const directory = newDirectory()
    const first = await sqliteStore(directory)
    await first.append(rowsOf('artefact/a', ['one', 'two']))
    const { epoch } = await first.open('artefact/a')
    await first.close()

    const stored = await (await sqliteStore(directory)).open('artefact/a')
    expect(texts(stored.tail)).toEqual(['one', 'two'])
    expect(stored.epoch).toBe(epoch)
  })

  // Trust case F8.
  test('notices that what it writes is not in its file any more, and goes on in the file that is there', async () => {
    const directory = newDirectory()
    const file = path.join(directory, 'collab.db')
    const store = await sqliteStore(directory)
    await store.append(rowsOf('artefact/a', ['one']))
    await store.probe()
    copyFileSync(file, `${file}.copy`)
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`)
    renameSync(`${file}.copy`, file)

    await expect(store.probe()).rejects.toMatchObject({ code: 'WRITTEN_ELSEWHERE' })
    await store.probe()
    await store.append(rowsOf('artefact/a', ['two'], rowsOf('artefact/a', ['one'])[0]))
    const copy = new Sqlite(file, { readonly: true })
    cleaning.push(() => void copy.close())
    expect(copy.prepare('SELECT count(*) FROM log').pluck().get()).toBe(2)
  })

  test('empties its write-ahead log while nobody writes', async () => {
    const directory = newDirectory()
    const store = await sqliteStore(directory)
    await store.append(rowsOf('artefact/a', Array.from({ length: 100 }, (_, index) => `edit ${index}`)))
    expect(statSync(path.join(directory, 'collab.db-wal')).size).toBeGreaterThan(0)
    await store.probe()
    expect(statSync(path.join(directory, 'collab.db-wal')).size).toBe(0)
  })

  test('is in WAL mode', async () => {
    const directory = newDirectory()
    await sqliteStore(directory)
    const database = new Sqlite(path.join(directory, 'collab.db'))
    cleaning.push(() => void database.close())
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  })

  test('gives what is good before a row that was changed, and says so', async () => {
    const directory = newDirectory()
    const store = await sqliteStore(directory)
    await store.append(rowsOf('artefact/a', ['one', 'two', 'three', 'four']))
    damage(directory, `UPDATE log SET data = x'00' WHERE sequence = 3`)

    const stored = await store.open('artefact/a')
    expect(texts(stored.tail)).toEqual(['one', 'two'])
    expect(stored.damage).toEqual({ what: 'row', goodUntil: 2 })
  })

  test('gives what is good before a row that is missing', async () => {
    const directory = newDirectory()
    const store = await sqliteStore(directory)
    await store.append(rowsOf('artefact/a', ['one', 'two', 'three']))
    damage(directory, 'DELETE FROM log WHERE sequence = 2')

    expect((await store.open('artefact/a')).damage).toEqual({ what: 'row', goodUntil: 1 })
  })

  test('goes back to the base before when the newest was changed', async () => {
    const directory = newDirectory()
    const store = await sqliteStore(directory)
    const one = rowsOf('artefact/a', ['one'])
    const two = rowsOf('artefact/a', ['two'], one.at(-1))
    const three = rowsOf('artefact/a', ['three'], two.at(-1))
    await store.append(one)
    await store.replaceBase('artefact/a', baseOf(one, 1))
    await store.append(two)
    await store.replaceBase('artefact/a', baseOf(two, 2))
    await store.append(three)
    damage(directory, `UPDATE base SET state = x'00' WHERE generation = 2`)

    const stored = await store.open('artefact/a')
    expect(stored.base).toMatchObject({ generation: 1, sequence: 1 })
    expect(stored.tail).toEqual([])
    expect(stored.damage).toEqual({ what: 'base', goodUntil: 1 })
  })

  test('fails in a fraction of a second while another process holds the lock, and works again afterwards', async () => {
    const directory = newDirectory()
    const store = await sqliteStore(directory)
    const rows = rowsOf('artefact/a', ['one'])
    const other = new Sqlite(path.join(directory, 'collab.db'))
    cleaning.push(() => void other.close())
    other.exec('BEGIN IMMEDIATE')

    await expect(store.append(rows)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    other.exec('ROLLBACK')
    await store.append(rows)
    expect(texts((await store.open('artefact/a')).tail)).toEqual(['one'])
  })

  test('of a newer program is left alone', async () => {
    const directory = newDirectory()
    await (await sqliteStore(directory)).close()
    damage(directory, 'PRAGMA user_version = 99')

    await expect(sqliteStore(directory)).rejects.toThrow('newer program')
  })
})

function damage(directory: string, sql: string): void {
  const database = new Sqlite(path.join(directory, 'collab.db'))
  database.exec(sql)
  database.close()
}
