import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inDataDirectory } from './data-directory'

/** A restore ended half-way: part of the data is aside. The message says what to do. */
export class RestoreUnfinished extends Error {
  override name = 'RestoreUnfinished'
}

export function unfinishedRestoreMark(dataDirectory: string): string {
  return path.join(dataDirectory, inDataDirectory.unfinishedRestore)
}

/** A server that started now would find nothing, and begin anew beside people's work. @throws RestoreUnfinished */
export function refuseUnfinishedRestore(dataDirectory: string): void {
  if (!existsSync(unfinishedRestoreMark(dataDirectory))) return
  throw new RestoreUnfinished(
    `A restore of ${dataDirectory} was cut short, and part of the data stands aside there. Run npm run restore again.`,
  )
}

export function forgetUnfinishedRestore(dataDirectory: string): void {
  rmSync(unfinishedRestoreMark(dataDirectory), { force: true })
}
