import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { BackupError } from './backup-error'
import { writeDurably } from './durable-files'

const MANIFEST = 'manifest.json'
/** Raised when an older program could not restore what a newer one writes. */
const FORMAT = 1

const reasons = ['automatic', 'by-hand', 'before-migration'] as const
export type BackupReason = (typeof reasons)[number]

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  reason: z.enum(reasons),
  /** The version of the program that made it. */
  program: z.string(),
  /** The newest migration of the database; null for one that has had none. */
  migration: z.string().nullable(),
  files: z.array(
    z.strictObject({
      // Below the backup, wherever it came from.
      path: z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\0\\]+$/),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** How many rows each table of each database has. */
  rows: z.record(z.string(), z.record(z.string(), z.number().int().nonnegative())),
  /** What was damaged already when the backup was made: names of documents, ids of versions. */
  damaged: z.strictObject({ documents: z.array(z.string()), versions: z.array(z.string()) }),
})

export type Manifest = z.infer<typeof manifestSchema>

export function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>): Manifest {
  const whole = { format: FORMAT, ...manifest } as const
  writeDurably(path.join(folder, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`)
  return whole
}

/** @throws BackupError when the folder is no backup, or one of a newer program. */
export function readManifest(folder: string): Manifest {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8'))
  } catch (error) {
    throw new BackupError(`${folder} is no backup: it has no ${MANIFEST} that can be read.`, { cause: error })
  }
  const { data: version } = z.object({ format: z.number() }).safeParse(json)
  if (version && version.format > FORMAT) {
    throw new BackupError(`${folder} was made by a newer program. Install that one first.`)
  }
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success) throw new BackupError(`${folder} is no backup: its ${MANIFEST} is damaged.`)
  return parsed.data
}

export function isUndamaged({ damaged }: Manifest): boolean {
  return damaged.documents.length === 0 && damaged.versions.length === 0
}
