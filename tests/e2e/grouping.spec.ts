import type { Page } from '@playwright/test'
import {
  addNote,
  artefacts,
  expect,
  expectSaved,
  joinByCode,
  newBrowser,
  openArtefact,
  openProject,
  openWorkshop,
  test,
  typeInField,
} from './product'

const onBoard = (page: Page, words: string) =>
  page.getByLabel(/^Taulu:/).getByRole('group', { name: new RegExp(`^${words}`) })

const inOutline = (page: Page) => page.getByRole('region', { name: 'Jäsennys' })

async function openModel(page: Page): Promise<void> {
  await openProject(page)
  await openArtefact(page, artefacts.model)
}

/** Of a note that stands still, and that nothing lies upon. */
async function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  await onBoard(page, words).hover()
  const box = await onBoard(page, words).boundingBox()
  if (!box) throw new Error(`${words} is not in sight`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('a note that is dragged onto another makes a group, which is named at once and undone as one step', async ({ owner }) => {
  await openModel(owner)
  await addNote(owner, 'Kuljetus illalla')
  await addNote(owner, 'Kyyti iltaisin')
  await expectSaved(owner)
  // The note is let go: its tools float over the other.
  await owner.keyboard.press('Escape')
  const to = await middleOf(owner, 'Kuljetus illalla')
  const from = await middleOf(owner, 'Kyyti iltaisin')
  await owner.mouse.move(from.x, from.y)
  await owner.mouse.down()
  await owner.mouse.move(to.x, to.y, { steps: 12 })
  // Moving on the spot, as a hand does: what lies beneath is looked for at each move.
  await expect(async () => {
    await owner.mouse.move(to.x + 1, to.y)
    await owner.mouse.move(to.x, to.y)
    await expect(owner.getByText('Uusi ryhmä', { exact: true })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await owner.mouse.up()
  await typeInField(owner, 'Kyydit')
  await owner.keyboard.press('Enter')
  await expect(inOutline(owner).getByRole('heading', { name: 'Ryhmä: Kyydit' })).toBeVisible()
  await expectSaved(owner)
  await owner.keyboard.press('Control+z')
  await owner.keyboard.press('Control+z')
  await expect(inOutline(owner).getByRole('heading', { name: 'Ryhmä: Kyydit' })).toHaveCount(0)
  await expect(onBoard(owner, 'Kyyti iltaisin')).toBeVisible()
})

test('by keyboard alone a note goes from the outline into a new group, and another into the same', async ({ owner }) => {
  await openModel(owner)
  await addNote(owner, 'Tulkki samana päivänä')
  await addNote(owner, 'Tulkkaus etänä')
  const move = async (words: string) => {
    const menu = inOutline(owner).getByRole('button', { name: `Toiminnot: ${words}` })
    await menu.focus()
    await owner.keyboard.press('Enter')
    const item = owner.getByRole('menuitem', { name: 'Siirrä ryhmään…' })
    while (!(await item.evaluate((element) => element === document.activeElement))) await owner.keyboard.press('ArrowDown')
    await owner.keyboard.press('Enter')
    return owner.getByRole('dialog', { name: 'Siirrä ryhmään' })
  }
  const first = await move('Tulkki samana päivänä')
  await first.getByRole('radio', { name: 'Uusi ryhmä' }).focus()
  await owner.keyboard.press('Space')
  await first.getByLabel('Ryhmän nimi').focus()
  await owner.keyboard.type('Tulkkaus')
  await owner.keyboard.press('Enter')
  await expect(inOutline(owner).getByRole('heading', { name: 'Ryhmä: Tulkkaus' })).toBeVisible()
  const second = await move('Tulkkaus etänä')
  await expect(second.getByRole('radio', { name: 'Tulkkaus', exact: true })).toBeChecked()
  await second.getByRole('button', { name: 'Siirrä' }).focus()
  await owner.keyboard.press('Enter')
  const group = inOutline(owner).locator('section', { has: owner.getByRole('heading', { name: 'Ryhmä: Tulkkaus' }) }).last()
  await expect(group.getByRole('listitem')).toHaveCount(2)
})

test('notes that say nearly the same are proposed as groups, of which one chooses', async ({ owner }) => {
  await openModel(owner)
  for (const words of ['Yhteinen koulutuspäivä', 'Yhteiset koulutuspäivät', 'Palaute takaisin asiakkaalta']) await addNote(owner, words)
  await owner.getByRole('button', { name: 'Ehdota ryhmiä samanlaisista lapuista' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Kokoa samanlaiset laput' })
  await expect(dialog.getByRole('checkbox', { name: /koulutuspäivä.*\(2 lappua\)/ })).toBeChecked()
  await expect(dialog.getByText('Palaute takaisin asiakkaalta')).toHaveCount(0)
  await dialog.getByRole('button', { name: /^Kokoa \d+ ryhm/ }).click()
  await expect(inOutline(owner).getByRole('heading', { name: /^Ryhmä: Yhtei.* koulutuspäivä/ })).toBeVisible()
})

test('a note that was left empty does not stay on the board', async ({ owner }) => {
  await openModel(owner)
  const notes = inOutline(owner).getByText('Tyhjä lappu')
  const before = await notes.count()
  await owner.getByRole('button', { name: 'Lisää lappu', exact: true }).first().click()
  await expect(notes).toHaveCount(before + 1)
  await owner.keyboard.press('Escape')
  await expect(notes).toHaveCount(before)
})

/** A guest of a workshop beside the owner, both on the same board. */
async function joinBoard(guest: Page, owner: Page, title: string): Promise<void> {
  const code = await openWorkshop(owner, title)
  await openModel(owner)
  await joinByCode(guest, code, 'Vieras', 'Haapavesi')
  await openArtefact(guest, artefacts.model)
}

test('one follows another over the board without losing the focus, until one moves it oneself', async ({ browser, server, owner }) => {
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinBoard(guest, owner, 'Seuraaminen')
  await guest.getByRole('button', { name: 'Seuraa toista' }).click()
  await guest.getByRole('menuitem', { name: 'Omistaja (fasilitoija)' }).click()
  const bar = guest.getByText('Seuraat: Omistaja', { exact: true })
  await expect(bar).toBeVisible()
  const focused = () => guest.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  const before = await focused()
  const zoom = guest.getByRole('button', { name: /Palaa sataan prosenttiin/ })
  const seen = await zoom.innerText()
  for (let press = 0; press < 4; press += 1) await owner.getByRole('button', { name: 'Loitonna' }).click()
  await expect(zoom).not.toHaveText(seen)
  expect(await focused()).toBe(before)
  await guest.getByRole('button', { name: 'Lähennä' }).click()
  await expect(bar).toHaveCount(0)
  await guest.context().close()
})

test('a laser is seen by the others for as long as its key is held', async ({ browser, server, owner }) => {
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinBoard(guest, owner, 'Osoittaminen')
  await onBoard(owner, 'Ohjausryhmä\\.').focus()
  await owner.keyboard.down('l')
  await owner.mouse.move(400, 400)
  await owner.mouse.move(440, 420, { steps: 5 })
  const laser = guest.locator('[data-laser]')
  await expect(laser).toBeVisible()
  await owner.keyboard.up('l')
  await expect(laser).toHaveCount(0)
  await guest.context().close()
})

test('a place in the address is brought into sight without taking the focus', async ({ owner }) => {
  await openModel(owner)
  const place = await inOutline(owner).locator('[data-place]').last().getAttribute('data-place')
  await owner.goto(`${owner.url()}#place=${place}`)
  await owner.reload()
  await expect(inOutline(owner).locator(`[data-place="${place}"]`)).toBeInViewport()
  expect(await owner.evaluate(() => document.activeElement === document.body)).toBe(true)
})
