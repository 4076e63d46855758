import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import { projectRoot } from '../../../server/setup/project-paths'

/** What the content worker knows: the kind `notes` in a version, or the kinds that people have. */
export type WorkerKinds = 'notes-1' | 'notes-2' | 'real'

const made = new Map<WorkerKinds, Promise<string>>()

/**
 * A directory with `log.worker.js` and a `content.worker.js` that knows those kinds, as the build makes them,
 * and a whole server to be forked.
 * Within the project, so that what they import is found.
 */
export function testWorkers(kinds: WorkerKinds = 'notes-1'): Promise<string> {
  const found = made.get(kinds)
  if (found) return found
  const directory = makeWorkers(kinds)
  made.set(kinds, directory)
  return directory
}

async function makeWorkers(kinds: WorkerKinds): Promise<string> {
  const parent = path.join(projectRoot, 'build/test')
  const directory = path.join(parent, `${process.pid}-${kinds}`)
  mkdirSync(directory, { recursive: true })
  removeLeftBehind(parent)
  const content = kinds === 'real' ? 'server/sync/content.worker.ts' : 'tests/support/sync/notes-content.ts'
  await build({
    ...(await optionsOfTheBuild(path.relative(projectRoot, directory))),
    entryPoints: {
      'log.worker': 'server/persistence/log.worker.ts',
      'backup.worker': 'server/backup/backup.worker.ts',
      'content.worker': content,
      'forked-server': 'tests/support/sync/forked-server.ts',
    },
    define: { NOTES_VERSION: kinds === 'notes-2' ? '2' : '1' },
    logLevel: 'error',
  })
  return directory
}

/** Test processes are ended from outside, so each clears up after those that are gone. */
function removeLeftBehind(parent: string): void {
  for (const name of readdirSync(parent)) {
    // What browsers leave of a failed test stands here too.
    if (/^\d+-/.test(name) && !isRunning(Number.parseInt(name, 10))) rmSync(path.join(parent, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function optionsOfTheBuild(directory: string): Promise<BuildOptions> {
  const script = pathToFileURL(path.join(projectRoot, 'server/setup/build.mjs')).href
  const { bundleOptions } = (await import(script)) as { bundleOptions(directory: string): BuildOptions }
  return bundleOptions(directory)
}
