import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { wallDate } from '../../app/workshops/wall-time'
import { expectAccessible } from './accessible'
import { chooseNobody } from './parties'
import { artefacts, expect, newBrowser, openArtefact, openProject, test } from './product'

const party = 'Kalajoki'

test('an agreed version becomes a package that anybody can check, and a page that anybody can read', async ({
  browser,
  server,
  owner,
}) => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'tahto-package-'))
  let version = ''
  const stem = () => `kumppanuussopimus-v${version.split('/').at(-1) ?? ''}`

  await test.step('the one party approves a version, and it is final', async () => {
    await speakFor(owner, party)
    await openArtefact(owner, artefacts.agreement)
    const artefact = new URL(owner.url()).pathname
    await owner.goto(`${artefact}/versions`)
    await owner.getByRole('button', { name: 'Ota versio' }).click()
    await owner.getByLabel('Nimi', { exact: true }).fill('Päätettäväksi')
    await owner.getByRole('button', { name: 'Ota versio' }).last().click()
    const taken = (await owner.getByRole('link', { name: 'Päätettäväksi' }).first().getAttribute('href')) ?? ''
    await approveAlone(owner, artefact)
    version = taken
  })

  await test.step('the package is made while its progress is told, and comes by itself', async () => {
    await owner.goto(version)
    await expect(owner.getByText(/^Versio on lopullinen niiden osapuolten kesken, joilta päätös pyydettiin\./)).toBeVisible()
    const downloaded = owner.waitForEvent('download')
    await owner.getByRole('button', { name: 'Tee paketti' }).click()
    await expect(owner.getByRole('progressbar', { name: 'Paketin valmistuminen' })).toBeVisible()
    await expect(owner.getByRole('status').filter({ hasText: 'Paketti on valmis.' })).toBeVisible({ timeout: 60_000 })
    // The button that was pressed is gone: its place is taken by what comes of it.
    await expect(owner.getByRole('link', { name: 'Lataa paketti' })).toBeFocused()
    const file = await downloaded
    expect(file.suggestedFilename()).toBe(`${stem()}.zip`)
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(await file.path())))) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
      await writeFile(path.join(folder, name), bytes)
    }
    await expectAccessible(owner, 'a version with its package')
  })

  await test.step('its own page finds everything right without a network, and a flipped byte wrong', async () => {
    const page = await (await newBrowser(browser, server, { offline: true, viewport: { width: 360, height: 740 } })).newPage()
    const unpacked = path.join(folder, stem())
    await page.goto(pathToFileURL(path.join(unpacked, 'tarkista-paketti.html')).href)
    await page.getByLabel('Paketin kansio (purettuna)').setInputFiles(unpacked)
    await expect(page.getByRole('status')).toHaveText(/^Kaikki \d+ tiedostoa ovat oikein\.$/)
    await expectAccessible(page, 'the page that checks a package')
    await flipByte(path.join(unpacked, 'tiedot/hyvaksynnat.json'))
    await page.getByLabel('Paketin kansio (purettuna)').setInputFiles(unpacked)
    await expect(page.getByRole('status')).toContainText('muuttuneita 1, puuttuvia 0')
    await expect(page.getByRole('row', { name: /hyvaksynnat\.json/ })).toContainText('MUUTTUNUT')
    await page.getByRole('button', { name: 'Svenska' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontrollera paketet')
    await page.context().close()
  })

  await test.step('it is published to whoever comes, also without a script, and withdrawn with the reason', async () => {
    await owner.getByRole('button', { name: 'Julkaise' }).click()
    const link = owner.getByRole('link', { name: /\/published\// })
    const address = (await link.getAttribute('href')) ?? ''
    const stranger = await (await newBrowser(browser, server, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })).newPage()
    const elsewhere: string[] = []
    stranger.on('request', (request) => {
      if (!request.url().startsWith(server.baseUrl) && !request.url().startsWith('data:')) elsewhere.push(request.url())
    })
    expect((await stranger.goto(address))?.status()).toBe(200)
    await expect(stranger.getByRole('heading', { name: artefacts.agreement, level: 1 })).toBeVisible()
    await expect(stranger.getByRole('table', { name: /Osapuolten päätökset/ })).toContainText('Kaupunginhallitus')
    await expect(stranger.getByText('Omistaja')).toHaveCount(0)
    expect(elsewhere).toEqual([])

    await owner.getByRole('button', { name: 'Vedä sivu pois…' }).click()
    await owner.getByLabel('Miksi sivu vedetään pois').fill('Liite puuttui.')
    await owner.getByRole('button', { name: 'Vedä pois', exact: true }).click()
    await expect(owner.getByRole('button', { name: 'Julkaise uudelleen' })).toBeVisible()
    expect((await stranger.goto(address))?.status()).toBe(410)
    await expect(stranger.getByText('Liite puuttui.')).toBeVisible()
    await owner.getByRole('button', { name: 'Julkaise uudelleen' }).click()
    await expect(owner.getByRole('link', { name: new RegExp(address) })).toBeVisible()
    expect((await stranger.goto(address))?.status()).toBe(200)
    await stranger.context().close()
    await owner.setViewportSize({ width: 360, height: 740 })
    await owner.goto(address)
    await expectAccessible(owner, 'a published page')
  })
  await rm(folder, { recursive: true })
})

/** The owner becomes the one who records an organisation's decisions. */
async function speakFor(owner: Page, organisation: string): Promise<void> {
  await openProject(owner)
  await owner.goto(`${new URL(owner.url()).pathname}/people`)
  await owner.getByRole('button', { name: 'Muokkaa: Omistaja' }).click()
  await owner.getByRole('dialog').getByRole('combobox', { name: 'Organisaatio' }).selectOption({ label: organisation })
  await owner.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click()
  await expect(owner.getByRole('dialog')).toHaveCount(0)
  await owner.getByRole('button', { name: 'Anna oikeus kirjata päätökset: Omistaja' }).click()
  await owner.getByRole('button', { name: 'Anna oikeus', exact: true }).click()
  await expect(owner.getByText('Kirjaa organisaationsa päätökset')).toBeVisible()
  await openProject(owner)
}

/** The newest version is put to that organisation alone, which approves it. */
async function approveAlone(owner: Page, artefact: string): Promise<void> {
  await owner.goto(`${artefact}/approvals/propose`)
  await owner.getByLabel('Määräpäivä').fill('2030-01-31')
  await chooseNobody(owner)
  await owner.getByRole('checkbox', { name: party }).check()
  await owner.getByRole('button', { name: 'Esitä osapuolille' }).click()
  await owner.getByRole('link', { name: 'Kirjaa päätös' }).click()
  await owner.getByRole('textbox', { name: 'Toimielin' }).fill('Kaupunginhallitus')
  await owner.getByLabel('Päätöspäivä').fill(wallDate(new Date()))
  await owner.getByRole('radio', { name: /^Hyväks/ }).first().check()
  await owner.getByRole('button', { name: 'Kirjaa päätös' }).click()
  await expect(owner.getByRole('heading', { name: 'Paketti arkistoon ja asianhallintaan' })).toBeVisible()
}

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(file, bytes)
}
