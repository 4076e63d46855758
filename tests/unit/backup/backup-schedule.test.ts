import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startBackupSchedule, type BackupSchedule } from '../../../server/backup/backup-schedule'
import { listBackups } from '../../../server/backup/backup-folder'
import { checkBackup } from '../../../server/backup/check-backup'
import { migrationsDirectory } from '../../../server/setup/project-paths'
import { testWorkers } from '../../support/sync/workers'
import { fillDataDirectory } from '../../support/used-data'
import { temporaryDirectory } from '../setup/temporary-directory'

interface Running extends BackupSchedule {
  dataDirectory: string
  backupsDirectory: string
  log: string[]
}

async function running(every: number): Promise<Running> {
  const dataDirectory = path.join(temporaryDirectory(), 'data')
  const backupsDirectory = path.join(temporaryDirectory(), 'backups')
  fillDataDirectory(dataDirectory)
  const log: string[] = []
  const schedule = startBackupSchedule({
    dataDirectory,
    backupsDirectory,
    every,
    keep: { newest: 2, days: 0 },
    workersDirectory: await testWorkers(),
    log: {
      info: (event) => log.push(event),
      warn: (event) => log.push(event),
      error: (event, cause) => log.push(`${event}: ${String(cause)}`),
    },
  })
  onTestFinished(() => schedule.close())
  return { ...schedule, figures: () => schedule.figures(), close: () => schedule.close(), dataDirectory, backupsDirectory, log }
}

it('while a server runs, backups are made one after the other, and only the newest are kept', async () => {
  const it = await running(20)
  await expect.poll(() => it.figures().made, { timeout: 15_000 }).toBeGreaterThanOrEqual(3)
  await it.close()
  const backups = listBackups(it.backupsDirectory)
  expect(backups).toHaveLength(2)
  for (const { folder } of backups) expect(() => checkBackup(folder, migrationsDirectory)).not.toThrow()
  expect(it.figures()).toMatchObject({ failed: 0, damaged: false, lastBytes: expect.any(Number) })
  expect(it.figures().lastSuccess).toBeGreaterThan(Date.now() / 1000 - 60)
})

it('a failure is told loudly and counted, and the next one is tried', async () => {
  const it = await running(20)
  rmSync(it.backupsDirectory, { recursive: true, force: true })
  writeFileSync(it.backupsDirectory, 'a file where the folder should be')
  await expect.poll(() => it.figures().failed, { timeout: 15_000 }).toBeGreaterThan(0)
  expect(it.log[0]).toMatch(/^backup.failed: The backup could not be made: /)
  rmSync(it.backupsDirectory)
  await expect.poll(() => it.figures().made, { timeout: 15_000 }).toBeGreaterThan(0)
})

it('without automatic backups none is made', async () => {
  const it = await running(0)
  await it.close()
  expect(it.figures()).toMatchObject({ made: 0, failed: 0, lastSuccess: 0 })
})

it('a server that starts again knows of the backups made before', async () => {
  const first = await running(20)
  await expect.poll(() => first.figures().made, { timeout: 15_000 }).toBeGreaterThan(0)
  await first.close()
  const again = startBackupSchedule({
    ...first, every: 3_600_000, keep: { newest: 2, days: 0 }, workersDirectory: await testWorkers(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  onTestFinished(() => again.close())
  expect(again.figures()).toMatchObject({ made: 0, lastSuccess: expect.closeTo(first.figures().lastSuccess, -1) })
})
