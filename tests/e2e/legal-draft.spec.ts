import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { artefacts, expect, expectSaved, openArtefact, openProject, openSidePanel, test } from './product'

/** Puts the caret behind the first of these words in the text. */
async function putCaret(page: Page, words: string): Promise<void> {
  await editor(page).getByText(words).first().click()
  await page.keyboard.press('End')
}

test('a legal draft is written by keyboard: a footnote, a party, a term, an annex, and a search that replaces', async ({
  owner,
}) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  await expect(editor(owner)).toBeVisible()
  const paragraph = editor(owner).locator('p').first()
  await paragraph.click()
  await owner.keyboard.press('End')

  await test.step('a footnote is numbered by itself and listed below the text', async () => {
    await choose(owner, 'Alaviite')
    await owner.getByRole('textbox', { name: 'Alaviitteen teksti' }).fill('Laki työvoimapalveluiden järjestämisestä (380/2023).')
    await owner.getByRole('button', { name: 'Tallenna alaviite' }).click()
    await expect(owner.getByRole('region', { name: 'Alaviitteet' }).getByText('(380/2023)')).toBeVisible()
    await expect(paragraph.getByText('Alaviite 1: Laki')).toHaveCount(1)
  })

  await test.step('@ asks which organisation of the project is meant', async () => {
    await owner.keyboard.type(' @')
    const window = owner.getByRole('dialog', { name: 'Osapuoli' })
    const name = await window.getByRole('combobox').locator('option').first().textContent()
    await window.getByRole('button', { name: 'Lisää osapuoli' }).press('Enter')
    await expect(paragraph.locator('[data-party]')).toHaveText(name ?? '')
    await expect(paragraph).not.toContainText('@')
  })

  await test.step('a word is marked as a term, and the list says that nobody uses it', async () => {
    // The line goes on behind the caret.
    await owner.keyboard.type(' pilottivaihe ')
    await owner.keyboard.press('ArrowLeft')
    await choose(owner, 'Merkitse määritelmäksi')
    await expect(paragraph.locator('dfn')).toHaveText('pilottivaihe')
    await openSidePanel(owner, /^Tarkista/)
    await owner.getByRole('button', { name: '”pilottivaihe” on määritelty, mutta sitä ei käytetä' }).click()
    await expect(editor(owner)).toBeFocused()
  })

  await test.step('an exact version of another artefact is attached', async () => {
    await owner.getByRole('tab', { name: /^Liitteet/ }).click()
    await owner.getByRole('button', { name: 'Lisää liite' }).click()
    await owner.getByLabel('Mistä').selectOption({ label: artefacts.model })
    await owner.getByRole('button', { name: 'Lisää liitteeksi' }).click()
    await expect(owner.getByText(`Liite 1. ${artefacts.model}, versio 1`)).toBeVisible()
  })

  await test.step('words are found and replaced at once, and one undo brings them back', async () => {
    await putCaret(owner, 'pilottivaihe')
    await owner.keyboard.press('Control+f')
    const bar = owner.getByRole('region', { name: 'Etsi ja korvaa' })
    await bar.getByLabel('Etsi').fill('pilottivaihe')
    await expect(bar.getByRole('status')).toHaveText('1/1')
    await bar.getByLabel('Korvaa tekstillä').fill('kokeiluvaihe')
    await bar.getByRole('button', { name: 'Korvaa kaikki' }).click()
    await expect(bar.getByRole('status')).toHaveText('Korvattiin 1 kohta.')
    await expect(paragraph.locator('dfn')).toHaveText('kokeiluvaihe')
    await bar.getByLabel('Etsi').press('Escape')
    await owner.keyboard.press('Control+z')
    await expect(paragraph.locator('dfn')).toHaveText('pilottivaihe')
    await expectSaved(owner)
  })
})

const editor = (page: Page) => page.getByRole('textbox', { name: new RegExp(artefacts.agreement) })

async function choose(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Lisää', exact: true }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

test('a clause is written beside the text in Swedish, and it shows which of the two is older', async ({ owner }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  await owner.locator('.ProseMirror').first().click()
  await openSidePanel(owner, /^Käännös/)
  await owner.getByRole('button', { name: 'Lisää kieli' }).click()
  await owner.getByRole('button', { name: 'Kirjoita käännös' }).click()
  const translation = owner.getByRole('textbox', { name: /^Käännös:/ })
  // Whoever begins to write goes on in it.
  await expect(translation).toBeFocused()
  await owner.keyboard.type('Kommunerna avtalar om samarbetet.')
  await expect(owner.getByText('Ei vielä tarkistettu')).toBeVisible()
  await owner.getByRole('button', { name: 'Tekstit vastaavat toisiaan' }).click()
  await expect(owner.getByText('Ei vielä tarkistettu')).toHaveCount(0)
  await expectAccessible(owner, 'a clause in two languages')
  await translation.click()
  await owner.keyboard.type('Mera')
  await expect(owner.getByText('Sopimuksen teksti on vanhempi: käännös on muuttunut')).toBeVisible()
  await owner.getByRole('button', { name: 'Tekstit vastaavat toisiaan' }).click()
  await expect(owner.getByText('Sopimuksen teksti on vanhempi: käännös on muuttunut')).toHaveCount(0)
  await expectSaved(owner)
})
