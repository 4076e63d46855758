import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../support/running-server'
import {
  addNote,
  artefacts,
  becomeOwner,
  expect,
  expectSaved,
  joinByCode,
  newBrowser,
  openArtefact,
  openProject,
  openWorkshop,
  test,
} from './product'

// A server of its own is started twice.
test.setTimeout(180_000)

test('the server is killed while three people write: all of it is there afterwards, once, and everybody is told it is saved', async ({
  browser,
}) => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'tahto-killed-'))
  const first = await startServer({ dataDirectory })
  const port = Number(new URL(first.baseUrl).port)
  try {
    const owner = await (await newBrowser(browser, first)).newPage()
    await becomeOwner(owner, first)
    const code = await openWorkshop(owner, 'Palvelin kaatuu')
    const guests: Page[] = []
    for (const [name, organisation] of [['Ensimmäinen vieras', 'Kela'], ['Toinen vieras', 'Sievi']] as const) {
      const guest = await (await newBrowser(browser, first)).newPage()
      await joinByCode(guest, code, name, organisation)
      guests.push(guest)
    }
    const people = [owner, ...guests]
    await openProject(owner)
    for (const page of people) await openArtefact(page, artefacts.model)

    const words: string[] = []
    const writeOn = async (moment: string) => {
      await Promise.all(
        people.map(async (page, index) => {
          const note = `${moment}, henkilö ${index + 1}`
          words.push(note)
          await addNote(page, note)
        }),
      )
    }
    await writeOn('Ennen kaatumista')
    const writing = writeOn('Kaatumisen hetkellä')
    await first.kill()
    await writing
    await writeOn('Palvelimen ollessa poissa')

    const second = await startServer({ dataDirectory, port })
    try {
      await Promise.all(people.map((page) => expectSaved(page)))
      for (const page of people) {
        for (const note of words) await expect(page.getByText(note).first()).toBeAttached()
      }
      await writeOn('Paluun jälkeen')
      await Promise.all(people.map((page) => expectSaved(page)))
      const stored = await owner.request.get(`${new URL(owner.url()).pathname}/export.json`)
      const text = await stored.text()
      for (const note of words) expect([note, text.split(note).length - 1]).toEqual([note, 1])
    } finally {
      for (const page of people) await page.context().close()
      await second.stop()
    }
  } finally {
    await first.kill()
    await rm(dataDirectory, { recursive: true, force: true })
  }
})
