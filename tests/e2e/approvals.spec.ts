import type { Page } from '@playwright/test'
import { wallDate } from '../../app/workshops/wall-time'
import { expectAccessible } from './accessible'
import { chooseNobody, giveMandate, memberOf } from './parties'
import { artefacts, expect, expectSaved, openArtefact, openProject, test } from './product'

const pdf = { name: 'Ote § 12.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nOte\n%%EOF\n') }

test('two parties decide on a version until it is final, and are asked again only about what has changed', async ({
  browser,
  server,
  owner,
}) => {
  test.setTimeout(240_000)
  await openProject(owner)
  const project = new URL(owner.url()).pathname
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }
  const oulainen = await memberOf('Oulainen', 'hallintojohtaja', { owner, browser, server }, phone)
  await giveMandate(owner, 'Oulainen, hallintojohtaja')
  await owner.goto(project)
  await openArtefact(owner, artefacts.agreement)
  const agreement = new URL(owner.url()).pathname

  await test.step('the owner puts a version to two of the organisations', async () => {
    await takeVersion(owner, agreement, 'Toimielinten päätettäväksi')
    await owner.goto(`${agreement}/approvals`)
    await expectAccessible(owner, 'before anything was proposed')
    await owner.getByRole('link', { name: 'Esitä hyväksyttäväksi' }).click()
    await owner.getByRole('button', { name: 'Esitä osapuolille' }).click()
    await expect(owner.getByLabel('Määräpäivä')).toBeFocused()
    await propose(owner, ['Haapavesi', 'Oulainen'])
    await expect(owner.getByText(/^0 \/ 2 osapuolta/)).toBeVisible()
  })

  await test.step('the owner records what their own organisation decided, with a reservation and an extract', async () => {
    await owner.getByRole('link', { name: 'Kirjaa päätös' }).click()
    await fillDecision(owner, /^Hyväksytty varaumin/)
    await owner.getByRole('checkbox').first().check()
    await owner.getByLabel('Päätösteksti').fill('Kustannukset enintään 10 000 euroa vuodessa.')
    await owner.getByLabel('Pöytäkirjanote').setInputFiles(pdf)
    await expectAccessible(owner, 'the form of a decision')
    await owner.getByRole('button', { name: 'Kirjaa päätös' }).click()
    await expect(owner.getByText(/^Päätös on kirjattu/)).toBeVisible()
    const extract = await owner.getByRole('link', { name: 'Pöytäkirjanote: Ote § 12.pdf' }).getAttribute('href')
    const file = await owner.request.get(extract ?? '')
    expect(file.headers()['content-security-policy']).toContain('sandbox')
    expect(file.headers()['content-disposition']).toContain('attachment')
  })

  await test.step('the other, on a phone, reads the whole text, returns it, and later approves it', async () => {
    await owner.getByRole('link', { name: 'Pöytäkirjanote: Ote § 12.pdf' }).focus()
    await oulainen.goto(`${agreement}/approvals`)
    await oulainen.getByRole('link', { name: 'Lue koko teksti' }).click()
    await expect(oulainen.getByRole('heading', { name: 'Mikä on muuttunut' })).toBeVisible()
    await expectAccessible(oulainen, 'the whole text on a phone')
    await decide(oulainen, agreement, /^Palautettu valmisteluun/, 'Perusteluja pitää täydentää.')
    await expect(oulainen.getByRole('table').getByText('Palautettu valmisteluun')).toBeVisible()
    // The owner, who has the page open, sees it come, and stays where they are on it.
    await expect(owner.getByRole('table').getByText('Palautettu valmisteluun')).toBeVisible()
    await expect(owner.getByText('Palauttanut valmisteluun: Oulainen')).toBeVisible()
    await expect(owner.getByRole('link', { name: 'Pöytäkirjanote: Ote § 12.pdf' })).toBeFocused()
    await expectAccessible(oulainen, 'the table on a phone')
    await oulainen.getByRole('link', { name: 'Korjaa kirjausta' }).click()
    await oulainen.getByRole('radio', { name: /^Hyväksytty (?!varaumin)/ }).check()
    await oulainen.getByRole('button', { name: 'Kirjaa korjaus' }).click()
    await expect(oulainen.getByRole('heading', { name: 'Lopullinen pyydettyjen osapuolten kesken' })).toBeVisible()
    await expect(owner.getByRole('heading', { name: 'Lopullinen pyydettyjen osapuolten kesken' })).toBeVisible()
  })

  await test.step('that it is final is told with the artefact, its versions and the project', async () => {
    await owner.goto(agreement)
    await expect(owner.getByText(/on lopullinen niiden kesken, joilta päätös pyydettiin \(2\/2\)\. Osapuolia, joilta ei pyydetty: \d+/)).toBeVisible()
    await owner.goto(`${agreement}/versions`)
    await expect(owner.getByRole('link', { name: 'Lopullinen' })).toBeVisible()
    await owner.goto(project)
    await expect(owner.getByRole('link', { name: /Kumppanuussopimus, versio \d+: lopullinen/ })).toBeVisible()
  })

  await test.step('after a change the parties are asked about that alone', async () => {
    await owner.goto(agreement)
    await expectSaved(owner)
    await owner.getByRole('button', { name: 'Lisää toimintoja' }).click()
    await owner.getByRole('menuitem', { name: 'Nimeä uudelleen' }).click()
    await owner.getByLabel('Tuotoksen nimi').fill('Seudullinen kumppanuussopimus')
    await owner.getByRole('button', { name: 'Tallenna nimi' }).click()
    await expect(owner.getByRole('heading', { name: 'Seudullinen kumppanuussopimus', level: 1 })).toBeVisible()
    await takeVersion(owner, agreement, 'Uusi nimi')
    await owner.goto(`${agreement}/approvals/propose`)
    // Whoever was asked last is asked again.
    await expect(owner.getByRole('checkbox', { name: 'Kela' })).not.toBeChecked()
    await propose(owner, ['Haapavesi', 'Oulainen'])
    // A reservation is not lost by not being asked about again.
    await expect(owner.getByText(/^Teitte siihen varauman: 1 /)).toBeVisible()
    await owner.getByRole('link', { name: 'Kirjaa päätös' }).click()
    await owner.getByRole('radio', { name: /^Hyväksytty varaumin/ }).check()
    await expect(owner.getByRole('checkbox').first()).toBeChecked()
    await owner.goto(`${agreement}/approvals`)
    await oulainen.goto(`${agreement}/approvals`)
    await expect(oulainen.getByText(/Päätöstä pyydetään vain sen jälkeen muuttuneista kohdista/)).toBeVisible()
    await expect(oulainen.getByText('Tuotoksen nimi: Seudullinen kumppanuussopimus')).toBeVisible()
    await oulainen.getByRole('link', { name: 'Katso, mikä on muuttunut' }).click()
    await expect(oulainen.getByRole('link', { name: 'DOCX muutosmerkinnöin' })).toBeVisible()
    await expectAccessible(oulainen, 'the changes on a phone')
  })

  await test.step('the owner takes it back, and everything is as it was for the others', async () => {
    await owner.getByRole('button', { name: 'Vedä takaisin' }).click()
    await owner.getByRole('alertdialog').getByRole('button', { name: 'Vedä takaisin' }).click()
    await expect(owner.getByText('Versio on vedetty takaisin.')).toBeVisible()
    await owner.goto(agreement)
    await expectSaved(owner)
    await owner.getByRole('button', { name: 'Lisää toimintoja' }).click()
    await owner.getByRole('menuitem', { name: 'Nimeä uudelleen' }).click()
    await owner.getByLabel('Tuotoksen nimi').fill(artefacts.agreement)
    await owner.getByRole('button', { name: 'Tallenna nimi' }).click()
    await expect(owner.getByRole('heading', { name: artefacts.agreement, level: 1 })).toBeVisible()
  })
})

async function takeVersion(page: Page, artefact: string, name: string): Promise<void> {
  await page.goto(`${artefact}/versions`)
  await page.getByRole('button', { name: 'Ota versio' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nimi').fill(name)
  await dialog.getByRole('button', { name: 'Ota versio' }).click()
  await expect(page.getByText(/^Versio \d+ on otettu\.$/)).toBeVisible()
}

/** To these, and to nobody else. */
async function propose(page: Page, parties: readonly string[]): Promise<void> {
  await page.getByLabel('Määräpäivä').fill('2099-01-31')
  await chooseNobody(page)
  for (const name of parties) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Esitä osapuolille' }).click()
  await expect(page.getByText('Versio on nyt osapuolten hyväksyttävänä.')).toBeVisible()
}

async function fillDecision(page: Page, outcome: RegExp): Promise<void> {
  await page.getByRole('textbox', { name: 'Toimielin' }).fill('Kaupunginhallitus')
  await page.getByLabel('Päätöspäivä').fill(wallDate(new Date()))
  await page.getByLabel('Pykälä').fill('§ 12')
  await page.getByRole('radio', { name: outcome }).check()
}

async function decide(page: Page, artefact: string, outcome: RegExp, words: string): Promise<void> {
  await page.goto(`${artefact}/approvals`)
  await page.getByRole('link', { name: 'Kirjaa päätös' }).click()
  await fillDecision(page, outcome)
  await page.getByLabel('Päätösteksti').fill(words)
  await page.getByRole('button', { name: 'Kirjaa päätös' }).click()
  await expect(page.getByText(/^Päätös on kirjattu/)).toBeVisible()
}
