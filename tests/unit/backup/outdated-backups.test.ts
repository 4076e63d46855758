import { describe, expect, it } from 'vitest'
import { outdatedBackups, type Backup } from '../../../server/backup/backup-folder'
import type { BackupReason } from '../../../server/backup/manifest'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-21T23:30:00Z')

function backup(hoursAgo: number, reason: BackupReason = 'automatic', damaged: string[] = []): Backup {
  const madeAt = new Date(NOW - hoursAgo * HOUR).toISOString()
  const name = `${hoursAgo} h, ${reason}`
  const manifest = {
    format: 1 as const, madeAt, reason, program: '0.1.0', migration: null, files: [], rows: {},
    damaged: { documents: damaged, versions: [] },
  }
  return { name, folder: `/backups/${name}`, manifest }
}

const kept = (backups: Backup[], newest: number, days: number) => {
  const outdated = new Set(outdatedBackups(backups, { newest, days }))
  return backups.filter((one) => !outdated.has(one)).map(({ name }) => name)
}

describe('of the automatic backups', () => {
  const hourly = Array.from({ length: 24 * 20 }, (_, hoursAgo) => backup(hoursAgo))

  it('the newest ones are kept', () => {
    expect(kept(hourly, 3, 0)).toEqual(['0 h, automatic', '1 h, automatic', '2 h, automatic'])
  })

  it('and the newest of each of the last days', () => {
    expect(kept(hourly, 2, 3)).toEqual(['0 h, automatic', '1 h, automatic', '24 h, automatic', '48 h, automatic'])
  })

  it('a day without a server costs no backup: days are counted that have one', () => {
    expect(kept([backup(0), backup(500), backup(1000)], 1, 3)).toHaveLength(3)
  })
})

it('what was made by hand is always kept, and five that were made before migrations', () => {
  const byHand = backup(9000, 'by-hand')
  const migrations = Array.from({ length: 7 }, (_, index) => backup(100 + index, 'before-migration'))
  expect(kept([backup(0), ...migrations, byHand], 1, 1)).toEqual([
    '0 h, automatic',
    ...migrations.slice(0, 5).map(({ name }) => name),
    byHand.name,
  ])
})

it('the newest in which nothing is damaged stays, however many damaged ones follow', () => {
  const damaged = Array.from({ length: 5 }, (_, hoursAgo) => backup(hoursAgo, 'automatic', ['artefact/a']))
  expect(kept([...damaged, backup(300), backup(301)], 2, 1)).toEqual(['0 h, automatic', '1 h, automatic', '300 h, automatic'])
})
