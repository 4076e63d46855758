import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { inDataDirectory } from './data-directory'

export class DataDirectoryTaken extends Error {
  override name = 'DataDirectoryTaken'
}

/**
 * Makes sure that one server at a time works on a data directory: what is edited live is held in one
 * process. The operating system lets go of the lock when that process ends, however it ends.
 * @returns lets go of it.
 * @throws DataDirectoryTaken
 */
export function takeDataDirectory(dataDirectory: string): () => void {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const lock = new Sqlite(path.join(dataDirectory, inDataDirectory.lock), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new DataDirectoryTaken(
      `Another server is running on ${dataDirectory}. Stop it, or give this one another DATA_DIR.`,
      { cause: error },
    )
  }
  return () => lock.close()
}
