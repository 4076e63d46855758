import { existsSync } from 'node:fs'
import path from 'node:path'
import { readDataSettings } from '../env'
import { migrationsDirectory } from '../setup/project-paths'
import { BackupError } from './backup-error'
import { listBackups, type Backup } from './backup-folder'
import { endCommand } from './end-command'
import type { Manifest } from './manifest'
import { restoreBackup } from './restore-backup'

// `npm run restore -- FOLDER_OR_NAME`; without one it says which there are.
process.umask(0o077)
try {
  const { dataDirectory, backups } = readDataSettings(process.env)
  const [wanted] = process.argv.slice(2)
  if (!wanted) sayWhichThereAre(backups.directory)
  else restore(folderOf(wanted, backups.directory), dataDirectory)
} catch (error) {
  endCommand(error)
}

function restore(backup: string, dataDirectory: string): void {
  const { manifest, documents, aside } = restoreBackup({
    backup,
    dataDirectory,
    migrationsDirectory,
    report: (line) => console.log(`• ${line}`),
  })
  console.log(`✓ ${dataDirectory} is as it was at ${manifest.madeAt} (${contentsIn(manifest)}).`)
  if (aside) console.log(`  What was there is in ${aside}. It is never deleted: do so when it is no longer needed.`)
  console.log(`  ${documents} live documents begin a new history: whoever has newer work open in a browser keeps it`)
  console.log('  apart, and is asked what to do with it. Nothing merges by itself.')
  for (const damaged of [...manifest.damaged.documents, ...manifest.damaged.versions]) {
    console.log(`  ${damaged} was damaged already when the backup was made.`)
  }
  console.log('Next: npm start, sign in, and look at a project and its latest version. Then tell people.')
}

/** A name among the backups, or any folder. */
function folderOf(wanted: string, backupsDirectory: string): string {
  const named = path.join(backupsDirectory, path.basename(wanted))
  const folder = [path.resolve(wanted), named].find((place) => existsSync(place))
  if (folder) return folder
  throw new BackupError(`There is no backup ${wanted}: neither such a folder nor that name in ${backupsDirectory}.`)
}

function sayWhichThereAre(backupsDirectory: string): void {
  const found = listBackups(backupsDirectory)
  if (found.length === 0) throw new BackupError(`There are no backups in ${backupsDirectory}. Give the folder of one.`)
  console.log(`Say which, as in: npm run restore -- ${found[0]?.name}\n`)
  for (const backup of found) console.log(lineFor(backup))
  process.exitCode = 1
}

function lineFor({ name, manifest }: Backup): string {
  return `  ${name}  ${contentsIn(manifest)}`
}

function contentsIn({ rows, damaged }: Manifest): string {
  const rowsOf = (table: string) => Object.values(rows).find((tables) => table in tables)?.[table] ?? 0
  const spoilt = damaged.documents.length + damaged.versions.length
  const said = [`${rowsOf('Artefact')} artefacts`, `${rowsOf('Version')} versions`, `${rowsOf('User')} accounts`]
  return [...said, ...(spoilt > 0 ? [`${spoilt} damaged`] : [])].join(', ')
}
