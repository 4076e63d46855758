import type { Page } from '@playwright/test'
import {
  addNote,
  artefacts,
  expect,
  expectKept,
  expectSaved,
  joinByCode,
  newBrowser,
  openArtefact,
  openProject,
  openWorkshop,
  signIn,
  test,
} from './product'

const copies = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('tahto/') ? [name] : [])))

/** Without the rooms in which it is talked about. */
const artefactCopies = async (page: Page) => (await copies(page)).filter((name) => !/\/(remarks|org\/[0-9a-z]+)$/.test(name))

/** How many marks of edits that the server has not confirmed this device holds. */
const unconfirmed = (page: Page) =>
  page.evaluate(async () => {
    const counts = (await indexedDB.databases()).map(
      ({ name = '' }) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.onerror = () => reject(new Error(name))
          opening.onsuccess = () => {
            const counting = opening.result.transaction('marks').objectStore('marks').count()
            counting.onsuccess = () => {
              opening.result.close()
              resolve(counting.result)
            }
          }
        }),
    )
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  })

test('work that was not saved when the page was closed is found on the next visit, and saved', async ({
  browser,
  server,
  owner,
  ownerState,
}) => {
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  const address = owner.url()
  await owner.context().setOffline(true)
  await addNote(owner, 'Kirjoitettu junassa tunnelissa')
  await expectKept(owner)
  await owner.close()

  const colleague = await (await newBrowser(browser, server, { storageState: ownerState })).newPage()
  await colleague.goto(address)
  await expectSaved(colleague)
  await expect(colleague.getByText('Kirjoitettu junassa tunnelissa')).toHaveCount(0)

  const context = owner.context()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expectSaved(again)
  await expect(again.getByText('Kirjoitettu junassa tunnelissa').first()).toBeVisible()
  await expect(colleague.getByText('Kirjoitettu junassa tunnelissa').first()).toBeVisible()
  await colleague.context().close()
})

test('signing out leaves nothing on the device, and asks first where edits would be lost', async ({
  browser,
  server,
  owner,
}) => {
  await openProject(owner)
  // A session of its own: the others' go on.
  const context = await newBrowser(browser, server)
  const page = await context.newPage()
  await signIn(page)
  await openProject(page)
  await openArtefact(page, artefacts.blueprint)
  await expect.poll(() => artefactCopies(page)).toHaveLength(1)
  await openProject(page)
  await openArtefact(page, artefacts.model)
  await context.setOffline(true)
  await addNote(page, 'Tätä ei ehditty tallentaa')
  await expectKept(page)

  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  const question = page.getByRole('alertdialog', { name: 'Kaikki muutoksesi eivät ehkä ole tallessa palvelimella' })
  await expect(question.getByRole('link')).toHaveCount(1)
  await question.getByRole('button', { name: 'Peruuta' }).click()
  await expect(question).toBeHidden()
  expect(await artefactCopies(page)).toHaveLength(2)

  await context.setOffline(false)
  await expectSaved(page)
  await expect.poll(() => unconfirmed(page)).toBe(0)
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  // The page that is left may offer signing in too, for a moment: the rooms shut it out first.
  await page.waitForURL('/')
  await expect(page.getByRole('link', { name: 'Kirjaudu sisään' }).first()).toBeVisible()
  expect(await copies(page)).toEqual([])
  await context.close()
})

/** The type of a receipt (server/sync/SPEC.md, P4). */
const receipt = 8

test('a guest who left the artefact before its receipt came leaves the workshop unasked: the server has the edit', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Kuitti jäi tulematta')
  const guest = await (await newBrowser(browser, server)).newPage()
  let receiptsComeThrough = true
  await guest.routeWebSocket(/\/sync\//, (socket) => {
    const room = socket.connectToServer()
    room.onMessage((message) => {
      if (receiptsComeThrough || message[0] !== receipt) socket.send(message)
    })
  })
  await joinByCode(guest, code, 'Vieras matkalla', 'Kela')
  await openArtefact(guest, artefacts.model)
  receiptsComeThrough = false
  await addNote(guest, 'Perillä ilman kuittia')
  await openProject(owner)
  await openArtefact(owner, artefacts.model)
  await expect(owner.getByText('Perillä ilman kuittia').first()).toBeVisible()
  await guest.getByRole('link', { name: 'Työpajaan' }).click()
  await expect.poll(() => unconfirmed(guest)).toBeGreaterThan(0)

  await guest.getByRole('button', { name: 'Poistu työpajasta' }).click()
  await guest.waitForURL('/')
  expect(await copies(guest)).toEqual([])
  await guest.context().close()
})

test('a guest with edits that the server lacks is told of which artefact, and asked about leaving the workshop', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Vielä laitteella')
  const guest = await (await newBrowser(browser, server)).newPage()
  await joinByCode(guest, code, 'Vieras tunnelissa', 'Kela')
  await openArtefact(guest, artefacts.model)
  await guest.context().setOffline(true)
  await addNote(guest, 'Vain laitteella')
  await expectKept(guest)
  await guest.close({ runBeforeUnload: false })
  await guest.context().setOffline(false)
  const again = await guest.context().newPage()
  await again.goto('/')
  await again.getByRole('button', { name: 'Poistu työpajasta' }).click()
  const question = again.getByRole('alertdialog', { name: 'Kaikki muutoksesi eivät ehkä ole tallessa palvelimella' })
  await expect(question.getByRole('button', { name: 'Poistu työpajasta ja poista muutokset' })).toBeVisible()
  await question.getByRole('link', { name: artefacts.model }).click()
  await expectSaved(again)
  await expect(again.getByText('Vain laitteella').first()).toBeVisible()
  await again.context().close()
})
