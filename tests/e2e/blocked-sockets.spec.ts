import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test'
import { addNote, artefacts, expect, expectSaved, newBrowser, openArtefact, openProject, test } from './product'

/** What stands between a browser and the server, as in the networks of many offices. */
interface Firewall {
  /** How many WebSockets were tried. */
  tried(): number
  open(): void
}

async function blockSockets(context: BrowserContext, met: (socket: WebSocketRoute) => void): Promise<Firewall> {
  let blocked = true
  let tried = 0
  await context.routeWebSocket('**', (socket) => {
    tried += 1
    if (blocked) met(socket)
    else socket.connectToServer()
  })
  return {
    tried: () => tried,
    open: () => {
      blocked = false
    },
  }
}

const firewalls: [string, (socket: WebSocketRoute) => void][] = [
  ['closed at once', (socket) => void socket.close()],
  // Playwright opens it for the page; nobody is at the other end.
  ['opened and left silent', () => undefined],
]

const sees = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible()

/** Says whenever the page's state line has told of a lost connection. */
async function watchForOffline(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const seen = { offline: false }
    Object.assign(window, { seen })
    new MutationObserver(() => {
      seen.offline ||= document.body.innerText.includes('Ei yhteyttä')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { seen: { offline: boolean } }).seen.offline)
}

for (const [how, met] of firewalls) {
  test(`where WebSockets are ${how}, people work together all the same`, async ({ browser, server, owner, ownerState }) => {
    // Its sockets are tried again only after a while, and ever more seldom.
    test.slow()
    const office = await newBrowser(browser, server, { storageState: ownerState })
    const firewall = await blockSockets(office, met)
    const page = await office.newPage()
    const answers: string[] = []
    page.on('response', (answer) => {
      if (answer.url().includes('/sync/')) answers.push(answer.headers()['content-encoding'] ?? 'plain')
    })
    await openProject(page)
    await openArtefact(page, artefacts.model)
    await owner.goto(page.url())
    await expectSaved(owner)

    await addNote(page, `Kirjoitettu viraston verkosta, ${how}`)
    await expectSaved(page)
    await sees(owner, `Kirjoitettu viraston verkosta, ${how}`)
    await addNote(owner, `Vastattu kotoa, ${how}`)
    await sees(page, `Vastattu kotoa, ${how}`)
    expect(firewall.tried()).toBeGreaterThan(0)
    expect([...new Set(answers)]).toEqual(['plain'])

    // The next page knows already, and does not wait for a socket first.
    const tried = firewall.tried()
    await page.reload()
    await expectSaved(page)
    expect(firewall.tried()).toBe(tried)
    await sees(page, `Kirjoitettu viraston verkosta, ${how}`)

    // Another network, where they open: back by itself, without a word about it.
    const wentOffline = await watchForOffline(page)
    const leavesHttp = page.waitForRequest(/leave=1/, { timeout: 60_000 })
    firewall.open()
    await leavesHttp
    await addNote(page, `Taas tavallisesti, ${how}`)
    await expectSaved(page)
    await sees(owner, `Taas tavallisesti, ${how}`)
    expect(await wentOffline()).toBe(false)
    await office.close()
  })
}

test('somebody with more tabs than a browser opens connections still gets everything through', async ({
  browser,
  server,
  ownerState,
}) => {
  const office = await newBrowser(browser, server, { storageState: ownerState })
  await blockSockets(office, (socket) => void socket.close())
  const first = await office.newPage()
  await openProject(first)
  await openArtefact(first, artefacts.model)
  const tabs = [first]
  // Six connections to one server, for all tabs together.
  while (tabs.length < 8) {
    const tab = await office.newPage()
    await tab.goto(first.url())
    await expectSaved(tab)
    tabs.push(tab)
  }
  const last = tabs[7] ?? first
  await addNote(last, 'Kahdeksannesta välilehdestä')
  await expectSaved(last)
  await first.bringToFront()
  for (const tab of tabs) await sees(tab, 'Kahdeksannesta välilehdestä')
  await office.close()
})
