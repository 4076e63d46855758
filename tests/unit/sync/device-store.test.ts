import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type * as DeviceStoreModule from '../../../app/sync/device-store'
import { chromiumFlags, findChromium } from '../../support/chromium'

// What "kept on this device" rests on can only be tried where there is IndexedDB: in a browser.

declare global {
  interface Window {
    device: typeof DeviceStoreModule
    opened: Record<string, ReturnType<typeof DeviceStoreModule.openDeviceStore>>
  }
}

let browser: Browser
let server: Server
let script: string
let first: Page
let second: Page

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('This test needs a Chromium: set CHROME_PATH, or install one')
  browser = await chromium.launch({ executablePath, args: chromiumFlags })
  const bundle = await build({
    entryPoints: ['app/sync/device-store.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'device',
    write: false,
  })
  script = bundle.outputFiles[0]?.text ?? ''
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>device</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
})

beforeEach(async () => {
  const context = await browser.newContext()
  first = await context.newPage()
  second = await context.newPage()
  await Promise.all([visit(first), visit(second)])
})

afterEach(() => first.context().close())

async function visit(page: Page): Promise<void> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.addScriptTag({ content: script })
  await page.evaluate(() => {
    window.opened = {}
  })
}

/** Uses the copy of one artefact in one page; the same store as long as the page is not left. */
function inPage<Answer>(page: Page, name: string, act: string): Promise<Answer> {
  const work = `(async () => {
    const store = (window.opened[${JSON.stringify(name)}] ??= device.openDeviceStore(${JSON.stringify(name)}))
    const bytes = (...numbers) => new Uint8Array(numbers)
    const shown = (kept) => ({ ...kept, updates: kept.updates.map((update) => [...update]) })
    return ${act}
  })()`
  return page.evaluate<Answer>(work)
}

const aino = 'tahto/user:aino/artefact01'
const read = (page: Page, name = aino) => inPage(page, name, 'shown(await store.read())')

describe('the copy on a device', () => {
  it('is there after the page was left, with the mark that the server has not confirmed it', async () => {
    expect(await read(first)).toEqual({ updates: [], unconfirmed: false, facts: {} })
    await inPage(first, aino, 'await store.write([bytes(1, 2), bytes(3)], true)')
    await inPage(first, aino, `await store.remember({ epoch: 'e1', right: 'edit' })`)
    await visit(first)
    expect(await read(first)).toEqual({
      updates: [[1, 2], [3]],
      unconfirmed: true,
      facts: { epoch: 'e1', right: 'edit' },
    })
  })

  it('has no mark once the server has confirmed what was read and written', async () => {
    await inPage(first, aino, 'await store.write([bytes(1)], true)')
    await visit(first)
    await read(first)
    await inPage(first, aino, 'await store.write([bytes(2)], true)')
    await inPage(first, aino, 'await store.confirm()')
    expect(await read(second)).toMatchObject({ updates: [[1], [2]], unconfirmed: false })
  })

  it('keeps the mark of another tab that went on editing after this one looked', async () => {
    await inPage(second, aino, 'await store.write([bytes(1)], true)')
    await read(first)
    await inPage(second, aino, 'await store.write([bytes(2)], true)')
    await inPage(first, aino, 'await store.confirm()')
    expect(await read(first)).toMatchObject({ unconfirmed: true })
    await inPage(second, aino, 'await store.confirm()')
    expect(await read(first)).toMatchObject({ unconfirmed: false })
  })

  it('is put together without losing what another tab wrote meanwhile', async () => {
    await inPage(first, aino, 'await store.write([bytes(1), bytes(2)], false)')
    await inPage(second, aino, 'await store.write([bytes(9)], true)')
    await inPage(first, aino, 'await store.replace(bytes(7))')
    const { updates } = (await read(second)) as { updates: number[][] }
    expect(updates.map(([number]) => number).sort()).toEqual([7, 9])
  })

  it('is let go with marks and history, but not where another tab has written since', async () => {
    await inPage(first, aino, 'await store.write([bytes(1)], true)')
    await inPage(first, aino, `await store.remember({ epoch: 'e1', position: 'p1' })`)
    await read(first)
    await inPage(second, aino, 'await store.write([bytes(2)], true)')
    expect(await inPage(first, aino, 'await store.letGo()')).toBe(false)
    expect(await read(first)).toMatchObject({ updates: [[1], [2]], unconfirmed: true, facts: { position: 'p1' } })
    expect(await inPage(first, aino, 'await store.letGo()')).toBe(true)
    expect(await read(second)).toEqual({ updates: [], unconfirmed: false, facts: {} })
  })

  it('is not shared by two people at one device', async () => {
    await inPage(first, aino, 'await store.write([bytes(1)], true)')
    expect(await read(first, 'tahto/user:eero/artefact01')).toMatchObject({ updates: [] })
  })

  it('is gone after signing out, also where another tab still has it open, and others\' copies are not', async () => {
    const eero = 'tahto/user:eero/artefact01'
    await inPage(first, aino, 'await store.write([bytes(1)], true)')
    await inPage(second, aino, 'await store.write([bytes(2)], true)')
    await inPage(first, eero, 'await store.write([bytes(3)], true)')
    expect(await first.evaluate(() => window.device.unconfirmedRooms('user:aino'))).toEqual(['artefact/artefact01'])
    await first.evaluate(() => window.device.forgetDevice('user:aino'))
    expect(await first.evaluate(() => window.device.unconfirmedRooms('user:aino'))).toEqual([])
    await visit(first)
    expect(await read(first)).toMatchObject({ updates: [], unconfirmed: false })
    expect(await read(first, eero)).toMatchObject({ updates: [[3]] })
    await expect(inPage(second, aino, 'await store.write([bytes(4)], true)')).rejects.toThrow()
  })

  it('is gone after signing out with all else that is kept for that person, and for nobody else', async () => {
    const names = ['tahto.positions.artefact01.user:aino', 'tahto.ballot.step01.user:aino', 'tahto.ballot.step01.user:eero', 'tahto.wide']
    await first.evaluate((kept) => kept.forEach((name) => localStorage.setItem(name, '{}')), names)
    await first.evaluate(() => window.device.forgetDevice('user:aino'))
    expect(await first.evaluate(() => Object.keys(localStorage).sort())).toEqual(['tahto.ballot.step01.user:eero', 'tahto.wide'])
  })

  it('holds nothing of the internal remarks of an organisation that one speaks for no more', async () => {
    const internal = (artefactId: string, organisation: string) => `tahto/user:aino/artefact/${artefactId}/org/${organisation}`
    const former = [internal('artefact01', 'kunta001'), internal('artefact02', 'kunta001')]
    const kept = [internal('artefact01', 'kunta002'), internal('artefact03', 'muualla1'), aino, 'tahto/user:aino/artefact/artefact01/remarks']
    const unconfirmed = internal('artefact04', 'kunta001')
    for (const name of [...former, ...kept]) await inPage(first, name, 'await store.write([bytes(1)], false)')
    await inPage(first, unconfirmed, 'await store.write([bytes(1)], true)')
    await first.evaluate(() => window.device.forgetFormerOrganisations('user:aino', ['kunta001', 'kunta002', 'kunta003'], 'kunta002'))
    const names = await first.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    expect(names.sort()).toEqual([...kept, unconfirmed].sort())
    await first.evaluate(() => window.device.forgetFormerOrganisations('user:aino', ['kunta001', 'kunta002', 'kunta003'], null))
    expect(await first.evaluate(async () => (await indexedDB.databases()).length)).toBe(kept.length)
  })

  it('says so where it cannot keep anything any more', async () => {
    await inPage(first, aino, 'await store.write([bytes(1)], true)')
    await inPage(first, aino, 'await store.erase()')
    await expect(inPage(first, aino, 'await store.write([bytes(2)], true)')).rejects.toThrow()
  })
})
