import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { artefacts, expect, expectSaved, joinByCode, newBrowser, openArtefact, openProject, openWorkshop, test, typeInField } from './product'

const widths = [320, 1280] as const

for (const width of widths) {
  test(`everybody can use every page, ${width} px wide`, async ({ browser, server, owner }) => {
    test.setTimeout(180_000)
    await owner.setViewportSize({ width, height: 800 })
    const check = async (path: string) => {
      await owner.goto(path)
      await expect(owner.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(owner, path.replace(/\/[0-9a-z]{16}/g, '/ID'))
    }

    await openProject(owner)
    const project = new URL(owner.url()).pathname
    await expectAccessible(owner, 'the project')
    const paths = ['', '/organisations', '/people', '/artefacts/new', '/workshops/new'].map((end) => project + end)
    for (const path of ['/', '/projects/new', '/account', ...paths]) await check(path)

    for (const title of Object.values(artefacts)) {
      await owner.goto(project)
      await openArtefact(owner, title)
      await expectAccessible(owner, title)
      const artefact = new URL(owner.url()).pathname
      for (const end of ['/versions', '/versions/1', '/compare?from=1&to=now', '/proposals']) await check(artefact + end)
    }

    const code = await openWorkshop(owner, `Työpaja ${width}`)
    await expectAccessible(owner, 'the workshop')
    await check(`${new URL(owner.url()).pathname}/wall`)

    const guest = await (await newBrowser(browser, server, { viewport: { width, height: 740 } })).newPage()
    for (const path of ['/', '/sign-in', '/join', `/join/${code}`, '/join/XXXXXX', '/nowhere']) {
      await guest.goto(path)
      await expectAccessible(guest, `a stranger at ${path.replace(code, 'CODE')}`)
    }
    await joinByCode(guest, code, 'Osallistuja', 'Kalajoki')
    await expect(guest.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(guest, 'a guest in the workshop')
    await guest.context().close()
  })
}

test('without a mouse one joins, writes a note, a card and a clause', async ({ browser, server, owner }) => {
  test.setTimeout(120_000)
  const code = await openWorkshop(owner, 'Näppäimillä')
  const guest = await (await newBrowser(browser, server)).newPage()
  await guest.goto(`/join/${code}`)
  await guest.getByLabel('Nimi, joka näkyy muille').focus()
  await guest.keyboard.type('Näppäimistön käyttäjä')
  await guest.keyboard.press('Tab')
  await guest.keyboard.type('Niv')
  await guest.getByRole('button', { name: 'Liity mukaan' }).focus()
  await guest.keyboard.press('Enter')

  await follow(guest, artefacts.model)
  await guest.getByRole('button', { name: 'Lisää lappu', exact: true }).first().focus()
  await guest.keyboard.press('Enter')
  await typeInField(guest, 'Kirjoitettu näppäimillä')
  await guest.keyboard.press('Escape')
  await expectSaved(guest)
  await expect(guest.getByText('Kirjoitettu näppäimillä').first()).toBeAttached()

  await guest.getByRole('link', { name: 'Työpajaan' }).focus()
  await guest.keyboard.press('Enter')
  await follow(guest, artefacts.blueprint)
  await guest.getByRole('button', { name: /Lisää kortti: .*, Seuranta/ }).first().focus()
  await guest.keyboard.press('Enter')
  await typeInField(guest, 'Kortti näppäimillä')
  await guest.keyboard.press('Escape')
  await expectSaved(guest)
  await expect(guest.getByText('Kortti näppäimillä').first()).toBeVisible()
  await guest.context().close()
})

async function follow(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: new RegExp(`^${title}`) }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expectSaved(page)
}
