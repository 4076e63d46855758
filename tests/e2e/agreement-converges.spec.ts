import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { wallDate } from '../../app/workshops/wall-time'
import { chooseNobody, giveMandate, memberOf } from './parties'
import { expect, expectSaved, openProject, openSidePanel, test } from './product'

const title = 'Seudun yhteinen sopimus'
const parties = ['Haapavesi', 'Nivala', 'Kela'] as const

const text = (page: Page) => page.getByRole('textbox', { name: new RegExp(title) })

test('three organisations, two people each, bring an agreement from disputed to final, and its package holds it all', async ({
  owner,
  browser,
  server,
}) => {
  test.setTimeout(300_000)
  const inviting = { owner, browser, server }
  const secretary = await memberOf('Haapavesi', 'hallintosihteeri', inviting)
  const nivala = { preparer: await memberOf('Nivala', 'valmistelija', inviting), recorder: await memberOf('Nivala', 'kirjaaja', inviting) }
  const kela = { preparer: await memberOf('Kela', 'valmistelija', inviting), recorder: await memberOf('Kela', 'kirjaaja', inviting) }
  await giveMandate(owner, 'Nivala, kirjaaja')
  await giveMandate(owner, 'Kela, kirjaaja')
  const agreement = await makeAgreement(owner)

  await test.step('one objects to a clause, another wants it changed: the table shows where it is disputed', async () => {
    await state(nivala.preparer, agreement, /^Vastustaa/, 'Kaksi kokousta vuodessa ei riitä.')
    await state(kela.preparer, agreement, /^Hyväksyy muutettuna/, 'Kokouksia on oltava neljä.')
    await secretary.goto(`${agreement}/positions`)
    await expect(secretary.getByText('1 kiistanalainen kohta')).toBeVisible()
  })

  await test.step('one of them suggests words, and whoever leads accepts them', async () => {
    await kela.preparer.goto(`${agreement}#place=meetings`)
    await expectSaved(kela.preparer)
    await kela.preparer.getByRole('radio', { name: 'Ehdota' }).check()
    await kela.preparer.locator('.ProseMirror [data-clause="meetings"] p').first().click()
    await kela.preparer.keyboard.press('End')
    await kela.preparer.keyboard.type(' Ohjausryhmä kokoontuu neljästi vuodessa.')
    await expectSaved(kela.preparer)
    await expect(text(owner).locator('ins')).toContainText('neljästi vuodessa')
    await openSidePanel(owner, /Ehdotukset/)
    await owner.getByRole('article', { name: /Kela, valmistelija/ }).getByRole('button', { name: 'Hyväksy' }).click()
    await expect(text(owner).locator('ins')).toHaveCount(0)
    await expectSaved(owner)
  })

  await test.step('both find their position given on an earlier wording, and accept the clause as it is now', async () => {
    await expect(secretary.getByText('2 kantaa on annettu aiemmasta sanamuodosta.')).toBeVisible()
    for (const page of [nivala.preparer, kela.preparer]) await state(page, agreement, /^Hyväksyy (?!muutettuna)/)
    await expect(secretary.getByText('Yksikään kohta ei ole kiistanalainen.')).toBeVisible()
  })

  await test.step('the three decide on one version, each for itself, and it is final', async () => {
    await propose(owner, agreement)
    await nivala.preparer.goto(`${agreement}/approvals`)
    await expect(nivala.preparer.getByRole('link', { name: 'Kirjaa päätös' })).toHaveCount(0)
    const recorders = [owner, nivala.recorder, kela.recorder]
    for (const [index, page] of recorders.entries()) await approve(page, agreement, `§ ${index + 101}`)
    await expect(kela.recorder.getByRole('heading', { name: 'Lopullinen pyydettyjen osapuolten kesken' })).toBeVisible()
  })

  await test.step('the package holds the agreement in every form, each decision, and a hash of every file', async () => {
    await checkPackage(await packageOf(owner, agreement))
  })
  for (const page of [secretary, nivala.preparer, nivala.recorder, kela.preparer, kela.recorder]) await page.context().close()
})

/** Answers its path. */
async function makeAgreement(owner: Page): Promise<string> {
  await openProject(owner)
  await owner.goto(`${new URL(owner.url()).pathname}/artefacts/new`)
  await owner.getByRole('radio', { name: /Kumppanuussopimuksen runko/ }).check()
  await owner.getByLabel('Tuotoksen nimi').fill(title)
  await owner.getByRole('button', { name: 'Luo tuotos' }).click()
  await expect(owner.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expectSaved(owner)
  return new URL(owner.url()).pathname
}

/** Where somebody's organisation stands on the clause about meetings. */
async function state(page: Page, agreement: string, stance: RegExp, words?: string): Promise<void> {
  await page.goto(`${agreement}?panel=positions&at=meetings#place=meetings`)
  await expectSaved(page)
  const change = page.getByRole('button', { name: 'Muuta kantaa' })
  const send = page.getByRole('button', { name: 'Kerro kanta' })
  await expect(change.or(send)).toBeVisible()
  if (await change.isVisible()) await change.click()
  await page.getByRole('radio', { name: stance }).check()
  if (words !== undefined) await page.getByRole('textbox', { name: /^(Miksi|Mikä muutos)\?/ }).fill(words)
  await send.click()
  await expect(page.getByText('Kanta on tallennettu.')).toBeVisible()
}

async function propose(owner: Page, agreement: string): Promise<void> {
  await owner.goto(`${agreement}/versions`)
  await owner.getByRole('button', { name: 'Ota versio' }).first().click()
  await owner.getByRole('dialog').getByLabel('Nimi').fill('Toimielimille')
  await owner.getByRole('dialog').getByRole('button', { name: 'Ota versio' }).click()
  await expect(owner.getByText(/^Versio \d+ on otettu\.$/)).toBeVisible()
  await owner.goto(`${agreement}/approvals/propose`)
  await owner.getByLabel('Määräpäivä').fill('2099-01-31')
  await chooseNobody(owner)
  for (const name of parties) await owner.getByRole('checkbox', { name, exact: true }).check()
  await owner.getByRole('button', { name: 'Esitä osapuolille' }).click()
  await expect(owner.getByText(/^0 \/ 3 osapuolta/)).toBeVisible()
}

async function approve(page: Page, agreement: string, section: string): Promise<void> {
  await page.goto(`${agreement}/approvals`)
  await page.getByRole('link', { name: 'Kirjaa päätös' }).click()
  await page.getByRole('textbox', { name: 'Toimielin' }).fill('Hallitus')
  await page.getByLabel('Päätöspäivä').fill(wallDate(new Date()))
  await page.getByLabel('Pykälä').fill(section)
  await page.getByRole('radio', { name: /^Hyväksytty (?!varaumin)/ }).check()
  await page.getByRole('button', { name: 'Kirjaa päätös' }).click()
  await expect(page.getByText(/^Päätös on kirjattu/)).toBeVisible()
}

async function packageOf(owner: Page, agreement: string): Promise<Record<string, Uint8Array>> {
  await owner.goto(`${agreement}/versions/1`)
  const downloaded = owner.waitForEvent('download')
  await owner.getByRole('button', { name: 'Tee paketti' }).click()
  const file = await downloaded
  return unzipSync(await readFile(await file.path()))
}

const manifestSchema = z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) })

async function checkPackage(files: Record<string, Uint8Array>): Promise<void> {
  const named = (pattern: RegExp) => Object.entries(files).find(([name]) => pattern.test(name)) ?? []
  const begins = (bytes: Uint8Array | undefined) => strFromU8((bytes ?? new Uint8Array()).slice(0, 4), true)
  const pdfs = Object.entries(files).filter(([name]) => name.endsWith('.pdf'))
  expect(pdfs.length).toBeGreaterThanOrEqual(2)
  for (const [, bytes] of pdfs) expect(begins(bytes)).toBe('%PDF')
  expect(begins(named(/\.docx$/)[1])).toBe('PK\u0003\u0004')
  const records = strFromU8(named(/hyvaksynnat\.json$/)[1] ?? new Uint8Array())
  for (const [index, name] of parties.entries()) expect(records).toMatch(new RegExp(`"${name}"[^]*§ ${index + 101}|§ ${index + 101}[^]*"${name}"`))
  const [place = '', listed = new Uint8Array()] = named(/(manifest|tarkisteet)\.json$/)
  const root = place.slice(0, place.indexOf('/') + 1)
  const { files: hashed } = manifestSchema.parse(JSON.parse(strFromU8(listed)))
  expect(hashed.length).toBeGreaterThanOrEqual(6)
  for (const { path, sha256 } of hashed) {
    expect(createHash('sha256').update(files[`${root}${path}`] ?? '').digest('hex'), path).toBe(sha256)
  }
}
