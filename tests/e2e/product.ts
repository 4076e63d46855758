import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { startServer, type RunningServer } from '../support/running-server'
import { afterFirstStart, FileServer } from './file-server'

/** The three artefacts of the example project, as people see them. */
export const artefacts = {
  model: 'Alueellinen yhteistyömalli',
  blueprint: 'Työnhakijan palvelupolku',
  agreement: 'Kumppanuussopimus',
} as const

export const ownerPassword = 'pitkä ja helppo muistaa'
export const ownerEmail = 'omistaja@esimerkki.fi'


/** One running server a file, with the example project as it is at first; each test gets its own browsers. */
export const test = base.extend<{ server: RunningServer; ownerState: OwnerState; owner: Page }, { files: FileServer; ownerlessServer: RunningServer }>({
  files: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names it needs from this pattern
    async ({}, use) => {
      const files = new FileServer()
      await use(files)
      await files.stop()
    },
    { scope: 'worker' },
  ],
  /** Another one, for tests that bring an owner and a project of their own. */
  ownerlessServer: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names it needs from this pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  server: async ({ files }, use, { file }) => use(await files.serverOf(file)),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names it needs from this pattern
  ownerState: async ({}, use) => use(afterFirstStart().ownerState),
  owner: async ({ browser, server, ownerState }, use) => {
    const context = await newBrowser(browser, server, { storageState: ownerState })
    await use(await context.newPage())
    await context.close()
  },
})

/** The file with the owner's cookies. */
type OwnerState = string

export { expect }

type ContextOptions = Parameters<Browser['newContext']>[0]

/** A browser of somebody's own: no cookies, nothing stored. */
export function newBrowser(browser: Browser, server: RunningServer, options: ContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: server.baseUrl,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
}

export async function becomeOwner(page: Page, server: RunningServer): Promise<void> {
  if (!server.ownerLink) throw new Error(`No owner link was printed:\n${server.output()}`)
  await page.goto(server.ownerLink)
  await page.getByLabel('Nimi').fill('Omistaja')
  await page.getByLabel('Sähköposti').fill(ownerEmail)
  await page.getByLabel('Uusi salasana').fill(ownerPassword)
  await page.getByRole('button', { name: 'Luo omistajan tili' }).click()
  // Not an expectation: those wait for five seconds only where no test runs yet.
  await page.getByRole('heading', { name: 'Tahtotilasta tulokseen', level: 1 }).waitFor({ timeout: 60_000 })
}

export async function openProject(page: Page): Promise<void> {
  await page.goto('/')
  const heading = page.getByRole('heading', { name: 'Tahtotilasta tulokseen' })
  await expect(heading.first()).toBeVisible()
  if (!/\/projects\//.test(page.url())) await page.getByRole('link', { name: /Tahtotilasta tulokseen/ }).first().click()
  await expect(page.getByRole('heading', { name: 'Tahtotilasta tulokseen', level: 1 })).toBeVisible()
}

/** Opens an artefact from the project's front page, or from a guest's workshop, and waits until it is live. */
export async function openArtefact(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: new RegExp(`^${title}`) }).first().click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expectSaved(page)
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Tallennettu$/ })).toBeVisible()
}

/** A workshop on all three artefacts with its door open. Answers its code. */
export async function openWorkshop(owner: Page, title: string): Promise<string> {
  await openProject(owner)
  await owner.getByRole('link', { name: 'Suunnittele työpaja' }).first().click()
  await owner.getByLabel('Työpajan nimi').fill(title)
  for (const name of Object.values(artefacts)) await owner.getByRole('checkbox', { name }).check()
  await owner.getByRole('button', { name: 'Luo työpaja' }).click()
  return openDoor(owner)
}

/** Opens the door on a workshop's page. Answers its code. */
export async function openDoor(owner: Page): Promise<string> {
  await owner.getByRole('button', { name: 'Avaa ovi' }).click()
  await expect(owner.getByText('Ovi on auki', { exact: true })).toBeVisible()
  const link = await owner.getByRole('img', { name: /QR-koodi/ }).getAttribute('aria-label')
  const code = /\/join\/([A-Z0-9]{6})/.exec(link ?? '')?.[1]
  if (!code) throw new Error(`The workshop shows no code: ${link}`)
  return code
}

/** Joins by typing the code on the front page, as somebody in the room would. */
export async function joinByCode(guest: Page, code: string, name: string, organisation: string): Promise<void> {
  await guest.goto('/')
  await guest.getByLabel('Työpajan koodi').fill(code.toLowerCase())
  await guest.getByRole('button', { name: 'Jatka' }).click()
  await guest.getByLabel('Nimi, joka näkyy muille').fill(name)
  await guest.getByLabel('Organisaatio', { exact: true }).selectOption({ label: organisation })
  await guest.getByRole('button', { name: 'Liity mukaan' }).click()
}

/** Signs the owner in. `address`: of the server, for a page that knows none. */
export async function signIn(page: Page, address = ''): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Sähköposti').fill(ownerEmail)
  await page.getByLabel('Salasana').fill(ownerPassword)
  await page.getByRole('main').getByRole('button', { name: 'Kirjaudu sisään' }).click()
  await expect(page.getByRole('button', { name: 'Kirjaudu ulos' })).toBeVisible()
}

/** Adds a note to an open co-operation model, by its button and the keyboard. */
export async function addNote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Lisää lappu', exact: true }).first().click()
  await typeInField(page, words)
  await page.keyboard.press('Escape')
}

/** Types once the caret is in a field, which a busy machine shows late. */
export async function typeInField(page: Page, words: string): Promise<void> {
  await expect(page.locator(':is(input, textarea, [contenteditable="true"]):focus')).toBeVisible()
  await page.keyboard.type(words)
}

/** On a narrow screen a co-operation model opens as its outline. */
export async function showBoard(page: Page): Promise<void> {
  await page.getByText('Taulu', { exact: true }).click()
}

/** A large board opens where its words can be read; what stands elsewhere on it comes into sight so. */
export async function showWholeBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Näytä kaikki', exact: true }).click()
}

/** The page says that edits are kept on this device while there is no connection. */
export async function expectKept(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /tallessa laitteella$/ })).toBeVisible()
}

/** Opens one of the tabs beside the agreement. */
export async function openSidePanel(page: Page, tab: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Kommentit ja kannat/ }).click()
  await page.getByRole('menuitem', { name: tab }).click()
}
