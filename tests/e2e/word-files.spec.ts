import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { link, madeFile, paragraph, run, styled } from '../support/word/made-file'
import { artefacts, expect, expectSaved, openArtefact, openProject, test } from './product'

const by = 'w:author="Lakimies (Kela)" w:date="2026-11-20T09:30:00Z"'

const file = madeFile({
  body:
    styled('Heading1', 'Sopijapuolet') +
    paragraph(`${run('Kunnat ')}<w:del w:id="1" ${by}><w:r><w:delText>vastaavat</w:delText></w:r></w:del><w:ins w:id="2" ${by}>${run('huolehtivat')}</w:ins>${run(' palveluista.')}<w:r><w:drawing/></w:r>`) +
    styled('Heading1', 'Yhteyshenkilöt'),
  links: link('r9', 'image', 'http://169.254.169.254/kuva.png'),
})

/** By the keyboard, as far as the page goes: the window in which files are chosen is the browser's own. */
async function choose(page: Page, button: string, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).press('Enter'),
  ])
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

test('a Word file becomes an agreement, told of first, and goes out again with its tracked changes', async ({ owner }) => {
  await openProject(owner)
  await owner.goto(`${owner.url()}/artefacts/new`)
  await owner.getByRole('link', { name: 'Tuo Word-tiedosto' }).click()
  await expect(owner.getByRole('heading', { name: 'Tuo Word-tiedosto', level: 1 })).toBeVisible()

  await choose(owner, 'Valitse Word-tiedosto', 'kuva.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  await expect(owner.getByRole('alert')).toContainText('Tämä ei ole Word-tiedosto')

  await choose(owner, 'Valitse Word-tiedosto', 'Yhteistyösopimus.docx', file)
  // Whoever hears the page hears of the report: the focus is on it.
  await expect(owner.getByRole('heading', { name: 'Mitä tiedostosta löytyi' })).toBeFocused()
  await expect(owner.getByText('Kuvat jäävät pois: 1')).toBeVisible()
  await expect(owner.getByText(/muualla oleviin kuviin tai malleihin: 1/)).toBeVisible()
  await expect(owner.getByLabel('Sopimuksen nimi')).toHaveValue('Yhteistyösopimus')
  await owner.getByLabel('Sopimuksen nimi').press('Enter')

  await expect(owner.getByRole('heading', { name: 'Yhteistyösopimus', level: 1 })).toBeVisible()
  await expectSaved(owner)
  await expect(owner.getByRole('heading', { name: 'Sopijapuolet' })).toBeVisible()

  const word = unzipSync(readFileSync(await download(owner, 'review')))
  const body = strFromU8(word['word/document.xml'] ?? new Uint8Array())
  expect(body).toMatch(/<w:ins [^>]*w:author="Lakimies \(Kela\)" w:date="2026-11-20T09:30:00Z">(?:(?!<\/w:ins>).)*huolehtivat/)
  expect(body).toMatch(/<w:del [^>]*w:author="Lakimies \(Kela\)"[^>]*>(?:(?!<\/w:del>).)*vastaavat/)
})

test('what two versions differ in is offered as tracked changes', async ({ owner }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  const address = owner.url().replace(/[?#].*$/, '')
  await owner.goto(`${address}/versions`)
  await owner.getByRole('button', { name: 'Ota versio' }).first().click()
  await owner.getByRole('dialog').getByLabel('Nimi').fill('Lausunnolle')
  await owner.getByRole('dialog').getByRole('button', { name: 'Ota versio' }).click()
  const taken = await owner.getByText(/^Versio \d+ on otettu\.$/).textContent()
  const number = /\d+/.exec(taken ?? '')?.[0] ?? ''
  // The example brings the first.
  await owner.goto(`${address}/compare?from=1&to=${number}`)
  const redline = owner.getByRole('link', { name: 'Lataa Word-tiedostona, muutokset merkittyinä' })
  const [saved] = await Promise.all([owner.waitForEvent('download'), redline.click()])
  expect(saved.suggestedFilename()).toMatch(new RegExp(`muutokset-1-${number}\\.docx$`))
})

async function download(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Vie asiakirjaksi' }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator(`a[href*="export.${format}"]`).click()])
  return saved.path()
}
