import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../../support/chromium'
import type { HttpBrowser } from '../../support/workshop/http-browser'

declare global {
  interface Window {
    /** Of each key: milliseconds from its event until what it wrote was painted. */
    keyTimes: number[]
  }
}

/** A real Chromium in which somebody opens the agreement and types. */
export class Writer {
  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {}

  static async open({ baseUrl, cookie }: HttpBrowser): Promise<Writer> {
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags })
    const context = await browser.newContext({ baseURL: baseUrl, locale: 'fi-FI', viewport: { width: 1280, height: 800 } })
    const cookies = cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: baseUrl }
    })
    await context.addCookies(cookies)
    return new Writer(browser, context)
  }

  /** Milliseconds until all clauses can be read, and until one can write in them. */
  async openAgreement(id: string, clauses: number): Promise<{ read: number; write: number; page: Page }> {
    const page = await this.context.newPage()
    const since = performance.now()
    await page.goto(`/artefacts/${id}`, { waitUntil: 'commit' })
    const count = (selector: string) => page.waitForFunction(
      ([sought, wanted]) => document.querySelectorAll(sought).length >= wanted,
      [selector, clauses] as const,
      { polling: 'raf', timeout: 60_000 },
    )
    await count('[data-clause]')
    const read = performance.now() - since
    await count('.ProseMirror [data-clause]')
    return { read, write: performance.now() - since, page }
  }

  /**
   * Types in the middle of the agreement, as fast as a quick typist. Answers milliseconds of each key until it was painted,
   * and how many the page's main thread worked for each on average: that is the same on a busy machine.
   */
  async type(page: Page, clause: string, words: string): Promise<{ painted: number[]; worked: number }> {
    await page.evaluate(() => {
      const isListening = 'keyTimes' in window
      window.keyTimes = []
      if (isListening) return
      document.addEventListener('keydown', ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // A task after a frame has begun runs when that frame has been painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      }, { capture: true })
    })
    await page.locator(`.ProseMirror [data-clause="${clause}"] > p`).first().click({ position: { x: 200, y: 10 } })
    // Counted from when it is asked for.
    const devtools = await this.context.newCDPSession(page)
    await devtools.send('Performance.enable')
    const before = await workedOf(devtools)
    await page.keyboard.type(words, { delay: 110 })
    const worked = (await workedOf(devtools)) - before
    await devtools.detach()
    return { painted: await page.evaluate(() => window.keyTimes), worked: worked / words.length }
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}

/** Processor time of the page's main thread so far, in milliseconds. */
async function workedOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1_000
}
