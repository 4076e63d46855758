import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { auditRecords } from '../../../server/audit/audit-records'
import { makeBackup } from '../../../server/backup/make-backup'
import { restoreBackup } from '../../../server/backup/restore-backup'
import { migrationsDirectory } from '../../../server/setup/project-paths'
import { decidedDatabase } from '../../support/records/decided-database'
import { temporaryDirectory } from '../setup/temporary-directory'

describe('a restored backup', () => {
  it('holds every decision in its chain, and lets nobody change one', async () => {
    const dataDirectory = path.join(temporaryDirectory(), 'data')
    const fresh = path.join(temporaryDirectory(), 'fresh')
    mkdirSync(dataDirectory)
    mkdirSync(fresh)
    await decidedDatabase(path.join(dataDirectory, 'tahto.db'), 1)
    const { folder } = makeBackup({ dataDirectory, backupsDirectory: path.join(dataDirectory, 'backups'), reason: 'by-hand' })
    restoreBackup({ backup: folder, dataDirectory: fresh, migrationsDirectory })
    const database = new Sqlite(path.join(fresh, 'tahto.db'))
    expect(auditRecords(database)).toEqual({ records: 5, versions: 2, extracts: 1, faults: [] })
    const without = (damage: string) => {
      database.exec('BEGIN')
      database.pragma('defer_foreign_keys = ON')
      database.exec(damage)
      const { faults } = auditRecords(database)
      database.exec('ROLLBACK')
      return faults
    }
    // Damaged where no trigger stands before it: told, and the rest is looked through all the same.
    expect(without(`UPDATE "AuditEntry" SET detail = '{"rec' WHERE action = 'version.decided' AND id = (SELECT max(id) FROM "AuditEntry" WHERE action = 'version.decided')`)).toEqual([
      'What the audit wrote down of a decision cannot be read',
    ])
    expect(without(`DROP TRIGGER "ApprovalRecord_never_deleted"; DELETE FROM "ApprovalRecord" WHERE number = 5`)).toContain('Record 5 is gone')
    expect(without(`UPDATE "CirculationParty" SET asked = '{'`)).toEqual([])
    expect(() => database.exec(`UPDATE "ApprovalRecord" SET words = 'x'`)).toThrow('never changed')
    expect(() => database.exec('DELETE FROM "Extract"')).toThrow('never deleted')
    database.close()
  })
})
