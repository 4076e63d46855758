import type { Page } from '@playwright/test'
import { memberOf } from './parties'
import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from '../support/chromium'
import { startServer } from '../support/running-server'
import { artefacts, becomeOwner, expect, expectSaved, newBrowser, openArtefact, openProject } from './product'

const text = (page: Page) => page.getByRole('textbox', { name: /^Sopimuksen teksti/ })
const shot = (page: Page, name: string) => page.screenshot({ path: `/tmp/suggest/${name}.png` })
async function attempt(name: string, act: () => Promise<unknown>) {
  try { console.log('OK', name, JSON.stringify(await act() ?? '')) } catch (error) { console.log('FAILED', name, String(error).slice(0, 900)) }
}
async function choose(page: Page, what: string) {
  await page.getByRole('button', { name: 'Lisää', exact: true }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

const server = await startServer()
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags })
try {
  const owner = await (await newBrowser(browser, server, { viewport: { width: 1700, height: 900 } })).newPage()
  await becomeOwner(owner, server)
  const member = await memberOf('Ylivieska', 'edustaja', { owner, browser, server })
  member.on('pageerror', (error) => console.log('PAGEERROR', error.message.slice(0, 300)))
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  // an annex and a library clause
  await owner.getByRole('button', { name: /^Keskustelu/ }).click()
  await owner.getByRole('tab', { name: /^Liitteet/ }).click()
  await owner.getByRole('button', { name: 'Lisää liite' }).click()
  await owner.getByLabel('Mistä').selectOption({ label: artefacts.model })
  await owner.getByRole('button', { name: 'Lisää liitteeksi' }).click()
  await expect(owner.getByText(`Liite 1. ${artefacts.model}, versio 1`)).toBeVisible()
  const rows = owner.getByRole('navigation', { name: 'Sisällys' }).locator('button[data-outline]')
  await rows.filter({ hasText: 'Tavoitteet' }).first().hover()
  await owner.getByRole('button', { name: /^Kohdan toiminnot: .*Tavoitteet/ }).first().click()
  await owner.getByRole('menuitem', { name: /Tallenna kirjastoon/ }).click()
  const keeping = owner.getByRole('dialog', { name: 'Tallenna kohta kirjastoon' })
  await keeping.getByLabel('Nimi').fill('Kolme tavoitetta')
  await keeping.getByRole('button', { name: 'Tallenna' }).click()
  await keeping.getByRole('button', { name: 'Sulje' }).click()
  await owner.getByRole('button', { name: 'Lisää toimintoja' }).click()
  await owner.getByRole('menuitem', { name: 'Kuka muuttaa tekstiä' }).click()
  await owner.getByRole('radio', { name: /Vetäjät, muut ehdottavat/ }).check()
  await owner.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(owner.getByRole('dialog')).toBeHidden()
  await owner.getByRole('tab', { name: /^Ehdotukset/ }).click()

  await member.setViewportSize({ width: 1700, height: 900 })
  await openProject(member)
  await openArtefact(member, artefacts.agreement)
  await expect(text(member)).toBeVisible()
  const agreed = async () => (await text(owner).innerText()).length
  const paragraph = text(member).locator('p').first()
  const undoneNotice = () => member.getByText(/palautettiin|ei sallittu|kumottiin/i).count()
  const end = async () => { await paragraph.click(); await member.keyboard.press('End') }

  const here = () => member.evaluate(() => document.querySelector('button[data-outline][aria-current]')?.textContent)
  const pos = () => text(member).evaluate((one) => { const e = (one as unknown as { editor?: { state: { selection: { from: number; to: number }; doc: { content: { size: number } } } } }).editor; return e ? [e.state.selection.from, e.state.selection.to, e.state.doc.content.size] : 'none' })
  await attempt('list then annex', async () => {
    await end(); console.log(await pos(), await here())
    await choose(member, 'Kaikki osapuolet luettelona')
    await member.waitForTimeout(800)
    console.log('after refusal', await pos(), await here())
    await paragraph.click(); console.log('clicked', await pos(), await here())
    await member.keyboard.press('End'); console.log('end', await pos(), await here())
    await member.waitForTimeout(300)
    console.log('end', await pos(), await here())
    await choose(member, 'Viittaus liitteeseen')
    console.log('window', await pos(), await here())
    await member.getByRole('dialog').getByRole('button', { name: /Lisää/ }).click()
    await member.waitForTimeout(600)
    console.log('put', await pos(), await here())
  })
} catch (error) {
  console.log(String(error).slice(0, 1500))
} finally {
  await browser.close()
  await server.stop()
}
