import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { artefacts, expect, expectSaved, joinByCode, newBrowser, openArtefact, openProject, openWorkshop, test } from './product'

test('who may only suggest does so by keyboard, and whoever leads decides on it beside the text', async ({ browser, owner, server }) => {
  const code = await openWorkshop(owner, 'Sopimuspaja')
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  await test.step('changing is left to those who lead', async () => {
    await owner.getByRole('button', { name: 'Lisää toimintoja' }).click()
    await owner.getByRole('menuitem', { name: 'Kuka muuttaa tekstiä' }).click()
    await owner.getByRole('radio', { name: /Vetäjät, muut ehdottavat/ }).check()
    await owner.getByRole('button', { name: 'Tallenna', exact: true }).click()
    await expect(owner.getByRole('dialog')).toBeHidden()
  })
  const context = await newBrowser(browser, server)
  const guest = await context.newPage()
  await test.step('a guest suggests words, and sees that they are suggested', async () => {
    await joinByCode(guest, code, 'Osallistuja', 'Haapavesi')
    await openArtefact(guest, artefacts.agreement)
    await expect(guest.getByRole('toolbar').getByText(/^Ehdotat/)).toBeVisible()
    await goTo(guest, 'Määritelmät')
    await guest.keyboard.type(' ja lyhenteet')
    await expect(text(guest).locator('ins')).toHaveText(' ja lyhenteet')
    await guest.keyboard.press('Control+b')
    await expectSaved(guest)
    await expectAccessible(guest, 'an agreement in which one suggests')
  })
  await test.step('whoever leads finds the suggestion, goes to it and accepts it with the keyboard', async () => {
    await expect(text(owner).locator('ins')).toHaveText(' ja lyhenteet')
    await owner.getByRole('button', { name: /^Keskustelu/ }).first().click()
    await owner.getByRole('tab', { name: /Ehdotukset/ }).click()
    const card = owner.getByRole('article', { name: /Osallistuja, Haapavesi: Ehdotettu lisättäväksi +ja lyhenteet/ })
    await card.focus()
    await owner.keyboard.press('Enter')
    await expect(text(owner)).toBeFocused()
    await expect(owner.getByRole('status').filter({ hasText: /^Ehdotettu lisättäväksi: Osallistuja, Haapavesi/ })).toBeVisible()
    await expectAccessible(owner, 'an agreement with its suggestions')
    await card.getByRole('button', { name: 'Hyväksy' }).click()
    await expect(owner.getByText('Ehdotus hyväksyttiin.')).toBeVisible()
    await expect(text(owner).locator('ins')).toHaveCount(0)
    await expect(text(guest).getByRole('heading', { name: 'Määritelmät ja lyhenteet' })).toBeVisible()
    await owner.getByRole('button', { name: 'Kumoa', exact: true }).last().click()
    await expect(text(guest).locator('ins')).toHaveText(' ja lyhenteet')
  })
  await test.step('everybody may change again, and the guest writes', async () => {
    await owner.getByRole('button', { name: 'Lisää toimintoja' }).click()
    await owner.getByRole('menuitem', { name: 'Kuka muuttaa tekstiä' }).click()
    await owner.getByRole('radio', { name: /Kaikki jäsenet/ }).check()
    await owner.getByRole('button', { name: 'Tallenna', exact: true }).click()
    await expect(guest.getByRole('radio', { name: 'Kirjoita' })).toBeChecked()
    await goTo(guest, 'Liitteet')
    await guest.keyboard.type(' tässä')
    await expect(text(owner).getByRole('heading', { name: 'Liitteet tässä' })).toBeVisible()
    await guest.keyboard.press('Alt+Shift+E')
    await expect(guest.getByRole('radio', { name: 'Ehdota' })).toBeChecked()
  })
  await context.close()
})

const text = (page: Page) => page.getByRole('textbox', { name: new RegExp(artefacts.agreement) })

async function goTo(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sisällys' }).locator('button[data-outline]', { hasText: title }).first().click()
  await expect(text(page)).toBeFocused()
}
