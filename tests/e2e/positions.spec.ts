import { expectAccessible } from './accessible'
import { memberOf } from './parties'
import { artefacts, expect, expectSaved, openArtefact, openProject, test } from './product'

test('an organisation says where it stands, everybody sees it at once, and it is marked when the text changes', async ({
  owner,
  browser,
  server,
}) => {
  const oulainen = await memberOf('Oulainen', 'sihteeri', { owner, browser, server })
  const address = await test.step('the facilitator has the table open', async () => {
    await openProject(owner)
    await openArtefact(owner, artefacts.agreement)
    const { pathname } = new URL(owner.url())
    await owner.goto(`${pathname}/positions`)
    await expect(owner.getByText('2 kiistanalaista kohtaa')).toBeVisible()
    return pathname
  })

  await test.step('a member says by keyboard what change their organisation wants', async () => {
    await oulainen.goto(`${address}?panel=positions&at=meetings#place=meetings`)
    await expectSaved(oulainen)
    await oulainen.getByRole('radio', { name: /Hyväksyy muutettuna/ }).focus()
    await oulainen.keyboard.press('Space')
    await oulainen.getByRole('button', { name: 'Kerro kanta' }).press('Enter')
    await expect(oulainen.getByRole('textbox', { name: 'Mikä muutos?' })).toBeFocused()
    await oulainen.keyboard.type('Kokouksia neljä vuodessa.')
    await oulainen.getByRole('button', { name: 'Kerro kanta' }).press('Enter')
    await expect(oulainen.getByText('Kanta on tallennettu.')).toBeVisible()
    await expectAccessible(oulainen, 'the positions on a clause')
  })

  await test.step('the table shows it without being loaded again, and can be walked with the arrows', async () => {
    await expect(owner.getByText('3 kiistanalaista kohtaa')).toBeVisible()
    await owner.getByLabel('Vain kiistanalaiset').check()
    const grid = owner.getByRole('grid')
    await grid.getByRole('link', { name: /Kokoukset/ }).focus()
    for (let step = 0; step < 4; step += 1) await owner.keyboard.press('ArrowRight')
    await owner.keyboard.press('Enter')
    const said = owner.getByRole('dialog', { name: /Oulainen/ })
    await expect(said).toContainText('Kokouksia neljä vuodessa.')
    await owner.keyboard.press('Escape')
    await expectAccessible(owner, 'the table of positions')
    await owner.setViewportSize({ width: 360, height: 740 })
    await expect(owner.getByRole('button', { name: /^Oulainen/ })).toBeVisible()
    await expectAccessible(owner, 'the table on a phone')
    await owner.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('the facilitator goes to the next disputed clause, changes it, and comes back to where they were', async () => {
    await owner.getByRole('grid').getByRole('link', { name: /Yhteiset kustannukset/ }).focus()
    await owner.getByRole('link', { name: 'Seuraava kiistanalainen' }).click()
    await expect(owner.getByRole('heading', { name: /^Kohta .* Kokoukset/ })).toBeFocused()
    await owner.locator('.ProseMirror [data-clause="meetings"] p').first().click()
    await owner.keyboard.press('End')
    await owner.keyboard.type(' Kokous pidetään neljä kertaa vuodessa.')
    await expectSaved(owner)
    await owner.getByRole('link', { name: 'Kaikki kannat taulukkona' }).click()
    await expect(owner.getByRole('grid').getByRole('link', { name: /Kokoukset/ })).toBeFocused()
    await expect(owner.getByText('2 kantaa on annettu aiemmasta sanamuodosta.')).toBeVisible()
  })

  await test.step('the member sees what has changed, and accepts it as it is now', async () => {
    await oulainen.getByText('Mikä tekstissä on muuttunut sen jälkeen').click()
    await expect(oulainen.locator('ins').filter({ hasText: 'Kokous pidetään neljä kertaa vuodessa.' })).toBeVisible()
    await oulainen.getByRole('button', { name: 'Muuta kantaa' }).click()
    await oulainen.getByRole('radio', { name: /^Hyväksyy (?!muutettuna)/ }).check()
    await oulainen.getByRole('button', { name: 'Kerro kanta' }).click()
    await expect(owner.getByText('2 kiistanalaista kohtaa')).toBeVisible()
    await oulainen.getByText('Aiemmat kannat').click()
    await expect(oulainen.getByText('Kokouksia neljä vuodessa.')).toBeVisible()
  })

  await test.step('they accept at once all clauses that they have said nothing about, and can take that back', async () => {
    await oulainen.getByRole('button', { name: 'Hyväksy kaikki, joista kanta puuttuu' }).click()
    const asked = oulainen.getByRole('alertdialog', { name: /^Hyväksytäänkö \d+ kohtaa\?/ })
    await expectAccessible(oulainen, 'the question before all is accepted')
    await asked.getByRole('button', { name: 'Hyväksy kohdat' }).click()
    await expect(oulainen.getByText(/^\d+ kohtaa on hyväksytty\.$/)).toBeVisible()
    await expect(oulainen.getByText(/^Kantanne puuttuu/)).toHaveCount(0)
    await oulainen.getByRole('button', { name: 'Peru nämä kannat' }).click()
    await expect(oulainen.getByText(/^Kantanne puuttuu \d+ kohdasta\.$/)).toBeVisible()
  })
})
