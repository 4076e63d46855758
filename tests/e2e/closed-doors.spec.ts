import { artefacts, expect, joinByCode, newBrowser, openArtefact, openProject, openWorkshop, test } from './product'

test('a guest of one workshop cannot see, or learn of, anything else', async ({ browser, server, owner }) => {
  await openProject(owner)
  const project = new URL(owner.url()).pathname
  const code = await openWorkshop(owner, 'Suljetut ovet')
  const context = await newBrowser(browser, server)
  const guest = await context.newPage()
  await joinByCode(guest, code, 'Vieras', 'Sievi')
  await openArtefact(guest, artefacts.agreement)
  const artefact = new URL(guest.url()).pathname

  const status = async (path: string) => (await context.request.get(path)).status()
  for (const path of [project, `${project}/people`, `${project}/organisations`, '/projects/0000000000000000']) {
    expect([path, await status(path)]).toEqual([path, 404])
  }
  expect(await status('/artefacts/0000000000000000')).toBe(404)
  for (const path of [`${artefact}/versions`, `${artefact}/versions/1`, `${artefact}/compare?from=1&to=now`]) {
    expect([path, [403, 404]]).toEqual([path, expect.arrayContaining([await status(path)])])
  }
  for (const format of ['pdf', 'docx', 'json']) expect([403, 404]).toContain(await status(`${artefact}/export.${format}`))
  await context.close()
})

test('a wrong code and a closed door are said in plain words', async ({ browser, server, owner }) => {
  const code = await openWorkshop(owner, 'Ovi kiinni')
  await owner.getByRole('button', { name: 'Sulje ovi' }).click()
  const question = owner.getByRole('alertdialog')
  const closed = owner.getByText('Ovi on kiinni', { exact: true })
  await expect(question.or(closed).first()).toBeVisible()
  if (await question.isVisible()) await question.getByRole('button', { name: /Sulje ovi/ }).click()
  await expect(closed).toBeVisible()

  const guest = await (await newBrowser(browser, server)).newPage()
  await guest.goto(`/join/${code}`)
  await expect(guest.getByText('Työpajan ovi on kiinni')).toBeVisible()
  await expect(guest.getByLabel('Nimi, joka näkyy muille')).toHaveCount(0)
  await guest.goto('/join')
  await guest.getByLabel('Työpajan koodi').fill('zzzzzz')
  await guest.getByRole('button', { name: 'Jatka' }).click()
  await expect(guest.getByText(/ei löydy työpajaa/)).toBeVisible()
  await guest.context().close()
})

test('a post from another site changes nothing', async ({ owner, server }) => {
  await openProject(owner)
  const response = await owner.context().request.post('/language', {
    form: { language: 'sv', next: '/' },
    headers: { Origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(response.status()).toBe(403)
  expect(server.process.exitCode).toBeNull()
})

test('what is not there says so in the person’s own language, and the server goes on', async ({ browser, server }) => {
  for (const [locale, words] of [
    ['fi-FI', 'Sivua ei löytynyt'],
    ['sv-FI', 'Sidan hittades inte'],
    ['en-GB', 'Page not found'],
  ] as const) {
    const page = await (await newBrowser(browser, server, { locale })).newPage()
    const response = await page.goto('/nowhere/%2e%2e/%00'.replace('%00', 'x'))
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
    await page.context().close()
  }
  const health = await fetch(`${server.baseUrl}/healthz`)
  expect(health.status).toBe(200)
})

test('the page asks nothing of any other host', async ({ owner, server }) => {
  const hosts = new Set<string>()
  owner.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') || protocol.startsWith('ws')) hosts.add(host)
  })
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  expect([...hosts]).toEqual([new URL(server.baseUrl).host])
})

test('the content can be read without any script', async ({ browser, server, owner, ownerState }) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.agreement)
  const context = await newBrowser(browser, server, { storageState: ownerState, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(new URL(owner.url()).pathname)
  await expect(page.getByText('Tausta ja tarkoitus').first()).toBeVisible()
  await context.close()
})
