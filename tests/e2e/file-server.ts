import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type RunningServer } from '../support/running-server'

// How Playwright's workers learn of it: they inherit the environment.
const FOLDER = 'TAHTO_FIRST_START'

export function keepFirstStartIn(folder: string): void {
  process.env[FOLDER] = folder
}

/** Where the first start left its data, and the owner's cookies. */
export function afterFirstStart(): { data: string; ownerState: string } {
  const folder = process.env[FOLDER]
  if (!folder) throw new Error('The first start comes before the tests: run them by `npx playwright test`')
  return { data: join(folder, 'data'), ownerState: join(folder, 'owner.json') }
}

/** A worker's server: a new one, on a copy of the first start's data, for each file of tests. */
export class FileServer {
  private running: { file: string; server: RunningServer; folder: string } | undefined

  async serverOf(file: string): Promise<RunningServer> {
    if (this.running?.file === file) return this.running.server
    await this.stop()
    const folder = await mkdtemp(join(tmpdir(), 'tahto-e2e-'))
    await cp(afterFirstStart().data, folder, { recursive: true })
    const server = await startServer({ dataDirectory: folder })
    this.running = { file, server, folder }
    return server
  }

  async stop(): Promise<void> {
    const running = this.running
    this.running = undefined
    if (!running) return
    await running.server.stop()
    await rm(running.folder, { recursive: true, force: true })
  }
}
