import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase, type Database, type DatabaseOptions } from '../../../prisma/client.server'
import { migrate } from '../../../server/setup/migrate'
import { migrationsDirectory } from '../../../server/setup/project-paths'
import { temporaryDirectory } from './temporary-directory'

async function freshDatabase(options: DatabaseOptions = {}): Promise<{ file: string; database: Database }> {
  const directory = temporaryDirectory()
  const file = path.join(directory, 'tahto.db')
  migrate({ databaseFile: file, migrationsDirectory, backupsDirectory: directory })
  const database = await openDatabase(file, options)
  onTestFinished(() => database.close())
  return { file, database }
}

describe('the database', () => {
  it('has the settings that keep work safe on the very connection that is used', async () => {
    const { database } = await freshDatabase()
    const read = async (pragma: string) => {
      const rows = await database.client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`)
      return Object.values(rows[0] ?? {}).map(String)[0]
    }
    expect(await read('journal_mode')).toBe('wal')
    expect(await read('synchronous')).toBe('2')
    expect(await read('foreign_keys')).toBe('1')
    expect(await read('busy_timeout')).toBe('200')
    expect(await read('trusted_schema')).toBe('0')
    expect(await read('secure_delete')).toBe('1')
  })

  it('refuses to open without write-ahead logging, in one line', async () => {
    await expect(openDatabase(':memory:')).rejects.toThrow(/does not take the setting journal_mode = WAL/)
  })

  it('says which file is missing or no database, in one line', async () => {
    const directory = temporaryDirectory()
    const missing = path.join(directory, 'missing.db')
    await expect(openDatabase(missing)).rejects.toThrow(`The database ${missing} cannot be opened`)
    const other = path.join(directory, 'other.db')
    writeFileSync(other, 'no database '.repeat(200))
    await expect(openDatabase(other)).rejects.toThrow(`The database ${other} cannot be opened: file is not a database`)
  })

  it('says that it can be written when it can', async () => {
    const { database } = await freshDatabase()
    expect(await database.writable()).toBe(true)
  })

  it('says that it cannot be written while another program holds it', async () => {
    const { file, database } = await freshDatabase()
    const other = new Sqlite(file)
    onTestFinished(() => {
      other.close()
    })
    other.exec('BEGIN IMMEDIATE')
    expect(await database.writable()).toBe(false)
  })

  // Trust case F8.
  it('is freed of a transaction that was left open, which is told, and then written as before', async () => {
    const told: string[] = []
    const { file, database } = await freshDatabase({ reconnected: () => told.push('reconnected') })
    await database.client.$executeRawUnsafe('BEGIN')
    await database.client.$executeRawUnsafe(`INSERT INTO "Project" (id, name) VALUES ('p0', 'Katoaa')`)
    expect(await database.writable()).toBe(true)
    expect(told).toEqual(['reconnected'])
    await database.client.$transaction([database.client.project.create({ data: { id: 'p1', name: 'Hanke' } })])
    const other = new Sqlite(file, { readonly: true })
    onTestFinished(() => {
      other.close()
    })
    expect(other.prepare('SELECT id FROM "Project"').pluck().all()).toEqual(['p1'])
    expect(await database.client.$queryRawUnsafe('PRAGMA synchronous')).toEqual([{ synchronous: 2n }])
  })

  // Trust case F8: what is written goes where nobody else finds it.
  it('asks for another process when connecting anew does not help', async () => {
    const told: string[] = []
    const { file, database } = await freshDatabase({
      watchEvery: 20, reconnected: () => told.push('reconnected'), beyondHelp: () => told.push('beyond help'),
    })
    copyFileSync(file, `${file}.copy`)
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`)
    renameSync(`${file}.copy`, file)
    vi.spyOn(database.client, '$disconnect').mockResolvedValue()
    await expect.poll(() => told, { timeout: 15_000 }).toContain('beyond help')
    vi.restoreAllMocks()
    expect(told.filter((what) => what === 'reconnected')).toHaveLength(3)
    expect(await database.writable()).toBe(false)
  })

  it('keeps its write-ahead log short while nobody reads for long', async () => {
    const { file, database } = await freshDatabase({ watchEvery: 20 })
    for (let number = 0; number < 100; number += 1) {
      await database.client.project.create({ data: { id: `p${number}`, name: 'Hanke' } })
    }
    await expect.poll(() => statSync(`${file}-wal`).size, { timeout: 10_000 }).toBeLessThan(64 * 1024)
  })

  it('gives many who ask at once one answer, for one write', async () => {
    const { database } = await freshDatabase()
    const before = await userVersion(database)
    const answers = await Promise.all(Array.from({ length: 100 }, () => database.writable()))
    const after = await userVersion(database)
    await database.writable()
    expect(new Set(answers)).toEqual(new Set([true]))
    expect(after).not.toBe(before)
    expect(await userVersion(database)).toBe(after)
  })
})

async function userVersion(database: Database): Promise<number> {
  const rows = await database.client.$queryRawUnsafe<{ user_version: number | bigint }[]>('PRAGMA user_version')
  return Number(rows[0]?.user_version)
}
