import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Allowance } from '../../app/artefacts/edit-rule'
import type { CooperationModel } from '../../app/artefacts/cooperation-model/model/content'
import { addItem, changeItem, deleteThings, moveItems } from '../../app/artefacts/cooperation-model/model/operations'
import { contentRoot } from '../../app/document/layout'
import type { RoomRules } from '../../app/load-context'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { closeClients, stockClient, type StockClient } from '../support/sync/stock-client'

// The board as it is, with programs that mind nothing that its view would not offer: SPEC R45.

const artefactId = 'board001'

let server: SyncServer
let rules: RoomRules | null = null

beforeEach(async () => {
  rules = null
  server = await startSync({
    kinds: 'real',
    limits: { ruleGrace: 0 },
    rules: { rulesOf: () => Promise.resolve(rules), authorsOf: () => Promise.resolve(new Map()), keepAuthors: () => undefined },
  })
  for (const name of ['Aino', 'Eino']) server.people.add(name)
  server.people.add('Ohjaaja', { identity: { leads: true } })
  await server.live.create(artefactId, 'cooperation-model', { items: [], connectors: [] })
})

afterEach(async () => {
  closeClients()
  await stopAll()
})

async function open(person: string): Promise<StockClient> {
  const client = stockClient(server, { person })
  await client.synced()
  await expect.poll(() => client.receipts.length).toBeGreaterThan(0)
  return client
}

async function step(may: readonly Allowance[], place: string | null, closed: readonly string[] = []): Promise<void> {
  rules = {
    kind: 'cooperation-model',
    step: { id: 'step1', may, place, ownPlaces: {}, keepsAuthors: false },
    locks: closed.map((one) => ({ place: one, forWhom: 'participants' })),
  }
  await server.liveWorkshops.rulesChanged(artefactId)
}

const does = <Result>({ doc }: StockClient, act: (root: Y.Map<unknown>) => Result): Result =>
  doc.transact(() => act(contentRoot(doc)))

const board = async () => (await server.live.read(artefactId, 'cooperation-model')).content as CooperationModel
const texts = async () => (await board()).items.map((item) => ('text' in item ? item.text : '')).sort()
const undone = ({ notices }: StockClient) =>
  notices.filter(({ kind }) => kind === 'undone').flatMap(({ what }) => what as string[])
const saved = ({ receipts }: StockClient, count: number) => expect.poll(() => receipts.length).toBeGreaterThanOrEqual(count)

describe('on a board, somebody who minds no rule', () => {
  test('adds where it is allowed, and moves, rewrites and deletes nothing of the others', async () => {
    const leader = await open('Ohjaaja')
    const frame = does(leader, (root) => addItem(root, { type: 'frame', at: { x: 0, y: 0 }, width: 900, height: 900, name: 'Yhdessä' }))
    const theirs = does(leader, (root) => addItem(root, { type: 'note', text: 'Toisen', at: { x: 60, y: 60 }, frame }))
    await saved(leader, 3)
    await step(['add', 'move-own'], frame)
    const aino = await open('Aino')
    const own = does(aino, (root) => addItem(root, { type: 'note', text: 'Oma', at: { x: 60, y: 300 }, frame }))
    does(aino, (root) => changeItem(root, own, { text: 'Oma, korjattu' }))
    await expect.poll(texts).toContain('Oma, korjattu')
    const before = (await board()).items.find(({ id }) => id === theirs)

    does(aino, (root) => moveItems(root, [theirs], { x: 100, y: 100 }))
    await expect.poll(() => undone(aino)).toContain('move')
    does(aino, (root) => changeItem(root, theirs, { text: 'Rikottu' }))
    await expect.poll(() => undone(aino)).toContain('edit')
    does(aino, (root) => deleteThings(root, [theirs]))
    await expect.poll(() => undone(aino)).toContain('delete')
    does(aino, (root) => addItem(root, { type: 'note', text: 'Muualle', at: { x: 4_000, y: 4_000 } }))
    await expect.poll(() => undone(aino)).toContain('elsewhere')

    await expect.poll(async () => (await board()).items.find(({ id }) => id === theirs)).toEqual(before)
    expect(await texts()).toEqual(expect.arrayContaining(['Oma, korjattu', 'Toisen']))
    expect(await texts()).not.toContain('Muualle')
    expect(aino.closes).toEqual([])
  })

  test('brings nothing into a closed frame', async () => {
    const leader = await open('Ohjaaja')
    const frame = does(leader, (root) => addItem(root, { type: 'frame', at: { x: 0, y: 0 }, width: 900, height: 900, name: 'Suljettu' }))
    await saved(leader, 2)
    await step(['edit-all'], null, [frame])
    const aino = await open('Aino')
    does(aino, (root) => addItem(root, { type: 'note', text: 'Kiellettyyn', at: { x: 60, y: 60 }, frame }))
    does(aino, (root) => addItem(root, { type: 'note', text: 'Viereen', at: { x: 2_000, y: 60 } }))
    await expect.poll(() => undone(aino)).toContain('closed-place')
    await expect.poll(texts).toContain('Viereen')
    expect(await texts()).not.toContain('Kiellettyyn')
  })

  test('takes no letter from what the others are typing meanwhile', async () => {
    const leader = await open('Ohjaaja')
    const note = does(leader, (root) => addItem(root, { type: 'note', text: '', at: { x: 0, y: 0 } }))
    const target = does(leader, (root) => addItem(root, { type: 'note', text: 'Paikallaan', at: { x: 600, y: 0 } }))
    await saved(leader, 3)
    await step(['add'], null)
    const [aino, eino] = await Promise.all([open('Aino'), open('Eino')])
    const words = 'Kirjoitan tätä samalla kun joku toinen rikkoo sääntöjä'
    for (let length = 1; length <= words.length; length += 1) {
      does(leader, (root) => changeItem(root, note, { text: words.slice(0, length) }))
      does(aino, (root) => moveItems(root, [target, note], { x: 5, y: 5 }))
      does(eino, (root) => addItem(root, { type: 'note', text: `Einon ${length}`, at: { x: length * 10, y: 900 } }))
      if (length % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await expect.poll(async () => (await board()).items.find(({ id }) => id === note), { timeout: 8_000 }).toMatchObject({ text: words, x: 0, y: 0 })
    await expect.poll(async () => (await texts()).filter((text) => text.startsWith('Einon')).length).toBe(words.length)
    expect((await board()).items.find(({ id }) => id === target)).toMatchObject({ text: 'Paikallaan', x: 600, y: 0 })
    for (const client of [aino, eino, leader]) {
      await expect
        .poll(() => JSON.stringify(client.content.toJSON()), { timeout: 5_000 })
        .toBe(JSON.stringify(leader.content.toJSON()))
    }
    expect(undone(eino)).toEqual([])
  })
})
