import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectAccessible } from './accessible'
import { expect, expectSaved, joinByCode, newBrowser, openProject, openWorkshop, test } from './product'

const title = 'Roolit ja rajapinnat'

test('a workshop ends in feedback, a report that writes itself, and figures for the funder', async ({
  browser,
  server,
  owner,
}) => {
  test.setTimeout(240_000)
  const code = await openWorkshop(owner, title)
  const workshop = new URL(owner.url()).pathname
  const phone = await (await newBrowser(browser, server, { viewport: { width: 360, height: 740 }, hasTouch: true })).newPage()
  const others = await Promise.all([1, 2].map(async () => (await newBrowser(browser, server)).newPage()))

  await test.step('the facilitator plans a talk and a feedback step, and begins', async () => {
    await owner.goto(`${workshop}/agenda`)
    await addStep(owner, 'Keskustelu', 'Mitä sovimme?')
    await addStep(owner, 'Palaute', 'Miten meni?')
    await owner.goto(`${workshop}/run`)
    await owner.getByRole('button', { name: 'Aloita työpaja' }).click()
    await expect(owner.getByRole('heading', { name: 'Mitä sovimme?' }).first()).toBeVisible()
  })

  await test.step('guests come, one of them on a phone', async () => {
    await joinByCode(phone, code, 'Osallistuja A', 'Oulainen')
    for (const [index, page] of others.entries()) await joinByCode(page, code, `Osallistuja ${index + 2}`, 'Kalajoki')
    for (const page of [phone, ...others]) {
      await page.goto(`${workshop}/live`)
      await expect(page.getByText('Mitä sovimme?').first()).toBeVisible()
    }
  })

  await test.step('in the feedback step each answers with one thumb, or leaves out what they like', async () => {
    await owner.getByRole('button', { name: /Seuraava vaihe/ }).click()
    await answer(phone, ['5', '4', ''], 'Hyvä tahti, mutta rajapinnat jäivät auki.')
    await expectAccessible(phone, 'feedback on a phone')
    await phone.getByRole('checkbox', { name: 'Nimeni saa olla raportissa' }).check()
    // Going to another step and back takes nothing from who is still writing.
    await owner.getByRole('button', { name: /^Edellinen/ }).click()
    await phone.getByRole('button', { name: 'Siirry uuteen vaiheeseen' }).click()
    await expect(phone.getByRole('heading', { name: 'Mitä sovimme?' }).first()).toBeVisible()
    await owner.getByRole('button', { name: /Seuraava vaihe/ }).click()
    await phone.goto(`${workshop}/live`)
    await expect(phone.getByLabel('Mitä muuta haluat sanoa?')).toHaveValue('Hyvä tahti, mutta rajapinnat jäivät auki.')
    await expect(phone.getByRole('checkbox', { name: 'Nimeni saa olla raportissa' })).toBeChecked()
    await send(phone)
    for (const page of others) {
      await answer(page, ['4', '4', '3'], '')
      await send(page)
    }
  })

  await test.step('the workshop is ended and its door closed; feedback can still be changed, and nothing else seen', async () => {
    await owner.goto(`${workshop}/run`)
    await owner.getByRole('button', { name: /Päätä työpaja/ }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Päätä työpaja' }).click()
    await expect(owner.getByRole('heading', { name: 'Työpaja on päättynyt' })).toBeVisible()
    await owner.goto(workshop)
    await owner.getByRole('button', { name: 'Sulje ovi' }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Sulje ovi' }).click()
    await expect(owner.getByText('Ovi on kiinni', { exact: true })).toBeVisible()

    await phone.goto(workshop)
    await expect(phone.getByRole('heading', { name: 'Työpajan ovi on kiinni' })).toBeVisible()
    await phone.getByRole('link', { name: 'Anna palautetta työpajasta' }).click()
    await expect(phone.getByRole('radio', { name: /^5/ }).first()).toBeChecked()
    await phone.getByRole('group', { name: 'Onko tulos sinulle selvä?' }).getByRole('radio', { name: '2' }).check()
    await send(phone)
    expect((await phone.goto(workshop))?.status()).toBe(403)
  })

  await test.step('the facilitator sees figures and words, and nobody’s name', async () => {
    await owner.goto(`${workshop}/feedback`)
    await expect(owner.getByText('3 vastaajaa')).toBeVisible()
    await expect(owner.getByText('4,3').first()).toBeVisible()
    await expect(owner.getByText('Hyvä tahti, mutta rajapinnat jäivät auki.')).toBeVisible()
    await expect(owner.getByText('Osallistuja A')).toHaveCount(0)
    await expectAccessible(owner, 'the feedback of all')
  })

  await test.step('the report writes itself, is mended by hand, and becomes a version', async () => {
    await owner.goto(workshop)
    await owner.getByRole('button', { name: 'Tee raportti' }).click()
    await expect(owner.getByRole('heading', { name: `${title}: raportti`, level: 1 })).toBeVisible()
    await expectSaved(owner)
    await expect(owner.getByLabel('Osion 3 teksti')).toHaveValue(/Työpajaan osallistui 3 henkilöä\. .*2 organisaatiota\./)
    await expect(owner.getByLabel('Osion 3 teksti')).toHaveValue(/- Osallistuja A, Oulainen/)
    await expectAccessible(owner, 'the report')
    await owner.getByLabel('Osion 1 teksti').fill('Sovittiin, kuka ottaa työnhakijan vastaan.')
    // By the keyboard alone: the section moves with the one who writes in it.
    await owner.getByLabel('Osion 1 teksti').press('Alt+ArrowDown')
    await expect(owner.getByLabel('Osion 2 teksti')).toHaveValue('Sovittiin, kuka ottaa työnhakijan vastaan.')
    await owner.getByLabel('Osion 2 teksti').press('Alt+ArrowUp')
    await expect(owner.getByLabel('Osion 1 teksti')).toHaveValue('Sovittiin, kuka ottaa työnhakijan vastaan.')
    await expectSaved(owner)
    await owner.getByRole('link', { name: 'Versiot' }).click()
    await owner.getByRole('button', { name: 'Ota versio' }).click()
    await owner.getByRole('dialog').getByLabel('Nimi').fill('Rahoittajalle')
    await owner.getByRole('dialog').getByRole('button', { name: 'Ota versio' }).click()
    await expect(owner.getByText('Versio 1 on otettu.')).toBeVisible()
  })

  await test.step('its final documents have headings, lists and tables with headers', async () => {
    const report = new URL(owner.url()).pathname.replace(/\/versions.*/, '')
    const pdf = await fetched(owner, `${report}/versions/1/export.pdf`)
    const structure = poppler('pdfinfo', ['-struct', '-'], pdf)
    for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Table', 'TH', 'TD']) {
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    }
    const words = poppler('pdftotext', ['-', '-'], pdf)
    expect(words).toContain('Sovittiin, kuka ottaa työnhakijan vastaan.')
    expect(words).toContain('Hyvä tahti, mutta rajapinnat jäivät auki.')
    const word = unzipSync(await fetched(owner, `${report}/versions/1/export.docx`))
    const xml = strFromU8(word['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:val="Heading1"')
    expect(xml).toContain('w:tblHeader')
    expect(xml).toContain('Mitä sovimme?')
  })

  await test.step('after that feedback is what it was', async () => {
    await phone.goto(`${workshop}/feedback`)
    await expect(phone.getByRole('heading', { name: 'Työpajan ovi on kiinni' })).toBeVisible()
  })

  await test.step('the figures stand in the project’s count, and in its files', async () => {
    await openProject(owner)
    await owner.getByRole('link', { name: 'Hankkeen luvut' }).click()
    await expect(owner.getByRole('heading', { name: 'Hankkeen luvut', level: 1 })).toBeVisible()
    const row = owner.getByRole('row', { name: new RegExp(title) })
    await expect(row.getByRole('cell').nth(2)).toHaveText('3')
    await expectAccessible(owner, 'the figures')

    const csv = await downloaded(owner, 'Lataa CSV')
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv).split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffPäivä;Työpaja;Tunteja;Osallistujia;/)
    expect(lines.find((line) => line.includes(title))).toMatch(new RegExp(`;${title};0(,\\d)?;3;3;`))
    const xlsx = unzipSync(await downloaded(owner, 'Lataa Excel'))
    const sheet = strFromU8(xlsx['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<c r="D\d+"[^>]*><v>3<\/v>/)
    expect(sheet).not.toContain('<f>')
  })
  for (const page of [phone, ...others]) await page.context().close()
})

async function addStep(page: Page, type: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Lisää vaihe' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(`^${type}`) }).click()
  await dialog.getByLabel('Vaiheen nimi').fill(name)
  await dialog.getByRole('button', { name: 'Lisää ohjelmaan' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(name).first()).toBeVisible()
}

/** Worth the time, was heard, the result is clear; '' leaves one out. */
async function answer(page: Page, points: [string, string, string], words: string): Promise<void> {
  const questions = ['Oliko työpaja aikasi arvoinen?', 'Tulitko kuulluksi?', 'Onko tulos sinulle selvä?']
  for (const [index, question] of questions.entries()) {
    const group = page.getByRole('group', { name: question })
    const point = points[index]
    await group.getByRole('radio', { name: point ? new RegExp(`^${point}`) : 'En vastaa tähän' }).check()
  }
  await page.getByLabel('Mitä muuta haluat sanoa?').fill(words)
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lähetä palaute|Tallenna muutokset/ }).click()
  await expect(page.getByText(/Kiitos, vastauksesi on tallessa/)).toBeVisible()
}

async function fetched(page: Page, address: string): Promise<Buffer> {
  const response = await page.request.get(address)
  expect(response.status()).toBe(200)
  return response.body()
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFileSync(await file.path())
}

// Poppler 22 complains of attributes that are newer than it; what it reads is what counts.
function poppler(command: string, parameters: string[], input: Buffer): string {
  return execFileSync(command, parameters, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
}
