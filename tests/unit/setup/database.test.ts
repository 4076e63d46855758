import { writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '../../../prisma/client.server'
import { migrate } from '../../../server/setup/migrate'
import { migrationsDirectory } from '../../../server/setup/project-paths'
import { temporaryDirectory } from './temporary-directory'

async function freshDatabase(): Promise<{ file: string; database: Database }> {
  const directory = temporaryDirectory()
  const file = path.join(directory, 'tahto.db')
  migrate({ databaseFile: file, migrationsDirectory, backupsDirectory: directory })
  const database = await openDatabase(file)
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

  it('says that it cannot be written when an earlier transaction was left open', async () => {
    const { database } = await freshDatabase()
    await database.client.$executeRawUnsafe('BEGIN')
    expect(await database.writable()).toBe(false)
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
