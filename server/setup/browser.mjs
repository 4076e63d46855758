import { existsSync } from 'node:fs'
import { root, run, say, SetupFailed } from './steps.mjs'

const MISSING =
  'No Chromium was found. Install one (Debian: apt-get install chromium), or set CHROME_PATH to a Chrome or Chromium.'

/** Finds a Chromium for the end-to-end tests, or installs Debian's where that is allowed. */
export async function browser() {
  const found = await find()
  if (found) {
    say(`  ${found}`)
    return
  }
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!mayInstall) throw new SetupFailed(MISSING)
  say('  none is there: installing Debian’s')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const failure = `${MISSING} Installing it here failed.`
  await run({ name: 'apt-update', command: 'apt-get', args: ['update'], env, failure })
  await run({ name: 'apt-chromium', command: 'apt-get', args: ['install', '-y', 'chromium'], env, failure })
  if (!(await find())) throw new SetupFailed(MISSING)
}

async function find() {
  const { tsImport } = await import('tsx/esm/api')
  const { findChromium } = await tsImport('./tests/support/chromium.ts', `file://${root}/`)
  return findChromium()
}
