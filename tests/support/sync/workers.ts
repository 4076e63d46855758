import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../../../server/setup/project-paths'

const made = new Map<1 | 2, Promise<string>>()

/**
 * A directory with `log.worker.js` and a `content.worker.js` that knows the kind `notes` in that version.
 * Within the project, so that what they import is found; gone when the process ends.
 */
export function testWorkers(notesVersion: 1 | 2 = 1): Promise<string> {
  const found = made.get(notesVersion)
  if (found) return found
  const directory = makeWorkers(notesVersion)
  made.set(notesVersion, directory)
  return directory
}

async function makeWorkers(notesVersion: 1 | 2): Promise<string> {
  const parent = path.join(projectRoot, 'build/test')
  mkdirSync(parent, { recursive: true })
  const directory = mkdtempSync(path.join(parent, 'workers-'))
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  await build({
    absWorkingDir: projectRoot,
    entryPoints: {
      'log.worker': 'server/persistence/log.worker.ts',
      'content.worker': 'tests/support/sync/notes-content.ts',
    },
    define: { NOTES_VERSION: String(notesVersion) },
    outdir: directory,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  return directory
}
