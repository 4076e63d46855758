import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { startServer } from '../support/running-server'
import { expectAccessible } from './accessible'
import { startBrowser } from './killable-browser'
import {
  addNote,
  artefacts,
  becomeOwner,
  expect,
  expectKept,
  expectSaved,
  joinByCode,
  newBrowser,
  openArtefact,
  openProject,
  openWorkshop,
  showBoard,
  test,
  showWholeBoard,
} from './product'

const phone = { viewport: { width: 360, height: 740 } }

const note = (page: Page, words: string) => page.getByText(words).first()

const proposalNotice = (page: Page) => page.getByRole('alert').filter({ hasText: 'Muutoksesi tallennettiin ehdotukseksi' })

/** Somebody on a phone of their own, in the co-operation model, whose clock can be moved. */
async function guestInModel(guest: Page, code: string): Promise<void> {
  await guest.clock.install()
  await joinByCode(guest, code, 'Vieras verkosta', 'Kela')
  await openArtefact(guest, artefacts.model)
  await showBoard(guest)
}

async function lock(owner: Page): Promise<void> {
  await owner.getByRole('button', { name: 'Lisää toimintoja' }).first().click()
  await owner.getByRole('menuitem', { name: 'Lukitse muokkaukselta' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Lukitse' }).click()
  await expect(owner.getByText('Tuotos on lukittu.')).toBeVisible()
}

test('a day of work without a connection is merged with what the others did meanwhile (F15)', async ({ browser, server, owner }) => {
  const code = await openWorkshop(owner, 'Päivä verkotta')
  const guest = await (await newBrowser(browser, server, phone)).newPage()
  await guestInModel(guest, code)
  await openProject(owner)
  await openArtefact(owner, artefacts.model)

  await guest.context().setOffline(true)
  for (const words of ['Ensimmäinen junassa', 'Toinen junassa']) await addNote(guest, words)
  await expectKept(guest)
  await guest.clock.fastForward('24:00:00')
  await addNote(guest, 'Kolmas seuraavana päivänä')
  await addNote(owner, 'Muut tekivät tämän')
  await expectSaved(owner)

  await guest.context().setOffline(false)
  await expectSaved(guest)
  for (const page of [guest, owner]) {
    for (const words of ['Ensimmäinen junassa', 'Toinen junassa', 'Kolmas seuraavana päivänä', 'Muut tekivät tämän']) {
      await expect(note(page, words)).toBeVisible()
    }
  }
  await guest.context().close()
})

test('edits that come back to a locked artefact become a proposal, which is taken in after the lock (F15)', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Lukittu sillä välin')
  const guest = await (await newBrowser(browser, server, phone)).newPage()
  await guestInModel(guest, code)
  await guest.context().setOffline(true)
  await addNote(guest, 'Ehdin vasta lukituksen jälkeen')
  await expectKept(guest)
  await expect(guest).toHaveTitle(/^● /)
  await guest.clock.fastForward('24:00:00')

  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  const address = owner.url()
  await lock(owner)

  await guest.context().setOffline(false)
  await expect(proposalNotice(guest)).toContainText('Tuotos lukittiin sillä välin')
  await expect(guest.getByText('Tuotos on lukittu.')).toBeVisible()
  await expect(guest.getByText('Sinulla on 1 ehdotus odottamassa käsittelyä.')).toBeVisible()
  await expect(guest.getByText('Ehdin vasta lukituksen jälkeen')).toHaveCount(0)
  await expect(guest).not.toHaveTitle(/^● /)
  await expectAccessible(guest, 'what was kept')
  await guest.getByRole('link', { name: 'Katso ehdotusta' }).click()
  await expect(guest.getByRole('heading', { name: 'Ehdotus: Vieras verkosta', level: 1 })).toBeVisible()
  await expect(note(guest, 'Ehdin vasta lukituksen jälkeen')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Ota mukaan' })).toHaveCount(0)
  await guest.goto(address)

  await expect(owner.getByText('1 ehdotus odottaa käsittelyä.')).toBeVisible()
  await owner.getByRole('link', { name: 'Katso ehdotuksia' }).click()
  await owner.getByRole('link', { name: 'Ehdotus: Vieras verkosta' }).click()
  await expect(owner.getByText('Tuotos on lukittu. Avaa se ensin muokattavaksi')).toBeVisible()
  await expect(owner.getByRole('button', { name: 'Ota mukaan' })).toBeDisabled()
  await expect(owner.getByRole('article')).toHaveCount(1)
  await expect(owner.getByRole('article')).toContainText('Ehdin vasta lukituksen jälkeen')
  await expectAccessible(owner, 'a proposal')
  await expect(guest.getByText('Tuotos on lukittu.')).toBeVisible()
  await owner.getByRole('button', { name: 'Avaa muokattavaksi' }).click()
  await expect(owner.getByRole('status').filter({ hasText: 'Nyt voit ottaa ehdotuksen mukaan.' })).toBeFocused()
  await expect(guest.getByText('Tuotos on lukittu.')).toBeHidden()
  await addNote(guest, 'Muut jatkoivat tästä')
  await expectSaved(guest)
  await owner.getByRole('button', { name: 'Ota mukaan' }).click()
  await expect(owner.getByRole('status').filter({ hasText: 'Ehdotus on otettu mukaan.' })).toBeVisible()

  await expect(guest.getByText('Sinulla on 1 ehdotus')).toBeHidden()
  await owner.goto(address)
  for (const page of [owner, guest]) {
    await expect(note(page, 'Ehdin vasta lukituksen jälkeen')).toBeVisible()
    await expect(note(page, 'Muut jatkoivat tästä')).toBeVisible()
  }
  await guest.context().close()
})

test('of two tabs of one person, one offline, both edits survive (F14)', async ({ owner }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  const other = await owner.context().newPage()
  await other.goto(owner.url())
  await expectSaved(other)
  // One's own second window is nobody else.
  await expect(other.getByRole('button', { name: '0 muuta paikalla' })).toBeVisible()
  const network = await owner.context().newCDPSession(other)
  const setOffline = (offline: boolean) =>
    network.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  await network.send('Network.enable')
  await setOffline(true)
  await addNote(other, 'Verkottomassa välilehdessä')
  await expectKept(other)
  await addNote(owner, 'Verkossa olevassa välilehdessä')
  await expectSaved(owner)
  await setOffline(false)
  await expectSaved(other)
  for (const page of [owner, other]) {
    await expect(note(page, 'Verkottomassa välilehdessä')).toBeVisible()
    await expect(note(page, 'Verkossa olevassa välilehdessä')).toBeVisible()
  }
})

const run = promisify(execFile)

/** As whoever runs the server does. Answers what it printed. */
async function npmRun(dataDirectory: string, ...words: string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', ...words], { env: { ...process.env, DATA_DIR: dataDirectory } })
  return stdout
}

test('a server restored from an older backup merges nothing: what the browser holds becomes a proposal (F4)', async ({
  browser,
}) => {
  const first = await startServer()
  const { dataDirectory } = first
  const port = Number(new URL(first.baseUrl).port)
  const page = await (await newBrowser(browser, first)).newPage()
  await becomeOwner(page, first)
  await openProject(page)
  await openArtefact(page, artefacts.model)
  await addNote(page, 'Ennen varmuuskopiota')
  await expectSaved(page)
  const backup = /^✓ (.+)$/m.exec(await npmRun(dataDirectory, 'backup'))?.[1] ?? ''
  await addNote(page, 'Varmuuskopion jälkeen')
  await expectSaved(page)
  await first.kill()
  await addNote(page, 'Kun palvelin oli poissa')
  await expectKept(page)

  await npmRun(dataDirectory, 'restore', '--', backup)
  const second = await startServer({ dataDirectory, port })
  const lost = ['Varmuuskopion jälkeen', 'Kun palvelin oli poissa']
  // A browser tries again every ten seconds at least, and a busy one needs a while for that.
  await expect(proposalNotice(page)).toContainText('Palvelin on palautettu aiempaan tilaan', { timeout: 40_000 })
  await expectSaved(page)
  await expect(note(page, 'Ennen varmuuskopiota')).toBeVisible()
  for (const words of lost) await expect(page.getByText(words)).toHaveCount(0)

  await page.getByRole('link', { name: 'Katso ehdotusta' }).click()
  for (const words of lost) await expect(note(page, words)).toBeVisible()
  await page.getByRole('button', { name: 'Korvaa tuotos ehdotuksella' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Korvaa tuotos' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Aiempi tila on tallessa versiona' })).toBeVisible()
  await page.getByRole('link', { name: 'Takaisin tuotokseen' }).click()
  await expectSaved(page)
  for (const words of ['Ennen varmuuskopiota', ...lost]) await expect(note(page, words)).toBeVisible()
  await page.context().close()
  await second.stop()
  await first.stop()
})

test('a browser that was killed with unsaved edits has them when it comes back (F16)', async ({ browser, server, owner, ownerState }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  const address = owner.url()
  const killed = await startBrowser()
  await killed.signIn(server)
  await killed.page.goto(address)
  await expectSaved(killed.page)
  await killed.page.context().setOffline(true)
  await addNote(killed.page, 'Kirjoitettu ennen kaatumista')
  await expectKept(killed.page)
  await killed.kill()
  await expect(owner.getByText('Kirjoitettu ennen kaatumista')).toHaveCount(0)

  const again = await startBrowser(killed.profile)
  await again.signIn(server)
  await again.page.goto(address)
  await expectSaved(again.page)
  await showWholeBoard(again.page)
  await expect(note(again.page, 'Kirjoitettu ennen kaatumista')).toBeVisible()
  const colleague = await (await newBrowser(browser, server, { storageState: ownerState })).newPage()
  await colleague.goto(address)
  await showWholeBoard(colleague)
  await expect(note(colleague, 'Kirjoitettu ennen kaatumista')).toBeVisible()
  await colleague.context().close()
  await again.kill()
  await rm(killed.profile, { recursive: true, force: true })
})
