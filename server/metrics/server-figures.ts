import { statSync } from 'node:fs'
import path from 'node:path'
import type { BackupFigures } from '../backup/backup-schedule'
import { inDataDirectory } from '../setup/data-directory'
import { counter, gauge, type MetricFamily } from './family'

/** What the process, its files and its backups tell; what the rooms tell stands beside it. */
export function serverFigures(
  dataDirectory: string,
  backups: Readonly<BackupFigures>,
  eventLoopP99: number,
): MetricFamily[] {
  return [...processFigures(eventLoopP99), ...fileFigures(dataDirectory), ...backupFigures(backups)]
}

function processFigures(eventLoopP99: number): MetricFamily[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    gauge('event_loop_p99_seconds', 'How long the event loop made others wait: 99 of 100 turns below.', eventLoopP99 / 1000),
    gauge('memory_resident_bytes', 'Memory of the process.', rss),
    gauge('memory_heap_bytes', 'Memory of its JavaScript values.', heapUsed),
    gauge('memory_external_bytes', 'Memory of its buffers.', external),
    counter('cpu_seconds_total', 'Processor time.', (user + system) / 1e6),
    gauge('uptime_seconds', 'Since the start.', process.uptime()),
  ]
}

function fileFigures(dataDirectory: string): MetricFamily[] {
  const { database, editLog } = inDataDirectory
  const sizes = (ending: string) =>
    [database, editLog].map((file) => ({
      labels: { file },
      value: statSync(path.join(dataDirectory, `${file}${ending}`), { throwIfNoEntry: false })?.size ?? 0,
    }))
  return [
    gauge('database_bytes', 'Size of each database file.', sizes('')),
    gauge('write_ahead_log_bytes', 'Size of each write-ahead log: it grows while somebody reads for long.', sizes('-wal')),
  ]
}

function backupFigures({ made, failed, lastSuccess, lastSeconds, lastBytes, damaged }: Readonly<BackupFigures>): MetricFamily[] {
  return [
    counter('backups_total', 'Automatic backups made since the start.', made),
    counter('failed_backups_total', 'Automatic backups that could not be made since the start.', failed),
    gauge('backup_last_success_timestamp_seconds', 'When the newest backup was made; 0 when there is none.', lastSuccess),
    gauge('backup_last_duration_seconds', 'How long the last automatic one took.', lastSeconds),
    gauge('backup_last_bytes', 'How large it was.', lastBytes),
    gauge('backup_holds_damage', '1 when it holds something that was damaged already.', damaged ? 1 : 0),
  ]
}
