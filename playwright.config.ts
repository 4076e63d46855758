import { defineConfig } from '@playwright/test'
import { chromiumFlags, findHeadlessChromium } from './tests/support/chromium'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/first-start.ts',
  outputDir: 'build/test/e2e',
  // A test that passes only at the second try has failed.
  retries: 0,
  forbidOnly: true,
  workers: 2,
  // How long somebody would wait at most is not asked here: a machine that others use too must not fail a test.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    actionTimeout: 40_000,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    // What was done and asked. Pictures of each step, which are thrown away when it passes, take a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findHeadlessChromium() ?? undefined, args: chromiumFlags },
  },
})
