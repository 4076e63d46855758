import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RoomRules } from '../../app/load-context'
import { addThread } from '../../app/remarks/model/operations'
import { as, said, saying } from '../support/sync/remarked-project'
import { closeRawClients, RawClient, updateSetting, type WayIn } from '../support/sync/raw-client'
import { Remarker } from '../support/sync/remarker'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { stuckWords } from '../support/sync/notes-face'
import { closeClients, stockClient } from '../support/sync/stock-client'

const artefactId = 'board001'

const onlyAdding: RoomRules = {
  // The kind that the worker of these tests knows.
  kind: 'notes' as never,
  step: { id: 'step1', may: ['add'], place: null, ownPlaces: {}, keepsAuthors: false },
  locks: [],
}

let server: SyncServer

beforeEach(async () => {
  server = await startSync({
    limits: { ruleGrace: 0, unjudgedFor: 300, watchAgainAfter: 3_000 },
    rules: { rulesOf: () => Promise.resolve(onlyAdding), authorsOf: () => Promise.resolve(new Map()), keepAuthors: () => undefined },
  })
  for (const name of ['Aino', 'Eino']) server.people.add(name)
})

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

const logged = (event: string) => server.log.filter((line) => line.event === event).length

/** The thread that looks at what comes never ends looking at this, and is replaced; what is said in the same moment waits behind it. */
async function breakTheJudging(): Promise<void> {
  const aino = stockClient(server, { person: 'Aino' })
  await aino.synced()
  aino.content.set('left.a', stuckWords)
  await expect.poll(() => aino.receipts.length).toBeGreaterThan(1)
}

const open = (person: string, way?: WayIn) => Remarker.open(server, { artefactId, person, ...(way ? { way } : {}) })

/** What somebody who comes now is sent. */
async function shown(): Promise<string[][]> {
  return (await open('Aino')).words()
}

const own = () => saying(as('user:eino'))
const forged = () => saying(as('user:aino'))

test.each(['socket', 'poll'] as const)('what is said while nobody can judge it is neither kept, sent on nor called saved, until it is judged, over %s', async (way) => {
  const [eino, aino] = [await open('Eino', way), await open('Aino')]
  await breakTheJudging()
  await expect.poll(() => logged('sync.watching-ended'), { timeout: 5_000 }).toBe(1)
  const all = Promise.all([
    eino.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), own())),
    eino.do((root) => addThread(root, { on: 'all' }, said('Me maksamme.'), forged())),
  ])
  expect(await shown()).toEqual([])
  expect(eino.client.receipts).toEqual([])
  expect(aino.words()).toEqual([])
  await all
  expect(eino.client.receipts).toEqual([1, 1])
  await expect.poll(() => eino.undone()).toEqual(['add'])
  await expect.poll(() => aino.words()).toEqual([['Kuka maksaa?']])
  await expect.poll(shown).toEqual([['Kuka maksaa?']])
})

test('what had not been judged yet when the judging ended is judged by the next', async () => {
  const eino = await open('Eino')
  await breakTheJudging()
  await eino.do((root) => addThread(root, { on: 'all' }, said('Me maksamme.'), forged()))
  await eino.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), own()))
  await expect.poll(() => logged('sync.watching-ended'), { timeout: 5_000 }).toBe(1)
  await expect.poll(() => eino.undone(), { timeout: 10_000 }).toEqual(['add'])
  await expect.poll(shown).toEqual([['Kuka maksaa?']])
  expect(logged('sync.watching-ended')).toBe(1)
})

test('what is said is read meanwhile, and what the rules of a step bind goes on and is judged afterwards', async () => {
  const eino = await open('Eino')
  await eino.do((root) => addThread(root, { on: 'all' }, said('Kuka maksaa?'), own()))
  await breakTheJudging()
  await expect.poll(() => logged('sync.watching-ended'), { timeout: 5_000 }).toBe(1)
  expect(await shown()).toEqual([['Kuka maksaa?']])
  server.people.add('Ohjaaja', { identity: { leads: true } })
  const leader = await new RawClient(server, { person: 'Ohjaaja' }).sync()
  leader.sendUpdate(updateSetting({ 'left.a': 'Ehjä' }))
  const board = await new RawClient(server, { person: 'Eino' }).sync()
  board.sendUpdate(updateSetting({ 'left.new': 'Uusi' }))
  await board.until(({ receipts }) => receipts[0] === 1, 'the receipt')
  expect(logged('sync.watching-ended')).toBe(1)
})
