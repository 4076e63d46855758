import {
  artefacts,
  expect,
  expectSaved,
  joinByCode,
  newBrowser,
  openProject,
  openWorkshop,
  test,
} from './product'

test('a guest who was removed is shown out at once and cannot come back with the same link', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Poistamisen kokeilu')
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinByCode(guest, code, 'Aino', 'Oulainen')
  await guest.getByRole('link', { name: new RegExp(artefacts.model) }).click()
  await expectSaved(guest)

  await owner.getByRole('button', { name: 'Poista työpajasta: Aino' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Poista työpajasta' }).click()
  await expect(guest.getByText(/poistettu/i).first()).toBeVisible()
  await guest.goto(`/join/${code}`)
  await expect(guest.getByRole('heading', { name: 'Sinut on poistettu työpajasta' })).toBeVisible()
  await guest.goto('/')
  await expect(guest.getByText('Sinut on poistettu työpajasta')).toBeVisible()

  await owner.getByRole('button', { name: 'Päästä takaisin: Aino' }).click()
  await expect(owner.getByRole('button', { name: 'Poista työpajasta: Aino' })).toBeVisible()
  await guest.goto(`/join/${code}`)
  await expect(guest.getByRole('heading', { name: 'Poistamisen kokeilu' })).toBeVisible()
})

test('closing the door shows everybody out, and nobody learns anything from the code', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Salainen aihe')
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinByCode(guest, code, 'Aino', 'Oulainen')
  await expect(guest.getByText('Tervetuloa, Aino')).toBeVisible()
  await expect(owner.getByText('1 osallistuja 1 organisaatiosta')).toBeVisible()

  await owner.getByRole('button', { name: 'Sulje ovi' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Sulje ovi' }).click()
  await expect(owner.getByText('Ovi on kiinni', { exact: true })).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Työpajan ovi on kiinni' })).toBeVisible()

  const stranger = await (await newBrowser(browser, server)).newPage()
  const answer = await stranger.goto(`/join/${code}`)
  expect(answer?.status()).toBe(403)
  expect(await answer?.text()).not.toContain('Salainen aihe')
})

test('joining needs neither JavaScript nor a choice from the list', async ({ browser, server, owner }) => {
  const code = await openWorkshop(owner, 'Ilman skriptejä')
  const guest = await (await newBrowser(browser, server, { javaScriptEnabled: false })).newPage()
  await guest.goto('/')
  await guest.getByLabel('Työpajan koodi').fill(` ${code.slice(0, 3)}-${code.slice(3).toLowerCase()} `)
  await guest.getByRole('button', { name: 'Jatka' }).click()

  await guest.getByRole('button', { name: 'Liity mukaan' }).click()
  await expect(guest.getByText('Täytä tämä kohta.')).toBeVisible()
  await guest.getByLabel('Nimi, joka näkyy muille').fill('Eino')
  await guest.getByLabel('Organisaatio', { exact: true }).selectOption({ label: 'Muu organisaatio' })
  await guest.getByLabel('Organisaation nimi').fill('Pajayhdistys ry')
  await guest.getByRole('button', { name: 'Liity mukaan' }).click()
  await expect(guest.getByText('Tervetuloa, Eino')).toBeVisible()
  await expect(owner.getByText('Pajayhdistys ry')).toBeVisible()
})

test('a guest sees the workshop and nothing else', async ({ browser, server, owner }) => {
  const code = await openWorkshop(owner, 'Vain tämä')
  await owner.getByRole('link', { name: 'Tahtotilasta tulokseen' }).click()
  await expect(owner).toHaveURL(/\/projects\//)
  const project = new URL(owner.url()).pathname
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinByCode(guest, code, 'Aino', 'Oulainen')
  await expect(guest.getByText('Tervetuloa, Aino')).toBeVisible()
  for (const path of [
    project,
    `${project}/people`,
    '/projects/new',
    '/account',
    '/projects/nosuchproject000',
  ]) {
    expect((await guest.goto(path))?.status(), path).toBe(404)
  }
  await guest.goto('/')
  await expect(guest.getByText('Tervetuloa, Aino')).toBeVisible()
})

test('an invitation makes a member, and signing out everywhere ends every browser of theirs', async ({
  browser,
  server,
  owner,
}) => {
  await openProject(owner)
  await owner.getByRole('link', { name: 'Ihmiset' }).click()
  await owner.getByRole('radio', { name: /Fasilitoija/ }).check()
  await owner.getByRole('button', { name: 'Luo kutsulinkki' }).click()
  const link = await owner
    .getByText(/\/invitations\//)
    .first()
    .innerText()

  const first = await (await newBrowser(browser, server)).newPage()
  await first.goto(link)
  await first.getByLabel('Nimi').fill('Fanni Fasilitoija')
  await first.getByLabel('Sähköposti').fill('fanni@esimerkki.fi')
  await first.getByLabel('Uusi salasana').fill('fannin pitkä salasana')
  await first.getByRole('button', { name: 'Tee tili ja liity' }).click()
  await expect(first.getByRole('heading', { level: 1, name: 'Tahtotilasta tulokseen' })).toBeVisible()

  const second = await (await newBrowser(browser, server)).newPage()
  expect((await second.goto(link))?.status()).toBe(410)
  await second.goto('/sign-in')
  await second.getByLabel('Sähköposti').fill('Fanni@esimerkki.fi')
  await second.getByLabel('Salasana').fill('fannin pitkä salasana')
  await second.getByRole('main').getByRole('button', { name: 'Kirjaudu sisään' }).click()
  await expect(second.getByRole('heading', { level: 1, name: 'Tahtotilasta tulokseen' })).toBeVisible()

  await first.goto('/account')
  await first.getByRole('button', { name: 'Kirjaudu ulos kaikkialta' }).click()
  for (const page of [first, second]) {
    await page.goto('/account')
    await expect(page.getByRole('heading', { level: 1, name: 'Kirjaudu sisään' })).toBeVisible()
  }
})

test('the language is the browser’s at first, and the chosen one from then on', async ({
  browser,
  server,
}) => {
  const page = await (await newBrowser(browser, server, { locale: 'sv-FI' })).newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Från gemensam vilja till avtalat resultat',
  )
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From shared will to agreed result')
  await page.goto('/join')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join a workshop')
})
