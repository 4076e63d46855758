import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { versionHash } from '../../app/versions/version-hash.server'
import { firstMark, nextMark } from '../../server/persistence/marks'
import { LogDatabase } from '../../server/persistence/log-database'
import { migrate } from '../../server/setup/migrate'
import { migrationsDirectory } from '../../server/setup/project-paths'

/** A data directory in use: a project with so many artefacts, each with edits and a version, and an uploaded file. */
export function fillDataDirectory(dataDirectory: string, artefacts = 3): void {
  const databaseFile = path.join(dataDirectory, 'tahto.db')
  migrate({ databaseFile, migrationsDirectory, backupsDirectory: path.join(dataDirectory, 'backups') })
  const database = new Sqlite(databaseFile)
  database.pragma('journal_mode = WAL')
  database.prepare(`INSERT INTO "Project" (id, name) VALUES ('p1', 'Yhteinen hanke')`).run()
  const log = new LogDatabase(path.join(dataDirectory, 'collab.db'))
  for (let number = 1; number <= artefacts; number += 1) {
    const id = `artefact${number}`
    addArtefact(database, id)
    log.open(`artefact/${id}`)
    appendEdits(log, id, ['one', 'two', 'three'])
  }
  log.close()
  database.close()
  mkdirSync(path.join(dataDirectory, 'uploads/ab'), { recursive: true })
  writeFileSync(path.join(dataDirectory, 'uploads/ab/map.png'), 'not really a picture')
  writeFileSync(path.join(dataDirectory, 'session-secret'), 'a secret only for tests, long enough\n')
}

function addArtefact(database: Sqlite.Database, id: string): void {
  database
    .prepare(`INSERT INTO "Artefact" (id, projectId, kind, title) VALUES (?, 'p1', 'agreement', ?)`)
    .run(id, `Sopimus ${id}`)
  const version = { kind: 'agreement', kindVersion: 1, title: `Sopimus ${id}`, content: { clauses: [id] } }
  const row = { ...version, id: `v-${id}`, artefactId: id, content: JSON.stringify(version.content), hash: versionHash(version) }
  database
    .prepare(
      `INSERT INTO "Version" (id, artefactId, number, name, kind, kindVersion, title, state, content, hash, sequence, takenByName)
       VALUES (@id, @artefactId, 1, 'Ensimmäinen', @kind, @kindVersion, @title, x'00', @content, @hash, 1, 'Vetäjä')`,
    )
    .run(row)
}

/** Edits of an artefact that has none yet: each text is written into it once. */
export function appendEdits(log: LogDatabase, id: string, texts: string[]): void {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const text of texts) doc.getMap('content').set(text, text)
  let [sequence, mark] = [0, firstMark]
  const rows = updates.map((update) => {
    sequence += 1
    mark = nextMark(mark, update)
    return { document: `artefact/${id}`, sequence, mark, update, at: 0, author: 'server' }
  })
  log.append(rows)
}
