import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { DatabaseRefused } from '../../prisma/client.server'
import { BackupError } from '../backup/backup-error'
import { SettingsRefused } from '../env'
import { CannotListen } from './listen'
import { MigrationRefused } from './migrations'
import { DataDirectoryTaken } from './one-server'
import { projectRoot } from './project-paths'
import { RestoreUnfinished } from './unfinished-restore'

const EXPLAINED = [DatabaseRefused, CannotListen, MigrationRefused, DataDirectoryTaken, RestoreUnfinished, BackupError]

/** Prints why the server did not start, in one line a fault; what a line cannot tell goes to a log. */
export function explainFailedStart(error: unknown): void {
  if (error instanceof SettingsRefused) {
    for (const line of error.lines) console.error(`✗ ${line}`)
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  if (EXPLAINED.some((kind) => error instanceof kind)) {
    console.error(`✗ ${message}`)
    return
  }
  console.error(`✗ The server could not start: ${message.split('\n')[0]}`)
  const log = path.join(projectRoot, 'build/log/server-start.log')
  mkdirSync(path.dirname(log), { recursive: true })
  writeFileSync(log, inspect(error, { depth: 5 }))
  console.error(`  The whole error is in ${log}`)
}
