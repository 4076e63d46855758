import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { artefacts, expect, joinByCode, newBrowser, openDoor, openProject, test } from './product'

const steps = (page: Page) => page.getByRole('list', { name: 'Ohjelman vaiheet' }).getByRole('listitem')

async function planWorkshop(page: Page, title: string, template: string): Promise<void> {
  await openProject(page)
  await page.getByRole('link', { name: 'Suunnittele työpaja' }).first().click()
  await page.getByLabel('Työpajan nimi').fill(title)
  await page.getByLabel('Mitä työpajassa tehdään?').fill('Sovitaan, kuka vastaa mistäkin asiakkaan polulla.')
  await page.getByLabel('Päättyy klo').fill('12:00')
  for (const name of [artefacts.model, artefacts.blueprint]) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('radio', { name: new RegExp(`^${template}`) }).check()
  await page.getByRole('button', { name: 'Luo työpaja' }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

test('a workshop is prepared from a template, changed, put in order by keyboard, printed and copied', async ({ owner: page }) => {
  await planWorkshop(page, 'Roolit ja rajapinnat', 'Roolien ja rajapintojen yhteiskehittäminen')
  const workshop = page.url()

  // What the template brought fills the time, on frames of its own.
  await expect(page.getByText('Ohjelma täyttää työpajan ajan tasan.')).toBeVisible()
  await page.getByRole('link', { name: 'Muokkaa ohjelmaa' }).click()
  await expect(steps(page)).toHaveCount(10)
  await expect(steps(page).nth(1)).toContainText('9.10')
  await expect(steps(page).nth(1)).toContainText(`${artefacts.model}, Roolit`)
  await expect(steps(page).nth(1)).toContainText('Osallistujat saavat: lisätä omia, siirtää omiaan')
  await expectAccessible(page, 'agenda')

  // By keyboard alone: the first step goes down, and the focus goes with it.
  const down = page.getByRole('button', { name: 'Siirrä alas: Tervetuloa' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(steps(page).nth(1)).toContainText('Tervetuloa')
  await expect(page.getByRole('status').filter({ hasText: 'Tervetuloa on nyt 2. vaihe, yhteensä 10.' })).toBeAttached()
  await expect(page.getByRole('button', { name: 'Siirrä alas: Tervetuloa' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(steps(page).first()).toContainText('Tervetuloa')
  // At the top there is no further up: the focus is on the other way.
  await expect(page.getByRole('button', { name: 'Siirrä alas: Tervetuloa' })).toBeFocused()

  // A step of one's own, added and changed.
  await page.getByRole('button', { name: 'Lisää vaihe' }).click()
  await page.getByRole('button', { name: /^Äänestys/ }).click()
  await page.getByLabel('Vaiheen nimi').fill('Mikä on tärkeintä?')
  await page.getByLabel('Kesto minuutteina').fill('20')
  await page.getByLabel('Mikä kohta?').selectOption({ label: 'Uusi kehys tälle vaiheelle' })
  await page.getByLabel('Ääniä osallistujalla').fill('5')
  await expectAccessible(page, 'a step')
  await page.getByRole('button', { name: 'Lisää ohjelmaan' }).click()
  await expect(steps(page)).toHaveCount(11)
  await expect(steps(page).last()).toContainText(`${artefacts.model}, Mikä on tärkeintä?`)
  await expect(page.getByText(/^Ohjelma on 20 min pidempi kuin työpajan aika/)).toBeVisible()

  await page.getByRole('button', { name: 'Muokkaa: Mikä on tärkeintä?' }).click()
  await expect(page.getByLabel('Ääniä osallistujalla')).toHaveValue('5')
  await page.getByLabel('Kesto minuutteina').fill('999')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(page.getByText('Anna kesto minuutteina, 1–480, tai jätä tyhjäksi.')).toBeVisible()
  await expect(page.getByLabel('Kesto minuutteina')).toBeFocused()
  await page.getByLabel('Kesto minuutteina').fill('10')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(steps(page).last()).toContainText('10 min')

  // Dragged to the beginning, duplicated, and one of the two removed.
  await dragToTop(page, 'Mikä on tärkeintä?')
  await expect(steps(page).first()).toContainText('Mikä on tärkeintä?')
  await page.getByRole('button', { name: 'Lisää toimintoja: Mikä on tärkeintä?' }).click()
  await page.getByRole('menuitem', { name: 'Kahdenna' }).click()
  await expect(steps(page)).toHaveCount(12)
  for (const left of [11, 10]) {
    await page.getByRole('button', { name: 'Lisää toimintoja: Mikä on tärkeintä?' }).first().click()
    await page.getByRole('menuitem', { name: 'Poista' }).click()
    await page.getByRole('button', { name: 'Poista vaihe' }).click()
    await expect(steps(page)).toHaveCount(left)
  }

  // One page of paper.
  await page.getByRole('link', { name: 'Ajolista' }).click()
  await expect(page.getByRole('table')).toContainText('Mitä organisaatiosi tekee?')
  await expectAccessible(page, 'run sheet')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)

  // Who is invited, and the same workshop for others.
  await page.goto(workshop)
  await page.getByRole('button', { name: 'Valitse organisaatiot' }).click()
  for (const name of ['Haapavesi', 'Kela']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(page.getByText('0/2 mukana')).toBeVisible()
  await page.getByRole('button', { name: 'Lisää toimintoja' }).click()
  await page.getByRole('menuitem', { name: 'Kopioi työpaja' }).click()
  await page.getByLabel('Työpajan nimi').fill('Sama Oulaisissa')
  await page.getByLabel('Päivä').fill('2027-01-20')
  await page.getByRole('button', { name: 'Luo kopio' }).click()
  await expect(page.getByRole('heading', { name: 'Sama Oulaisissa', level: 1 })).toBeVisible()
  await expect(page.getByText('ke 20.1.2027 klo 9.00–12.00')).toBeVisible()
  await expect(page.getByText('0/2 mukana')).toBeVisible()
  await expect(page.getByText('Ovi on kiinni', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Muokkaa ohjelmaa' }).click()
  await expect(steps(page).nth(1)).toContainText('Roolit: Sama Oulaisissa')
})

test('a workshop that is deleted says so to whoever is in it, and to whoever comes back to it', async ({ owner: page, browser, server }) => {
  await planWorkshop(page, 'Väärä päivä', 'Henkilöstön valmennus')
  const workshop = page.url()
  const phone = await newBrowser(browser, server, { viewport: { width: 360, height: 740 } })
  const guest = await phone.newPage()
  await joinByCode(guest, await openDoor(page), 'Eino', 'Kela')
  await expect(guest.getByRole('heading', { name: 'Väärä päivä' })).toBeVisible()

  await page.getByRole('button', { name: 'Lisää toimintoja' }).click()
  await page.getByRole('menuitem', { name: 'Poista työpaja' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Tuotokset, taululle kirjoitetut laput ja työpajan raportti säilyvät.')
  await question.getByRole('button', { name: 'Poista työpaja' }).click()
  await expect(page.getByRole('heading', { name: 'Tahtotilasta tulokseen', level: 1 })).toBeVisible()
  await expect(page.getByText('Omistaja poisti työpajan ”Väärä päivä”.')).toBeVisible()

  await expect(guest.getByRole('heading', { name: 'Työpaja on poistettu' })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Työpaja on poistettu' })).toBeVisible()
  await page.goto(workshop)
  await expect(page.getByRole('heading', { name: 'Työpaja on poistettu' })).toBeVisible()
  await phone.close()
})

/** By the mouse, on its handle. */
async function dragToTop(page: Page, title: string): Promise<void> {
  const handle = steps(page).filter({ hasText: title }).locator('[aria-hidden]').first()
  await handle.hover()
  await page.mouse.down()
  // Near an edge of the window the page scrolls along: where the first one is has to be looked up again.
  for (let look = 0; look < 2; look++) {
    await steps(page).first().scrollIntoViewIfNeeded()
    const first = await steps(page).first().boundingBox()
    await page.mouse.move((first?.x ?? 0) + 20, (first?.y ?? 0) + 4, { steps: 4 })
  }
  await page.mouse.up()
}
