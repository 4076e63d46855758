import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, findHeadlessChromium } from '../support/chromium'
import { startServer } from '../support/running-server'
import { afterFirstStart, keepFirstStartIn } from './file-server'
import { becomeOwner, newBrowser } from './product'

/**
 * Starts the product once and makes its owner, before the first test. Every file of tests goes on with a copy of the
 * folder: what one file does to the example project is not there in another. Answers what clears it away.
 */
export default async function firstStart(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tahto-first-start-'))
  keepFirstStartIn(folder)
  const { data, ownerState } = afterFirstStart()
  const server = await startServer({ dataDirectory: data })
  const browser = await chromium.launch({ executablePath: findHeadlessChromium() ?? undefined, args: chromiumFlags })
  const context = await newBrowser(browser, server)
  await becomeOwner(await context.newPage(), server)
  await context.storageState({ path: ownerState })
  await browser.close()
  await server.stop()
  return () => rm(folder, { recursive: true, force: true })
}
