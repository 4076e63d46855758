import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { memberOf } from './parties'
import { addNote, artefacts, expect, expectSaved, openArtefact, openProject, openSidePanel, test } from './product'

const panel = (page: Page) => page.getByRole('tabpanel', { name: /Kommentit/ })
const thread = (page: Page, name: RegExp) => panel(page).getByRole('article', { name })
const editor = (page: Page) => page.getByRole('textbox', { name: /Kumppanuussopimus/ })
const passage = (page: Page, words: string) => editor(page).locator('mark').filter({ hasText: words })

/** Selects the beginning of a paragraph with the keys alone. */
async function selectWords(page: Page, paragraph: string, count: number): Promise<void> {
  // Its first line: Home goes to the beginning of the line.
  await editor(page).getByText(paragraph).first().click({ position: { x: 6, y: 6 } })
  await page.keyboard.press('Home')
  for (let word = 0; word < count; word += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  // The editor hears of a selection a moment after it was made.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toContain(paragraph.split(' ')[0] ?? '')
}

async function comment(page: Page, who: RegExp, words: string): Promise<void> {
  await expect(panel(page).getByLabel('Kommentti', { exact: true })).toBeFocused()
  await page.keyboard.type(words)
  // Nothing is sent before one has said who is to see it.
  await page.keyboard.press('Control+Enter')
  await expect(panel(page).getByText('Valitse ensin, kuka näkee kommentin.')).toBeVisible()
  await panel(page).getByRole('radio', { name: who }).check()
  await panel(page).getByRole('button', { name: /^Lähetä/ }).click()
  await expect(panel(page).getByRole('article').filter({ hasText: words })).toBeFocused()
}

test('two organisations talk with each other and among themselves, by keys, on a phone and beside the text', async ({
  browser,
  server,
  owner,
}) => {
  test.slow()
  const member = await memberOf('Ylivieska', 'edustaja', { owner, browser, server })
  for (const page of [owner, member]) {
    await openProject(page)
    await openArtefact(page, artefacts.agreement)
    await expect(editor(page)).toBeVisible()
  }

  // One says something to all about a passage, and something else to one's own only.
  await selectWords(owner, 'Viranomainen on mukana siinä laajuudessa', 3)
  await owner.keyboard.press('Control+Alt+m')
  await comment(owner, /^Yhteinen/, 'Onko tämä liian suppea?')
  await selectWords(owner, 'Oppilaitokset JEDU, Centria', 2)
  await owner.keyboard.press('Control+Alt+m')
  await comment(owner, /^Sisäinen/, 'Emme hyväksy tätä.')
  // The field, which says so too, may be there still.
  await expect(panel(owner).getByRole('article').getByText('Sisäinen – vain Haapavesi näkee')).toBeVisible()
  await expect(passage(owner, 'Viranomainen on mukana')).toBeVisible()
  await expect(passage(owner, 'Oppilaitokset')).toBeVisible()

  // The other organisation sees what is shared, in the text and in the list, and nothing else.
  await expect(passage(member, 'Viranomainen on mukana')).toBeVisible()
  await expect(member.getByRole('button', { name: 'Kommentit ja kannat, 1 avoin' })).toBeVisible()
  await openSidePanel(member, /^Kommentit, 1 avoin/)
  await expect(member.getByRole('tab', { name: /Kommentit/ })).toBeFocused()
  await expect(panel(member).getByRole('article')).toHaveCount(1)
  await expect(panel(member).getByText('Emme hyväksy tätä.')).toHaveCount(0)
  await expect(passage(member, 'Oppilaitokset')).toHaveCount(0)

  // By keys: to the thread, an answer that calls the other organisation, and to the passage.
  await passage(member, 'Viranomainen on mukana').click()
  await expect(thread(member, /Yhteinen keskustelu, Omistaja/)).toBeFocused()
  await member.keyboard.press('r')
  await expect(panel(member).getByLabel('Vastaus')).toBeFocused()
  await member.keyboard.type('Ei ole, @Haa')
  await expect(panel(member).getByRole('option', { name: /Haapavesi/ })).toBeVisible()
  await member.keyboard.press('Enter')
  await member.keyboard.type('katso kohta 2.')
  await member.keyboard.press('Control+Enter')
  await expect(thread(member, /Yhteinen keskustelu, Omistaja/)).toBeFocused()
  await expect(thread(owner, /Yhteinen keskustelu/)).toContainText('1 vastaus')
  await expect(owner.getByRole('status').filter({ hasText: 'Uusi kommentti: Ylivieska, edustaja' })).toHaveCount(1)
  await member.keyboard.press('Enter')
  await expect(editor(member)).toBeFocused()
  expect(await member.evaluate(() => getSelection()?.toString().trim())).toBe('Viranomainen on mukana')

  // It survives what is written before and within it.
  await member.keyboard.press('ArrowLeft')
  await member.keyboard.type('Jokainen ')
  await expectSaved(member)
  await expect(passage(owner, 'Viranomainen on mukana')).toBeVisible()
  await expect(passage(owner, 'Jokainen')).toHaveCount(0)

  // Its words are deleted: the comment is kept with them, in a list of its own.
  await selectWords(member, 'Jokainen Viranomainen', 4)
  await member.keyboard.press('Delete')
  await expectSaved(member)
  for (const page of [member, owner]) {
    const gone = panel(page).getByRole('region', { name: 'Kohta on poistettu' })
    await expect(gone.getByRole('article')).toHaveCount(1)
    await expect(gone.getByRole('blockquote')).toContainText('Viranomainen on mukana')
  }

  // The words stand elsewhere by now: whoever began the thread ties it to them, by keys.
  await editor(member).getByText('Oppilaitokset JEDU, Centria').first().click({ position: { x: 6, y: 6 } })
  await member.keyboard.press('Home')
  await member.keyboard.type('Viranomainen on mukana aina. ')
  await expectSaved(member)
  await expect(editor(owner).getByText('Viranomainen on mukana aina.')).toBeVisible()
  await thread(owner, /Yhteinen keskustelu/).focus()
  await owner.keyboard.press('m')
  const asked = owner.getByRole('alertdialog', { name: 'Liitetäänkö kommentti näihin sanoihin?' })
  // What was selected last.
  await expect(asked).toContainText('Oppilaitokset')
  await asked.getByRole('button', { name: 'Peruuta' }).press('Enter')
  await expect(panel(owner).getByRole('region', { name: 'Kohta on poistettu' })).toBeVisible()
  await selectWords(owner, 'Viranomainen on mukana aina', 3)
  await thread(owner, /Yhteinen keskustelu/).focus()
  await owner.keyboard.press('m')
  await expect(asked).toContainText('Viranomainen on mukana')
  await asked.getByRole('button', { name: 'Liitä' }).press('Enter')
  await expect(panel(owner).getByRole('region', { name: 'Kohta on poistettu' })).toHaveCount(0)
  await expect(thread(owner, /Yhteinen keskustelu/)).toBeFocused()
  await expect(passage(member, 'Viranomainen on mukana')).toBeVisible()

  // Settled, it leaves the list of what is open.
  await thread(member, /Yhteinen keskustelu/).focus()
  await member.keyboard.press('s')
  await expect(panel(member).getByText('Avoimia kommentteja ei ole.')).toBeVisible()
  await expect(member.getByRole('status').filter({ hasText: 'Keskustelu on merkitty ratkaistuksi.' })).toHaveCount(1)
  await expectAccessible(owner, 'comments beside the text')

  // What closes under the hand leaves the focus in the panel: a field that is given up, and a comment that is taken away.
  const begin = panel(owner).getByRole('button', { name: 'Kommentoi koko tuotosta' })
  await begin.press('Enter')
  await expect(panel(owner).getByLabel('Kommentti', { exact: true })).toBeFocused()
  await owner.keyboard.press('Escape')
  await expect(begin).toBeFocused()
  await begin.press('Enter')
  await comment(owner, /^Yhteinen/, 'Tämä oli turha.')
  await owner.getByRole('article').filter({ hasText: 'Tämä oli turha.' }).getByRole('button', { name: /^Kommentin toiminnot/ }).press('Enter')
  await owner.getByRole('menuitem', { name: 'Poista' }).press('Enter')
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Poista kommentti' }).press('Enter')
  await expect(thread(owner, /Sisäinen keskustelu/)).toBeFocused()

  // On a phone the panel comes over the text, and Esc closes it.
  await owner.setViewportSize({ width: 360, height: 740 })
  await expect(owner.getByRole('dialog', { name: 'Kommentit' })).toBeVisible()
  await expectAccessible(owner, 'comments on a phone')
  await thread(owner, /Sisäinen keskustelu/).focus()
  await owner.keyboard.press('Escape')
  await expect(owner.getByRole('dialog')).toHaveCount(0)
  await member.context().close()
})

test('a note is commented on from the board and from the outline, and says so in both', async ({ owner }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  await addNote(owner, 'Kommentoitava lappu')
  await expect(owner.getByRole('group', { name: /^Kommentoitava lappu/ })).toBeFocused()
  await owner.keyboard.press('Control+Alt+m')
  await comment(owner, /^Yhteinen/, 'Kuka vastaa tästä?')
  await expect(owner.getByRole('group', { name: /^Kommentoitava lappu.*1 avoin kommentti/ })).toBeVisible()
  await owner.keyboard.press('Enter')
  await expect(owner.getByRole('group', { name: /^Kommentoitava lappu/ })).toBeFocused()
  await owner.getByRole('button', { name: '1 avoin kommentti: Kommentoitava lappu' }).last().click()
  await expect(thread(owner, /Kommentoitava lappu/)).toBeFocused()
})
