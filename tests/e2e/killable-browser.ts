import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../support/chromium'
import type { RunningServer } from '../support/running-server'
import { signIn } from './product'

/** A browser with a profile on disk, as people have one; Playwright's own keeps everything in memory. */
export interface KillableBrowser {
  page: Page
  profile: string
  /** A new session each time: a browser that is killed may not have written its cookies yet. */
  signIn(server: RunningServer): Promise<void>
  /** As a crash would. The profile stays. */
  kill(): Promise<void>
}

/** `profile`: of an earlier one, to go on with what it kept. */
export async function startBrowser(profile?: string): Promise<KillableBrowser> {
  const executable = findChromium()
  if (!executable) throw new Error('This test needs a Chromium: set CHROME_PATH, or install one')
  const directory = profile ?? (await mkdtemp(join(tmpdir(), 'tahto-profile-')))
  const child = spawn(
    executable,
    ['--headless=new', '--remote-debugging-port=0', '--no-first-run', '--accept-lang=fi-FI,fi', `--user-data-dir=${directory}`, ...chromiumFlags, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  // A test that fails does not get to ending it.
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endpoint = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The browser did not start:\n${printed}`)))
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browser.contexts()[0]
  if (!context) throw new Error('The browser has no window')
  const page = await context.newPage()
  return {
    page,
    profile: directory,
    signIn: async (server) => {
      await context.clearCookies()
      await signIn(page, server.baseUrl)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      await browser.close().catch(() => undefined)
    },
  }
}
