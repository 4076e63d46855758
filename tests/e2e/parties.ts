import type { Browser, Page } from '@playwright/test'
import type { RunningServer } from '../support/running-server'
import { expect, newBrowser, openProject } from './product'

type ContextOptions = Parameters<typeof newBrowser>[2]

export interface Inviting {
  owner: Page
  browser: Browser
  server: RunningServer
}

/** Somebody with an account who has been invited to speak for an organisation. `role`: "valmistelija". */
export async function memberOf(organisation: string, role: string, inviting: Inviting, look: ContextOptions = {}): Promise<Page> {
  const { owner, browser, server } = inviting
  const people = await peoplePage(owner)
  await owner.getByLabel('Organisaatio', { exact: true }).selectOption({ label: organisation })
  await owner.getByRole('button', { name: 'Luo kutsulinkki' }).click()
  const notice = owner.getByRole('status').filter({ hasText: 'Kutsulinkki on valmis.' })
  const link = await notice.getByText(/^http/).textContent()
  if (!link) throw new Error('No link was shown')
  const page = await (await newBrowser(browser, server, look)).newPage()
  await page.goto(link)
  await page.getByLabel('Nimi').fill(`${organisation}, ${role}`)
  await page.getByLabel('Sähköposti').fill(`${role}.${organisation}@esimerkki.fi`.toLowerCase().replaceAll('ä', 'a'))
  await page.getByLabel('Uusi salasana').fill('pitkä ja helppo muistaa')
  await page.getByRole('button', { name: 'Tee tili ja liity' }).click()
  await expect(page.getByRole('heading', { name: 'Tahtotilasta tulokseen', level: 1 })).toBeVisible()
  await owner.goto(people)
  return page
}

/** Gives somebody the right to record what their organisation has decided. */
export async function giveMandate(owner: Page, name: string): Promise<void> {
  await peoplePage(owner)
  await owner.getByRole('button', { name: `Anna oikeus kirjata päätökset: ${name}` }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Anna oikeus' }).click()
  await expect(owner.getByRole('button', { name: `Poista oikeus kirjata päätökset: ${name}` })).toBeVisible()
}

async function peoplePage(owner: Page): Promise<string> {
  await openProject(owner)
  const people = `${new URL(owner.url()).pathname}/people`
  await owner.goto(people)
  return people
}

/** On the page where a version is proposed. Pressed again until the page answers: before that nothing listens. */
export async function chooseNobody(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Poista valinnat' }).click()
    await expect(page.getByText(/^Valittu 0 \/ \d+$/)).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
