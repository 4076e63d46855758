import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { boardTitle, planWorkshop, test, type LiveWorkshop } from './live-workshop'
import { expect, joinByCode, newBrowser } from './product'
import type { RunningServer } from '../support/running-server'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const agenda = [
  { type: 'talk', title: 'Avaus', instructions: 'Käymme läpi tavoitteen.' },
  {
    type: 'write',
    title: 'Mikä estää yhteistyötä?',
    instructions: 'Yksi este yhteen lappuun.',
    may: ['add', 'move-own'],
    privately: 'yes',
    authorship: 'nobody',
  },
  { type: 'group', title: 'Ryhmittely', may: ['move-all'] },
  { type: 'vote', title: 'Tärkein ensin', may: ['vote'], dots: '2', dotsOnOne: '2', voteOn: 'notes' },
  { type: 'feedback', title: 'Palaute' },
] as const

const plan = (server: RunningServer, title: string) => planWorkshop(server, title, agenda)

/** The step that is shown, by its heading. */
const step = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title })

const ownNote = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

/** Writes with the field's own keyboard, and waits until the server has it on disk. */
async function write(page: Page, words: string): Promise<void> {
  const field = page.getByLabel('Uusi lappu')
  await field.fill(words)
  await field.press('Enter')
  await expect(ownNote(page, words)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Tallennettu$/ }).first()).toBeVisible()
}

async function stepIdOf(workshop: LiveWorkshop): Promise<string> {
  const state = await workshop.command('pause')
  if (!state.step) throw new Error('No step runs')
  return state.step.id
}

test('from the code to the first own note: two screens on a phone, and the field is ready', async ({ browser, server }) => {
  const workshop = await plan(server, 'Ensimmäinen lappu')
  await workshop.command('start')
  await workshop.command('next')
  const page = await (await newBrowser(browser, server, phone)).newPage()
  const screens = new Set<string>()
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) screens.add(new URL(frame.url()).pathname)
  })

  const began = Date.now()
  await page.goto(`/join/${workshop.code}`)
  await page.getByLabel('Nimi, joka näkyy muille').fill('Aino')
  await page.getByLabel('Organisaatio', { exact: true }).selectOption({ label: 'Oulainen' })
  await page.getByRole('button', { name: 'Liity mukaan' }).click()
  await expect(step(page, 'Mikä estää yhteistyötä?')).toBeVisible()
  await expect(page.getByLabel('Uusi lappu')).toBeInViewport()
  await write(page, 'Tieto ei kulje')
  const seconds = (Date.now() - began) / 1000
  test.info().annotations.push({ type: 'seconds to the first note', description: String(seconds) })

  expect([...screens]).toEqual([`/join/${workshop.code}`, `/workshops/${workshop.id}/live`])
  await expect(page.getByLabel('Uusi lappu')).toBeFocused()
  await expectAccessible(page, 'writing privately at 360 px')
})

test('nobody sees a private note before it is revealed; one that was held back can be added afterwards', async ({ browser, server }) => {
  const workshop = await plan(server, 'Yksityiset laput')
  await workshop.command('start')
  await workshop.command('next')
  const [aino, eino] = await Promise.all(
    ['Aino', 'Eino'].map(async (name) => {
      const page = await (await newBrowser(browser, server, phone)).newPage()
      await joinByCode(page, workshop.code, name, 'Oulainen')
      await expect(step(page, 'Mikä estää yhteistyötä?')).toBeVisible()
      return page
    }),
  )
  if (!aino || !eino) throw new Error('Nobody came')
  await write(aino, 'Kaikille näytettävä')
  await write(aino, 'Vain omaksi')
  await aino.getByRole('button', { name: 'Pidä itselläni' }).last().click()
  await write(eino, 'Einon lappu')
  await expect(eino.getByText('Kaikille näytettävä')).toHaveCount(0)

  await workshop.command('reveal', { step: await stepIdOf(workshop) })
  await expect(eino.getByText('Kaikille näytettävä')).toBeVisible()
  await expect(eino.getByText('Vain omaksi')).toHaveCount(0)
  await expect(aino.getByText('Einon lappu')).toBeVisible()

  await aino.getByRole('button', { name: 'Lisää taululle' }).click()
  await expect(eino.getByText('Vain omaksi')).toBeVisible()
  await expectAccessible(eino, 'after the reveal at 360 px')
})

test('a step that begins does not take the page from under somebody who writes, and leads them on when they ask', async ({ browser, server }) => {
  const workshop = await plan(server, 'Kesken kirjoittamisen')
  await workshop.command('start')
  await workshop.command('next')
  const page = await (await newBrowser(browser, server, phone)).newPage()
  await joinByCode(page, workshop.code, 'Aino', 'Oulainen')
  const field = page.getByLabel('Uusi lappu')
  await field.fill('Kesken jäänyt aja')
  await workshop.command('next')
  const on = page.getByRole('button', { name: 'Siirry uuteen vaiheeseen' })
  await expect(on).toBeVisible()
  await expect(page.getByText('on päättynyt. Kesken oleva tekstisi menee vielä siihen.')).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Kesken jäänyt aja')
  await expect(page.getByRole('status').filter({ hasText: 'Vaihe alkoi: Ryhmittely.' })).toBeAttached()
  await on.click()
  await expect(step(page, 'Ryhmittely')).toBeFocused()

  // Whoever was led on, or has pressed a button, is in the middle of nothing.
  await workshop.command('next')
  await expect(step(page, 'Tärkein ensin')).toBeFocused()
})

test('whoever uses the keyboard alone waits, raises a hand, writes, groups, votes and gives feedback', async ({ browser, server }) => {
  const workshop = await plan(server, 'Pelkällä näppäimistöllä')
  const page = await (await newBrowser(browser, server)).newPage()
  await joinByCode(page, workshop.code, 'Aino', 'Oulainen')
  await expect(page.getByRole('heading', { name: 'Tervetuloa, alamme pian' })).toBeVisible()
  await expectAccessible(page, 'waiting')

  await workshop.command('start')
  await expect(step(page, 'Avaus')).toBeVisible()
  const hand = page.getByRole('button', { name: 'Käsi' })
  await hand.focus()
  await page.keyboard.press('Enter')
  await expect(hand).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('status').filter({ hasText: 'Kätesi on ylhäällä.' })).toBeAttached()

  await workshop.command('next')
  await expect(step(page, 'Mikä estää yhteistyötä?')).toBeVisible()
  await page.getByLabel('Uusi lappu').focus()
  // Nothing is called saved before something has been written.
  await expect(page.getByRole('status').filter({ hasText: /^Tallennettu$/ })).toHaveCount(0)
  for (const words of ['Roolit ovat epäselvät', 'Tieto ei kulje']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(ownNote(page, words)).toBeVisible()
  }
  await expect(page.getByRole('status').filter({ hasText: /^Tallennettu$/ })).toBeVisible()
  await workshop.command('reveal', { step: await stepIdOf(workshop) })
  await expect(page.getByText('Laput on paljastettu')).toBeVisible()

  // Nothing is being written: the page goes on by itself, and the focus with it.
  await workshop.command('next')
  await expect(step(page, 'Ryhmittely')).toBeFocused()
  for (const words of ['Roolit ovat epäselvät', 'Tieto ei kulje']) await page.getByRole('checkbox', { name: words }).press('Space')
  await expectAccessible(page, 'grouping')
  await page.getByRole('button', { name: 'Siirrä ryhmään…' }).press('Enter')
  await page.getByLabel('Uusi ryhmä').press('T')
  await page.getByLabel('Uusi ryhmä').fill('Yhteinen kieli')
  await page.keyboard.press('Enter')
  // The dialog and what opened it are gone: one goes on from the group.
  await expect(page.getByRole('heading', { name: 'Yhteinen kieli' })).toBeFocused()

  const voting = await workshop.command('next')
  const on = page.getByRole('button', { name: 'Siirry uuteen vaiheeseen' })
  await expect(step(page, 'Tärkein ensin').or(on)).toBeVisible()
  if (await on.isVisible()) await on.press('Enter')
  const target = page.getByRole('listitem').filter({ hasText: 'Tieto ei kulje' })
  await target.getByRole('button', { name: 'Anna ääni' }).press('Enter')
  await expect(page.getByText('1 ääni jäljellä, kaikkiaan 2')).toBeVisible()
  await expect(page.getByText('Äänesi ovat tallessa.')).toBeVisible()
  await expectAccessible(page, 'voting')

  await workshop.command('show-results', { step: voting.step?.id ?? '' })
  await expect(page.getByRole('heading', { name: 'Tulos' })).toBeVisible()
  await workshop.command('next')
  await expect(step(page, 'Palaute')).toBeVisible()

  // What was voted can be looked at when the step is over, and one comes back from it.
  await page.getByRole('button', { name: /Ohje ja muut toiminnot/ }).press('Enter')
  await page.getByRole('link', { name: 'Tulokset tähän asti' }).press('Enter')
  await expect(page.getByText('Tieto ei kulje').first()).toBeVisible()
  await page.getByRole('link', { name: 'Pelkällä näppäimistöllä' }).press('Enter')
  await expect(step(page, 'Palaute')).toBeVisible()
  await workshop.command('end')
  await expect(page.getByRole('heading', { name: 'Kiitos, että olit mukana' })).toBeVisible()
  await expectAccessible(page, 'after the end')
})

test('the same bar stands on the board: it calls, one stays or goes, and it opens the step there', async ({ browser, server }) => {
  const workshop = await plan(server, 'Palkki taululla')
  await workshop.command('start')
  const page = await (await newBrowser(browser, server, phone)).newPage()
  await joinByCode(page, workshop.code, 'Aino', 'Oulainen')
  await expect(step(page, 'Avaus')).toBeVisible()

  await workshop.command('call', { artefact: workshop.artefactId })
  const call = page.getByText(`pyytää tänne: ${boardTitle}`)
  await expect(call).toBeVisible()
  await page.getByRole('button', { name: 'Jään tähän' }).click()
  await expect(call).toBeHidden()
  await workshop.command('call', { artefact: workshop.artefactId })
  await page.getByRole('button', { name: 'Siirry', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: boardTitle })).toBeVisible()

  const bar = page.getByRole('region', { name: 'Työpajan vaihe' })
  await expect(bar).toContainText('Avaus')
  await workshop.command('next')
  await expect(bar).toContainText('Mikä estää yhteistyötä?')
  await bar.getByRole('button', { name: 'Kirjoita' }).click()
  await write(page, 'Taulun vierestä')
  await expectAccessible(page, 'the step over the board at 360 px')
})

test('a vote that cannot be sent is said not to be saved, and is sent when the connection is back', async ({ browser, server }) => {
  const workshop = await plan(server, 'Ääni ja katkos')
  await workshop.command('start')
  await workshop.command('next')
  await workshop.command('next')
  await workshop.command('next')
  const context = await newBrowser(browser, server, phone)
  const page = await context.newPage()
  await joinByCode(page, workshop.code, 'Aino', 'Oulainen')
  const give = page.getByRole('button', { name: 'Anna ääni' }).first()
  await expect(give).toBeVisible()
  await context.setOffline(true)
  await give.click()
  await expect(page.getByText('Ei vielä tallessa.')).toBeVisible()
  await expect(page.getByText('Yhteys on poikki.')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Äänesi ovat tallessa.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 ääni jäljellä, kaikkiaan 2')).toBeVisible()
})

test('a guest at a door that is closed sees when the workshop begins, and nothing else of it', async ({ browser, server }) => {
  const { code, facilitator, id } = await plan(server, 'Ovi kiinni')
  await facilitator.browser.submitted(`/workshops/${id}`, {
    intent: 'plan',
    title: 'Ovi kiinni',
    purpose: '',
    date: '2099-01-15',
    startClock: '09:00',
    endClock: '12:00',
  })
  await facilitator.browser.submitted(`/workshops/${id}`, { intent: 'close-door' })
  const page = await (await newBrowser(browser, server, phone)).newPage()
  await page.goto(`/join/${code}`)
  await expect(page.getByText('Työpaja alkaa to 15.1.2099 klo 9.00.')).toBeVisible()
  await expect(page.getByText('Ovi kiinni')).toHaveCount(0)
})
