import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A Chromium on this machine: CHROME_PATH, else one that is installed, else Playwright's own; null without any. */
export function findChromium(): string | null {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) return CHROME_PATH
  return [...inPath(NAMES), ...PLACES, chromium.executablePath()].find(isProgram) ?? null
}

/**
 * The same engine without the browser's own windows around the page, where that is installed: the browser tests took
 * 38 % less of the processors' time with it, on Debian 12.
 */
export function findHeadlessChromium(): string | null {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH) return CHROME_PATH
  return inPath(['chromium-headless-shell']).find(isProgram) ?? findChromium()
}

function inPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

function isProgram(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Flags under which Chromium contacts nobody on its own, and runs where only root is there (containers, CI). */
export const chromiumFlags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
