import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { artefacts, expect, joinByCode, newBrowser, openWorkshop, test } from './product'

const steps = [
  { type: 'talk', title: 'Miksi olemme täällä?', minutes: '10' },
  { type: 'write', title: 'Mikä estää yhteistyötä?', minutes: '8' },
  { type: 'talk', title: 'Mitä sovimme?', minutes: '5' },
]

/** A workshop with its door open and these steps. Answers its path and code. */
async function plannedWorkshop(owner: Page, title: string) {
  const code = await openWorkshop(owner, title)
  const path = new URL(owner.url()).pathname
  for (const step of steps) {
    const form = { intent: 'add', instructions: 'Puhutaan vuorotellen.', may: 'look', ...step }
    const answer = await owner.request.post(`${path}/agenda`, { form, headers: { origin: new URL(owner.url()).origin } })
    expect(answer.ok()).toBe(true)
  }
  return { path, code }
}

const running = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title })
const clock = (page: Page) => page.getByRole('timer')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Minutes that the clock shows, a begun one counted as whole. */
async function minutesLeft(page: Page): Promise<number> {
  const [, minutes = '0', seconds = '0'] = /(\d+):(\d+)/.exec(await clock(page).innerText()) ?? []
  return Number(minutes) + (Number(seconds) > 0 ? 1 : 0)
}

test('two facilitators lead one workshop from their own screens, and a closed browser loses nothing', async ({
  browser,
  server,
  owner,
  ownerState,
}) => {
  test.setTimeout(180_000)
  const { path, code } = await plannedWorkshop(owner, 'Kaksi ohjaajaa')
  const otherBrowser = await newBrowser(browser, server, { storageState: ownerState })
  const other = await otherBrowser.newPage()
  const guest = await (await newBrowser(browser, server, { viewport: { width: 360, height: 740 } })).newPage()
  await joinByCode(guest, code, 'Palveluohjaaja', 'Oulainen')
  await expect(guest).toHaveURL(/\/(workshops|artefacts)\//)
  await guest.goto(`${path}/live`)
  await owner.goto(`${path}/run`)
  await other.goto(`${path}/run`)

  await test.step('what one starts, the other sees, and so do the participants', async () => {
    await button(owner, 'Aloita työpaja').click()
    for (const page of [owner, other]) await expect(running(page, 'Miksi olemme täällä?')).toBeVisible()
    await expect(guest.getByText('Miksi olemme täällä?').first()).toBeVisible()
    await expectAccessible(owner, 'the facilitator’s screen')
  })

  await test.step('a double click on Next goes on by one step', async () => {
    await button(owner, /Seuraava vaihe/).dblclick()
    for (const page of [owner, other]) await expect(running(page, 'Mikä estää yhteistyötä?')).toBeVisible()
    await expect(button(other, /Seuraava vaihe/)).toBeEnabled()
    await expect(running(owner, 'Mikä estää yhteistyötä?')).toBeVisible()
  })

  await test.step('the other stops the clock and adds five minutes', async () => {
    await button(other, /Pysäytä kello/).click()
    await expect(button(owner, /Käynnistä kello/)).toBeVisible()
    await button(other, 'Lisää 5 minuuttia').click()
    await expect.poll(() => minutesLeft(owner)).toBe(13)
    await button(owner, /Käynnistä kello/).click()
    await expect(button(other, /Pysäytä kello/)).toBeVisible()
  })

  await test.step('a hand that goes up is seen by both, and lowered by one', async () => {
    await button(guest, 'Käsi').click()
    for (const page of [owner, other]) await expect(button(page, 'Laske käsi: Palveluohjaaja')).toBeVisible()
    await button(other, 'Laske käsi: Palveluohjaaja').click()
    await expect(owner.getByText('Kukaan ei ole pyytänyt puheenvuoroa.')).toBeVisible()
  })

  await test.step('everybody is called to a board, and may stay where they are', async () => {
    await owner.getByLabel('Paikka', { exact: true }).selectOption({ label: `${artefacts.model}: koko tuotos` })
    await button(owner, /Kutsu kaikki tänne/).click()
    await expect(guest.getByText(new RegExp(`pyytää tänne: ${artefacts.model}`))).toBeVisible()
    await button(guest, 'Jään tähän').click()
    await expect(guest).toHaveURL(new RegExp(`${path}/live`))
    await expect(button(other, /Peru kutsu/)).toBeVisible()
    await button(owner, /Peru kutsu/).click()
    // What is pressed before one's own page has followed does nothing, and says so.
    await expect(button(other, /Peru kutsu/)).toBeHidden()
  })

  await test.step('one closes their browser; the other goes on to the end', async () => {
    await owner.close()
    await button(other, /Seuraava vaihe/).click()
    await expect(running(other, 'Mitä sovimme?')).toBeVisible()
    await button(other, /Päätä työpaja/).click()
    await other.getByRole('alertdialog').getByRole('button', { name: 'Päätä työpaja' }).click()
    await expect(running(other, 'Työpaja on päättynyt')).toBeVisible()
  })
  await otherBrowser.close()
})

test('a whole workshop is led by keys alone, and focus stays where it was', async ({ owner }) => {
  const { path } = await plannedWorkshop(owner, 'Näppäimillä')
  await owner.goto(`${path}/run`)
  await button(owner, 'Aloita työpaja').focus()
  await owner.keyboard.press('Enter')
  await expect(running(owner, 'Miksi olemme täällä?')).toBeVisible()

  const next = button(owner, /Seuraava vaihe/)
  // A step rests for a moment, so that a second press is not taken for the next one.
  await expect(next).toBeEnabled()
  await next.focus()
  await owner.keyboard.press('Enter')
  await expect(running(owner, 'Mikä estää yhteistyötä?')).toBeVisible()
  await expect(next).toBeFocused()
  await expect(owner.getByRole('status').filter({ hasText: 'Vaihe 2/3: Mikä estää yhteistyötä?' })).toBeAttached()

  await expect(next).toBeEnabled()
  await owner.keyboard.press('b')
  await expect(running(owner, 'Miksi olemme täällä?')).toBeVisible()
  await owner.keyboard.press('p')
  await expect(button(owner, /Käynnistä kello/)).toBeVisible()
  await owner.keyboard.press('+')
  await expect.poll(() => minutesLeft(owner)).toBe(11)
  await owner.keyboard.press('h')
  await owner.keyboard.press('c')
  await expect(button(owner, /Kutsu kaikki tänne/)).toBeFocused()

  await test.step('the keys are listed, and can be turned off', async () => {
    await owner.keyboard.press('?')
    const list = owner.getByRole('dialog', { name: 'Pikanäppäimet' })
    await list.getByRole('checkbox', { name: 'Pikanäppäimet käytössä' }).uncheck()
    await owner.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await owner.keyboard.press('p')
    await expect(button(owner, /Käynnistä kello/)).toBeVisible()
    await button(owner, 'Pikanäppäimet').press('Enter')
    await list.getByRole('checkbox', { name: 'Pikanäppäimet käytössä' }).check()
    await owner.keyboard.press('Escape')
    // Until it is closed nothing behind it takes a key.
    await expect(list).toBeHidden()
  })

  // The step before it may rest still.
  await expect(button(owner, /Mitä sovimme\?/)).toBeEnabled()
  await button(owner, /Mitä sovimme\?/).press('Enter')
  await expect(running(owner, 'Mitä sovimme?')).toBeVisible()
  await expect(button(owner, /Päätä työpaja/)).toBeEnabled()
  await owner.keyboard.press('n')
  await expect(owner.getByRole('alertdialog')).toBeVisible()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Päätä työpaja' }).press('Enter')
  await expect(running(owner, 'Työpaja on päättynyt')).toBeVisible()
})

test('when the server cannot be reached the screen says so and what to do, and comes back by itself', async ({ owner }) => {
  const { path } = await plannedWorkshop(owner, 'Katko')
  await owner.goto(`${path}/run`)
  await button(owner, 'Aloita työpaja').click()
  await expect(clock(owner)).toBeVisible()
  await owner.context().setOffline(true)
  await expect(owner.getByRole('alert').getByText('Palvelimeen ei juuri nyt saada yhteyttä')).toBeVisible({ timeout: 20_000 })
  await expect(running(owner, 'Miksi olemme täällä?')).toBeVisible()
  await button(owner, /Seuraava vaihe/).click()
  await expect(running(owner, 'Miksi olemme täällä?')).toBeVisible()
  await owner.context().setOffline(false)
  await expect(owner.getByText('Palvelimeen ei juuri nyt saada yhteyttä')).toBeHidden({ timeout: 30_000 })
  await button(owner, /Seuraava vaihe/).click()
  await expect(running(owner, 'Mikä estää yhteistyötä?')).toBeVisible()
})

test('the wall shows the code before the start, then the step in big type with the code in its corner', async ({
  owner,
}) => {
  const { path, code } = await plannedWorkshop(owner, 'Seinällä')
  const wall = await owner.context().newPage()
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(`${path}/wall`)
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  await expect(wall.getByText(spaced)).toBeVisible()
  await owner.goto(`${path}/run`)
  await button(owner, 'Aloita työpaja').click()
  const title = running(wall, 'Miksi olemme täällä?')
  await expect(title).toBeVisible()
  const size = await title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(size).toBeGreaterThanOrEqual(80)
  await expect(wall.getByText('Puhutaan vuorotellen.')).toBeVisible()
  await expect(wall.getByText(spaced)).toBeVisible()
  await expectAccessible(wall, 'the wall')
  await button(owner, 'Sulje ovi').click()
  await expect(wall.getByText(spaced)).toBeHidden()
})
