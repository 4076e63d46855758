import type { Page } from '@playwright/test'
import { planWorkshop } from './live-workshop'
import { startServer } from '../support/running-server'
import { artefacts, expect, joinByCode, newBrowser, openArtefact, openProject, test } from './product'

const views = {
  [artefacts.model]: /cooperation-model-view/,
  [artefacts.agreement]: /agreement-view/,
  [artefacts.blueprint]: /service-blueprint-view/,
}

/** Every script that the page asks for, with its bytes as they came over the wire. */
async function scriptsOf(page: Page, visit: () => Promise<unknown>): Promise<{ url: string; bytes: number }[]> {
  const sizes: Promise<{ url: string; bytes: number }>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return
    const url = request.url()
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ url, bytes: responseBodySize })))
  })
  await visit()
  await page.waitForLoadState('networkidle')
  return Promise.all(sizes)
}

const total = (scripts: { bytes: number }[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0)

test('before an artefact is opened, a page brings less than 200 kB of script', async ({ browser, server, ownerState }) => {
  const stranger = await (await newBrowser(browser, server)).newPage()
  const welcome = await scriptsOf(stranger, () => stranger.goto('/'))
  expect(welcome.length).toBeGreaterThan(0)
  expect(total(welcome)).toBeLessThan(200_000)
  await stranger.context().close()

  const owner = await (await newBrowser(browser, server, { storageState: ownerState })).newPage()
  const project = await scriptsOf(owner, () => openProject(owner))
  expect(total(project)).toBeLessThan(200_000)
  await owner.context().close()
})

for (const [title, own] of Object.entries(views)) {
  test(`opening ${title} brings its own editor and no other`, async ({ owner }) => {
    const scripts = await scriptsOf(owner, async () => {
      await openProject(owner)
      await openArtefact(owner, title)
    })
    const editors = scripts.map(({ url }) => url).filter((url) => Object.values(views).some((view) => view.test(url)))
    expect(editors).toHaveLength(1)
    expect(editors[0]).toMatch(own)
  })
}

test('a participant’s page brings less than 250 kB of script, and no board', async ({ browser }) => {
  const server = await startServer()
  const workshop = await planWorkshop(server, 'Kevyt sivu', [{ type: 'talk', title: 'Avaus' }])
  const joining = await newBrowser(browser, server)
  const page = await joining.newPage()
  await joinByCode(page, workshop.code, 'Aino', 'Oulainen')
  await expect(page.getByRole('heading', { name: 'Tervetuloa, alamme pian' })).toBeVisible()
  // The same guest with nothing in the browser's cache.
  const phone = await newBrowser(browser, server, { storageState: await joining.storageState() })
  const opened = await phone.newPage()
  const scripts = await scriptsOf(opened, () => opened.goto(`/workshops/${workshop.id}/live`))
  const bytes = total(scripts)
  test.info().annotations.push({ type: 'bytes of script', description: String(bytes) })
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(250_000)
  const boards = scripts.map(({ url }) => url).filter((url) => /xyflow|tiptap|-view-|cooperation-model/.test(url))
  expect(boards).toEqual([])
  await phone.close()
  await joining.close()
  await server.stop()
})
