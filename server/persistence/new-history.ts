import Sqlite from 'better-sqlite3'
import { newId } from '../../app/lib/id'

/**
 * Names the history of every document in an edit log anew. Positions hold the name too, so whoever remembers what
 * came after this copy was made is told that it is another history, and nothing is merged or taken for known.
 * The file must not be in use. Returns how many documents there are.
 */
export function nameHistoriesAnew(file: string): number {
  const database = new Sqlite(file, { fileMustExist: true })
  try {
    database.pragma('synchronous = FULL')
    return database
      .transaction(() => {
        const rename = database.prepare('UPDATE document SET epoch = ? WHERE name = ?')
        const names = database.prepare<[], string>('SELECT name FROM document').pluck().all()
        for (const name of names) rename.run(newId(), name)
        return names.length
      })
      .immediate()
  } finally {
    database.close()
  }
}
