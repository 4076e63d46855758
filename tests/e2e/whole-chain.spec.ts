import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import type { Page } from '@playwright/test'
import { addNote, artefacts, expect, expectSaved, joinByCode, newBrowser, openArtefact, openProject, openWorkshop, test, typeInField } from './product'

test('a facilitator and two guests make a result together, from the code to the final document', async ({
  browser,
  server,
  owner,
}) => {
  test.setTimeout(240_000)
  const code = await openWorkshop(owner, 'Sopimustyöpaja')
  const room = owner.url()
  const aino = await (await newBrowser(browser, server)).newPage()
  const phone = await (await newBrowser(browser, server, { viewport: { width: 360, height: 740 }, hasTouch: true })).newPage()
  await joinByCode(aino, code, 'Palveluohjaaja', 'Ylivieska')
  await joinByCode(phone, code, 'Valmentaja', 'Nuorten Ystävät ry')

  await test.step('the facilitator sees who has joined', async () => {
    await owner.goto(room)
    await expect(owner.getByText('Palveluohjaaja').first()).toBeVisible()
    await expect(owner.getByText('Valmentaja').first()).toBeVisible()
  })

  await test.step('all three work on the board, each seeing the others', async () => {
    await owner.getByRole('link', { name: new RegExp(artefacts.model) }).click()
    await openArtefact(aino, artefacts.model)
    await openArtefact(phone, artefacts.model)
    await Promise.all([
      addNote(owner, 'Yksi yhteinen yhteyshenkilö'),
      addNote(aino, 'Tapaaminen viikon sisällä'),
      writeNoteInOutline(phone, 'Valmennus alkaa heti'),
    ])
    for (const page of [owner, aino, phone]) {
      for (const words of ['Yksi yhteinen yhteyshenkilö', 'Tapaaminen viikon sisällä', 'Valmennus alkaa heti']) {
        await expect(page.getByText(words).first()).toBeAttached()
      }
    }
    await expect(owner.getByRole('button', { name: /2 muuta paikalla/ })).toBeVisible()
  })

  await test.step('undo takes back only one’s own', async () => {
    await owner.getByRole('button', { name: 'Kumoa oma muutos' }).click()
    await expect(aino.getByText('Yksi yhteinen yhteyshenkilö')).toHaveCount(0)
    await expect(owner.getByText('Tapaaminen viikon sisällä').first()).toBeVisible()
    await expectSaved(owner)
  })

  await test.step('two add cards to the service path at once', async () => {
    await backToWorkshop(aino)
    await openArtefact(aino, artefacts.blueprint)
    await openProject(owner)
    await openArtefact(owner, artefacts.blueprint)
    await Promise.all([
      writeCard(owner, 'Asiakkaan toiminta', 'Ensikontakti', 'Varaa ajan puhelimella'),
      writeCard(aino, 'Ideat', 'Ensikontakti', 'Yksi numero koko alueelle'),
    ])
    for (const page of [owner, aino]) {
      await expect(page.getByText('Varaa ajan puhelimella').first()).toBeVisible()
      await expect(page.getByText('Yksi numero koko alueelle').first()).toBeVisible()
    }
  })

  await test.step('two write in the agreement; what is written offline is kept and merged', async () => {
    await backToWorkshop(aino)
    await openArtefact(aino, artefacts.agreement)
    await openProject(owner)
    await openArtefact(owner, artefacts.agreement)
    await aino.context().setOffline(true)
    await writeAtEndOfClause(aino, 'Tausta ja tarkoitus', ' Kirjoitettu ilman yhteyttä.')
    await expect(aino.getByRole('status').filter({ hasText: /tallessa laitteella$/ })).toBeVisible()
    await writeAtEndOfClause(owner, 'Tavoitteet', ' Kirjoitettu samaan aikaan.')
    await expect(owner.getByText('Kirjoitettu ilman yhteyttä.')).toHaveCount(0)
    await aino.context().setOffline(false)
    await expectSaved(aino)
    for (const page of [owner, aino]) {
      await expect(page.getByText(/Kirjoitettu ilman yhteyttä\./)).toBeVisible()
      await expect(page.getByText(/Kirjoitettu samaan aikaan\./)).toBeVisible()
    }
  })

  await test.step('a version is taken, the work goes on, and the two are compared', async () => {
    await takeVersion(owner, 'Lausuntokierrokselle')
    await owner.getByRole('link', { name: 'Takaisin tuotokseen' }).click()
    await expectSaved(owner)
    await writeAtEndOfClause(owner, 'Tavoitteet', ' Tätä ei ollut versiossa.')
    await expectSaved(owner)
    await owner.getByRole('link', { name: 'Versiot' }).click()
    await owner.getByRole('link', { name: 'Vertaa versiota 2 nykytilaan' }).click()
    await expect(owner.locator('ins').filter({ hasText: 'Tätä ei ollut versiossa.' })).toBeVisible()
  })

  await test.step('it is restored while the guest has it open, and nothing is lost', async () => {
    await owner.goBack()
    await owner.getByRole('heading', { name: 'Lausuntokierrokselle' }).getByRole('link').click()
    await expect(owner.getByText(/^[0-9a-f]{12}…$/)).toBeVisible()
    await owner.getByRole('button', { name: 'Palauta tämä versio' }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Palauta' }).click()
    await expect(owner.getByText(/Versio 2 on palautettu/)).toBeVisible()
    await expect(aino.getByText('Tätä ei ollut versiossa.')).toHaveCount(0)
    await expect(aino.getByText(/Kirjoitettu ilman yhteyttä\./)).toBeVisible()
  })

  await test.step('the final documents are sound', async () => {
    await owner.goto(new URL(owner.url()).pathname.replace(/\/versions.*$/, '/versions/2'))
    const pdf = await download(owner, 'pdf')
    const structure = pdfinfo('-struct', pdf)
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD']) {
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    }
    const facts = pdfinfo(pdf)
    expect(facts).toMatch(/Title:\s+Kumppanuussopimus/)
    expect(facts).toMatch(/Tagged:\s+yes/)

    const word = unzipSync(readFileSync(await download(owner, 'docx')))
    const xml = strFromU8(word['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:val="Heading1"')
    expect(xml).toContain('w:tblHeader')
    expect(xml).toMatch(/TOC \\/)
    expect(xml).toContain('Kirjoitettu ilman yhteyttä.')
    expect(strFromU8(word['word/numbering.xml'] ?? new Uint8Array())).toContain('w:abstractNum')
    expect(strFromU8(word['word/styles.xml'] ?? new Uint8Array())).toMatch(/w:lang [^>]*w:val="fi-FI"/)
  })

  await test.step('when the door is closed, the guests are shown out and told why', async () => {
    await owner.goto(room)
    await owner.getByRole('button', { name: 'Sulje ovi' }).click()
    await confirmIfAsked(owner)
    await expect(aino.getByText(/ovi on kiinni|työpajan ovi on suljettu/i).first()).toBeVisible()
  })
  await aino.context().close()
  await phone.context().close()

  await test.step('the server had nothing to warn of', () => {
    expect(server.output()).not.toContain('Warning')
  })
})

async function confirmIfAsked(page: Page): Promise<void> {
  const question = page.getByRole('alertdialog')
  const closed = page.getByText('Ovi on kiinni', { exact: true })
  await expect(question.or(closed).first()).toBeVisible()
  if (await question.isVisible()) await question.getByRole('button', { name: /Sulje ovi/ }).click()
  await expect(closed).toBeVisible()
}

async function backToWorkshop(guest: Page): Promise<void> {
  await guest.getByRole('link', { name: 'Työpajaan' }).click()
  await expect(guest.getByRole('heading', { name: 'Sopimustyöpaja', level: 1 })).toBeVisible()
}

async function writeNoteInOutline(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /Lappu/ }).first().click()
  await typeInField(page, words)
  await page.keyboard.press('Escape')
}

async function writeCard(page: Page, lane: string, phase: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Lisää kortti: ${lane}, ${phase}` }).click()
  await typeInField(page, words)
  await page.keyboard.press('Escape')
  await expectSaved(page)
}

/** At the end of the last paragraph that stands directly in the clause. */
async function writeAtEndOfClause(page: Page, title: string, words: string): Promise<void> {
  const editor = page.locator('.ProseMirror')
  await editor.getByText(title, { exact: true }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function takeVersion(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Versiot' }).click()
  await page.getByRole('button', { name: 'Ota versio' }).click()
  await page.getByRole('dialog').getByLabel('Nimi').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Ota versio' }).click()
  await expect(page.getByText('Versio 2 on otettu.')).toBeVisible()
}

async function download(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Lataa tiedostona' }).click()
  const dialog = page.getByRole('dialog')
  const link = dialog.getByRole('link', { name: format === 'pdf' ? /PDF – saavutettava/ : /DOCX/ })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  await page.keyboard.press('Escape')
  return file.path()
}

// Poppler 22 complains of attributes that are newer than it; what it reads is what counts.
function pdfinfo(...parameters: string[]): string {
  return execFileSync('pdfinfo', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
