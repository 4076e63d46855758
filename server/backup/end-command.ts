import { SettingsRefused } from '../env'
import { BackupError } from './backup-error'

/** Says on the terminal why a command could not do its work, a line a fault; exit code 1. */
export function endCommand(error: unknown): void {
  process.exitCode = 1
  if (error instanceof SettingsRefused) for (const line of error.lines) console.error(`✗ ${line}`)
  else if (error instanceof BackupError) console.error(`✗ ${error.message}`)
  else console.error(error)
}
