import { chromium, type Browser, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../../../support/chromium'

/** One real Chromium beside the sixty clients, with what somebody in it sees, and when. */
export class RealBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
  ) {}

  static async open(baseUrl: string): Promise<RealBrowser> {
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags })
    return new RealBrowser(browser, baseUrl)
  }

  /**
   * A newcomer with a fresh phone: link, who one is, first note, until it is saved. Milliseconds without the time that
   * a person takes to read and to type.
   */
  async firstNote(code: string, organisation: string): Promise<{ milliseconds: number; screens: number; page: Page }> {
    const context = await this.browser.newContext({ baseURL: this.baseUrl, locale: 'fi-FI', viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const screens = new Set<string>()
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) screens.add(new URL(frame.url()).pathname)
    })
    const started = performance.now()
    await page.goto(`/join/${code}`)
    await page.getByLabel('Nimi, joka näkyy muille').fill('Tulokas')
    await page.getByLabel('Organisaatio', { exact: true }).selectOption({ label: organisation })
    await page.getByRole('button', { name: 'Liity mukaan' }).click()
    await page.getByRole('textbox', { name: 'Uusi lappu' }).fill('Ensimmäinen ajatukseni')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: /^Tallennettu$/ }).waitFor()
    return { milliseconds: performance.now() - started, screens: screens.size, page }
  }

  /** Milliseconds from now until so many notes with the words are drawn on a page. */
  async shown(page: Page, words: string, count: number, since: number): Promise<number> {
    await page.waitForFunction(
      ([sought, wanted]) => document.body.innerText.split(sought).length > wanted,
      [words, count] as const,
      { polling: 'raf', timeout: 60_000 },
    )
    return performance.now() - since
  }

  /** A second page of the same person. */
  async board(page: Page, artefactId: string): Promise<Page> {
    const board = await page.context().newPage()
    await board.setViewportSize({ width: 1280, height: 800 })
    await board.goto(`/artefacts/${artefactId}`)
    await board.locator('.react-flow__node').first().waitFor()
    return board
  }

  close(): Promise<void> {
    return this.browser.close()
  }
}
