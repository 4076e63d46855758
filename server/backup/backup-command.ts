import { readDataSettings } from '../env'
import { endCommand } from './end-command'
import { megabytes } from './free-space'
import { makeBackup } from './make-backup'
import { isUndamaged } from './manifest'

// `npm run backup`: makes one now. Kept until somebody deletes it.
process.umask(0o077)
try {
  const { dataDirectory, backups } = readDataSettings(process.env)
  const { keep, directory: backupsDirectory } = backups
  const made = makeBackup({ dataDirectory, backupsDirectory, keep, reason: 'by-hand' })
  console.log(`✓ ${made.folder}`)
  console.log(`  ${megabytes(made.bytes)} in ${made.manifest.files.length} files, opened and looked through`)
  if (!isUndamaged(made.manifest)) {
    const { documents, versions } = made.manifest.damaged
    console.error(`✗ Damaged already before it was copied: ${[...documents, ...versions].join(', ')}`)
    process.exitCode = 1
  }
} catch (error) {
  endCommand(error)
}
