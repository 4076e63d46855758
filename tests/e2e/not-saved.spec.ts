import type { Page, WebSocketRoute } from '@playwright/test'
import { expectAccessible } from './accessible'
import { addNote, artefacts, expect, expectSaved, joinByCode, newBrowser, openArtefact, openProject, openWorkshop, showBoard, test } from './product'

const receipt = 8

/** Stands between a page and its rooms. */
class Line {
  /** What the server says of edits does not get through, as over a connection that is half dead. */
  withoutReceipts = false
  private held: (() => void)[] = []
  private socket: WebSocketRoute | undefined

  static async before(page: Page): Promise<Line> {
    const line = new Line()
    // A slow machine would go round it: over HTTP receipts would get through.
    await page.route(/\/sync\//, (route) => route.abort())
    // The artefact's own room: what is said about it has rooms beside it.
    await page.routeWebSocket(/\/sync\/artefact\/[0-9a-z]+(\?|$)/, (socket) => {
      line.socket = socket
      const server = socket.connectToServer()
      socket.onMessage((message) => server.send(message))
      server.onMessage((message) => {
        const pass = () => socket.send(message)
        if (line.withoutReceipts && typeof message !== 'string' && message[0] === receipt) line.held.push(pass)
        else pass()
      })
    })
    return line
  }

  release(): void {
    this.withoutReceipts = false
    for (const pass of this.held.splice(0)) pass()
  }

  async close(code: number, reason: string): Promise<void> {
    await this.socket?.close({ code, reason })
  }
}

test('edits that the server says nothing about are told loudly, on the page, in the tab and to the facilitator', async ({
  browser,
  server,
  owner,
}) => {
  const code = await openWorkshop(owner, 'Katkonainen yhteys')
  const workshop = owner.url()
  const guest = await (await newBrowser(browser, server, { viewport: { width: 360, height: 740 } })).newPage()
  const line = await Line.before(guest)
  await joinByCode(guest, code, 'Vieras puhelimella', 'Kela')
  await openArtefact(guest, artefacts.model)
  await showBoard(guest)
  const seat = owner.getByRole('listitem').filter({ hasText: 'Vieras puhelimella' })
  await expect(seat).toContainText('Paikalla, kaikki tallessa')

  line.withoutReceipts = true
  await addNote(guest, 'Meneekö tämä perille')
  await expect(guest.getByRole('alert').filter({ hasText: 'Ei tallessa palvelimella' })).toContainText(
    'Muutoksesi ovat tallessa tällä laitteella',
  )
  await expect(guest).toHaveTitle(/^● Alueellinen yhteistyömalli/)
  // The note is let go first: where its tools float depends on what other tests have put on the board.
  await guest.keyboard.press('Escape')
  await expectAccessible(guest, 'what is not saved')
  expect(owner.url()).toBe(workshop)
  await expect(seat).toContainText(/Muutoksia tallentamatta klo \d+\.\d\d alkaen/)

  line.release()
  await expectSaved(guest)
  await expect(guest.getByRole('alert')).toHaveCount(0)
  await expect(guest).toHaveTitle(/^Alueellinen yhteistyömalli/)
  await expect(seat).toContainText('Paikalla, kaikki tallessa')
  await guest.close()
  await expect(seat).toContainText(/Sulki tuotoksen klo/)
  await guest.context().close()
})

test('a tab of an earlier build is asked to reload, and its edits are there and saved afterwards (F17)', async ({
  browser,
  server,
  owner,
  ownerState,
}) => {
  await openProject(owner)
  const line = await Line.before(owner)
  await openArtefact(owner, artefacts.model)
  line.withoutReceipts = true
  await addNote(owner, 'Vanhassa välilehdessä')
  await line.close(4426, 'reload-needed')
  const notice = owner.getByText('Palvelusta on julkaistu uusi versio')
  await expect(notice).toBeVisible()
  await expect(owner.getByText('Tallentamatta jääneet muutoksesi säilyvät tällä laitteella.')).toBeVisible()
  line.withoutReceipts = false
  await owner.getByRole('button', { name: 'Lataa uudelleen' }).click()
  await expect(notice).toBeHidden()
  await expectSaved(owner)
  await expect(owner.getByText('Vanhassa välilehdessä').first()).toBeVisible()

  const colleague = await (await newBrowser(browser, server, { storageState: ownerState })).newPage()
  await colleague.goto(owner.url())
  await expect(colleague.getByText('Vanhassa välilehdessä').first()).toBeVisible()
  await colleague.context().close()
})
