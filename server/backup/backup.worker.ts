import { setPriority } from 'node:os'
import { BackupError } from './backup-error'
import type { BackupAnswer, BackupJob } from './backup-messages'
import { makeBackup } from './make-backup'
import { isUndamaged } from './manifest'

// Where processors are few, people's edits come first.
setPriority(10)
process.umask(0o077)
// The server ends this process itself; a key pressed in its terminal does not.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

process.once('message', (job: BackupJob) => {
  process.send?.(carryOut(job), () => process.exit())
})

function carryOut(job: BackupJob): BackupAnswer {
  try {
    const { name, bytes, manifest, removed } = makeBackup(job)
    return { ok: true, name, bytes, damaged: !isUndamaged(manifest), removed: removed.length }
  } catch (error) {
    const message = error instanceof BackupError ? error.message : String(error)
    return { ok: false, message }
  }
}
