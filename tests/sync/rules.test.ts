import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AnyKind } from '../../app/artefacts/registry'
import type { Allowance } from '../../app/artefacts/edit-rule'
import type { MadeItem, RoomRules } from '../../app/load-context'
import { brokenWords, stuckWords } from '../support/sync/notes-face'
import { notesKind } from '../support/sync/notes-kind'
import { RawClient, closeRawClients, updateSetting, waysIn } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServer, type SyncServerOptions } from '../support/sync/server'
import { closeClients, stockClient, type StockClient } from '../support/sync/stock-client'
import { Traveller } from '../support/sync/traveller'

const artefactId = 'board001'

let server: SyncServer
let rules: RoomRules | null
let authors: Map<string, string>
let kept: MadeItem[]

beforeEach(async () => {
  rules = null
  authors = new Map()
  kept = []
  server = await startWith({})
  server.people.add('Aino')
  server.people.add('Eino')
  server.people.add('Vieras', { identity: { participantKey: 'seat:vieras', seatId: 'vieras', userId: undefined } })
  server.people.add('Ohjaaja', { identity: { leads: true } })
})

afterEach(async () => {
  closeClients()
  closeRawClients()
  await stopAll()
})

const startWith = (options: SyncServerOptions, rulesOf = () => Promise.resolve(rules)) =>
  startSync({
    // What is on its way when rules change has a test of its own.
    limits: { ruleGrace: 0 },
    ...options,
    rules: {
      rulesOf,
      authorsOf: () => Promise.resolve(authors),
      keepAuthors: (_room, made) => void kept.push(...made),
    },
  })

async function startAgain(rulesOf?: () => Promise<RoomRules | null>): Promise<void> {
  const { dataDirectory, people } = server
  await server.close()
  server = await startWith({ dataDirectory, people }, rulesOf)
}

const step = (may: readonly Allowance[], more: Partial<NonNullable<RoomRules['step']>> = {}): RoomRules => ({
  // The kind that the worker of these tests knows.
  kind: 'notes' as never,
  step: { id: 'step1', may, place: null, ownPlaces: {}, keepsAuthors: false, ...more },
  locks: [],
})

async function open(person: string): Promise<StockClient> {
  const client = stockClient(server, { person })
  await client.synced()
  // For the answer to what the server lacks: what comes after it is for edits.
  await expect.poll(() => client.receipts.length).toBeGreaterThan(0)
  return client
}

async function rulesAre(next: RoomRules | null): Promise<void> {
  rules = next
  await server.liveWorkshops.rulesChanged(artefactId)
}

/** On the server's disk when it resolves. */
async function put(client: StockClient, id: string, text: string): Promise<void> {
  const before = client.receipts.length
  client.content.set(id, text)
  await expect.poll(() => client.receipts.length).toBeGreaterThan(before)
}

const notes = ({ content }: StockClient) => content.toJSON() as Record<string, string>
const undone = ({ notices }: Pick<StockClient, 'notices'>) =>
  notices.filter(({ kind }) => kind === 'undone').flatMap(({ what }) => what as string[])

/** What everybody has, which is what the server has. */
async function expectNotes(clients: readonly StockClient[], expected: Record<string, string>): Promise<void> {
  for (const client of clients) await expect.poll(() => notes(client), { timeout: 5_000 }).toEqual(expected)
  const late = new RawClient(server, { person: 'Ohjaaja' })
  await late.sync()
  expect(late.doc().getMap('content').toJSON()).toEqual(expected)
}

const logged = (event: string) => server.log.filter((line) => line.event === event).length

describe('a browser that does not mind what a step allows', () => {
  test('may add, and change what it added; the rest is taken back, and it is told what', async () => {
    const leader = await open('Ohjaaja')
    await put(leader, 'left.old', 'Vanha')
    rules = step(['add'])
    await rulesAre(rules)
    const aino = await open('Aino')
    aino.content.set('left.own', 'Oma')
    aino.content.set('left.own', 'Oma, korjattu')
    aino.content.set('left.old', 'Muutettu')
    await expect.poll(() => undone(aino)).toEqual(['edit'])
    aino.content.delete('left.old')
    await expect.poll(() => undone(aino)).toEqual(['edit', 'delete'])
    await expectNotes([aino, leader], { 'left.old': 'Vanha', 'left.own': 'Oma, korjattu' })
    expect(undone(leader)).toEqual([])
    expect(aino.closes).toEqual([])
  })

  test.each(waysIn)('is told over %s', async (way) => {
    await (await open('Ohjaaja')).synced()
    await rulesAre(step(['move-all']))
    const raw = await new RawClient(server, { person: 'Eino', way }).sync()
    raw.sendUpdate(updateSetting({ 'left.new': 'Uusi' }))
    await raw.until((client) => undone(client).length > 0)
    expect(undone(raw)).toEqual(['add'])
    expect(raw.receipts).toEqual([1])
    await expectNotes([], {})
  })

  test('writes nowhere but in the place that is worked in, or in its own breakout’s', async () => {
    await rulesAre(step(['edit-all'], { place: 'left', ownPlaces: { 'user:eino': 'right' } }))
    const [aino, eino, leader] = await Promise.all([open('Aino'), open('Eino'), open('Ohjaaja')])
    for (const [name, client] of Object.entries({ a: aino, e: eino, o: leader })) {
      client.content.set(`left.${name}`, name)
      client.content.set(`right.${name}`, name)
    }
    await expectNotes([aino, eino, leader], {
      'left.a': 'a',
      'left.o': 'o',
      'right.e': 'e',
      'right.o': 'o',
    })
    // It is told when the change that takes it back is on disk.
    await expect.poll(() => undone(aino)).toEqual(['elsewhere'])
    await expect.poll(() => undone(eino)).toEqual(['elsewhere'])
  })

  test('writes in no closed place: guests in none, or nobody but who leads', async () => {
    await rulesAre({
      ...step([]),
      step: null,
      locks: [
        { place: 'left', forWhom: 'guests' },
        { place: 'right', forWhom: 'participants' },
      ],
    })
    const [aino, guest, leader] = await Promise.all([open('Aino'), open('Vieras'), open('Ohjaaja')])
    aino.content.set('left.a', 'a')
    aino.content.set('right.a', 'a')
    guest.content.set('left.v', 'v')
    guest.content.set('middle.v', 'v')
    leader.content.set('right.o', 'o')
    await expectNotes([aino, guest, leader], { 'left.a': 'a', 'middle.v': 'v', 'right.o': 'o' })
    await expect.poll(() => undone(guest)).toEqual(['closed-place'])
    await expect.poll(() => undone(aino)).toEqual(['closed-place'])
  })
})

describe('the others', () => {
  test('lose nothing of what they write while somebody’s edits are taken back', async () => {
    await rulesAre(step(['add']))
    const [aino, eino, leader] = await Promise.all([open('Aino'), open('Eino'), open('Ohjaaja')])
    leader.content.set('left.shared', 'Yhteinen')
    await expect.poll(() => notes(aino)['left.shared']).toBe('Yhteinen')
    for (let time = 0; time < 40; time += 1) {
      aino.content.set('left.shared', `rikottu ${time}`)
      eino.content.set(`left.eino${time}`, `Einon ${time}`)
      leader.content.set(`left.leader${time}`, `Vetäjän ${time}`)
      if (time % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const expected: Record<string, string> = { 'left.shared': 'Yhteinen' }
    for (let time = 0; time < 40; time += 1) {
      expected[`left.eino${time}`] = `Einon ${time}`
      expected[`left.leader${time}`] = `Vetäjän ${time}`
    }
    await expectNotes([aino, eino, leader], expected)
    expect(undone(eino)).toEqual([])
  })

  test('do not become authors of one’s note by writing its id again', async () => {
    await rulesAre(step(['add']))
    const [aino, eino] = await Promise.all([open('Aino'), open('Eino')])
    aino.content.set('left.own', 'Ainon')
    await expect.poll(() => notes(eino)['left.own']).toBe('Ainon')
    eino.content.set('left.own', 'Einon')
    await expect.poll(() => undone(eino)).toEqual(['edit'])
    await expectNotes([aino, eino], { 'left.own': 'Ainon' })
  })
})

describe('whose something is', () => {
  test('is kept where the step keeps authors, and known again after the room was closed', async () => {
    await rulesAre(step(['add'], { keepsAuthors: true }))
    const aino = await open('Aino')
    aino.content.set('left.own', 'Ainon')
    await expect.poll(() => kept).toEqual([{ itemId: 'left.own', participantKey: 'user:aino', stepId: 'step1' }])
    aino.close()
    authors = new Map([['left.own', 'user:aino']])
    await startAgain()
    const [again, eino] = await Promise.all([open('Aino'), open('Eino')])
    again.content.set('left.own', 'Ainon, korjattu')
    await expect.poll(() => notes(eino)['left.own']).toBe('Ainon, korjattu')
    eino.content.set('left.own', 'Einon')
    await expect.poll(() => undone(eino)).toEqual(['edit'])
    await expectNotes([again, eino], { 'left.own': 'Ainon, korjattu' })
    expect(undone(again)).toEqual([])
  })

  test('is remembered from step to step, and nowhere kept, where no authors are', async () => {
    await rulesAre(step(['add']))
    const [aino, eino] = await Promise.all([open('Aino'), open('Eino')])
    aino.content.set('left.own', 'Ainon')
    await expect.poll(() => notes(eino)['left.own']).toBe('Ainon')
    await rulesAre(step(['edit-all']))
    await rulesAre(step(['add'], { id: 'step3' }))
    aino.content.set('left.own', 'Ainon yhä')
    await expect.poll(() => notes(eino)['left.own']).toBe('Ainon yhä')
    expect(undone(aino)).toEqual([])
    expect(kept).toEqual([])
  })
})

describe('rules', () => {
  test('bind at once when they come, and no more when they go', async () => {
    const aino = await open('Aino')
    await put(aino, 'left.before', 'ennen')
    await rulesAre(step(['move-all']))
    aino.content.set('left.during', 'aikana')
    await expect.poll(() => undone(aino)).toEqual(['add'])
    await rulesAre(null)
    aino.content.set('left.after', 'jälkeen')
    await expectNotes([aino], { 'left.before': 'ennen', 'left.after': 'jälkeen' })
    expect(undone(aino)).toEqual(['add'])
  })

  test('leave what was on its way when they came as it is, and bind a moment later', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 300 } })
    const aino = await open('Aino')
    await rulesAre(step(['move-all']))
    await put(aino, 'left.before', 'kirjoitettu ennen')
    await new Promise((resolve) => setTimeout(resolve, 300))
    aino.content.set('left.after', 'kirjoitettu jälkeen')
    await expect.poll(() => undone(aino)).toEqual(['add'])
    await expectNotes([aino], { 'left.before': 'kirjoitettu ennen' })
  })

  test('let everybody do at once what they allow, whatever was so before', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 60_000 } })
    const leader = await open('Ohjaaja')
    leader.content.set('left.old', 'Vanha')
    await rulesAre(step(['move-all']))
    const aino = await open('Aino')
    await expect.poll(() => notes(aino)).toEqual({ 'left.old': 'Vanha' })
    await rulesAre(step(['add']))
    aino.content.set('left.own', 'Heti')
    // Neither of them lets one do this.
    aino.content.set('left.old', 'Muutettu')
    await expect.poll(() => undone(aino)).toContain('edit')
    aino.content.set('left.next', 'Taas')
    await expectNotes([leader, aino], { 'left.old': 'Vanha', 'left.own': 'Heti', 'left.next': 'Taas' })
    expect(undone(aino)).toEqual(['edit'])
  })

  test('that the database cannot tell keep people out until it can', async () => {
    let away = true
    await startAgain(() => (away ? Promise.reject(new Error('The database is away')) : Promise.resolve(null)))
    const early = await new RawClient(server).settled()
    await early.until(({ closed }) => closed !== undefined)
    expect(early.closed).toEqual({ code: 1013, reason: 'try-again' })
    away = false
    await (await open('Aino')).synced()
  })
})

describe('what somebody wrote without a connection', () => {
  const comesBackWith = async (values: Record<string, string>) => {
    const client = await new RawClient(server, { person: 'Aino' }).sync()
    // On top of what was there: of two who write at the same time either could win.
    client.sendAnswer(updateSetting(values, client.doc()))
    return client.until(({ receipts }) => receipts.length > 0, 'a receipt')
  }

  test('is taken in where the step allows it', async () => {
    await rulesAre(step(['add']))
    expect((await comesBackWith({ 'left.a': 'Junassa', 'left.b': 'kirjoitettu' })).receipts).toEqual([1])
    await expectNotes([], { 'left.a': 'Junassa', 'left.b': 'kirjoitettu' })
  })

  test('is refused as a whole where the step is another by now, so that their browser keeps it', async () => {
    const leader = await open('Ohjaaja')
    await put(leader, 'left.old', 'Vanha')
    await rulesAre(step(['add']))
    const aino = await comesBackWith({ 'left.new': 'Uusi', 'left.old': 'Muutettu' })
    expect(aino.receipts).toEqual([0])
    expect(aino.notices).toContainEqual({ kind: 'refused', reason: 'not-allowed' })
    expect(undone(aino)).toEqual([])
    expect(aino.closed).toBeUndefined()
    await expectNotes([leader], { 'left.old': 'Vanha' })
  })

  test('goes from the browser to where it is kept as a proposal, and nothing of it is lost', async () => {
    await rulesAre(step(['add']))
    const sent: Uint8Array[] = []
    let kept = false
    const aino = new Traveller({
      person: 'Aino',
      origin: server.origin,
      artefactId,
      kind: notesKind(1) as unknown as AnyKind,
      sendCopy: ({ update }) => {
        sent.push(update)
        return Promise.resolve({ outcome: 'kept', proposalId: 'p1', reason: 'step' })
      },
      onHandedOver: () => (kept = true),
    })
    await expect.poll(() => aino.session.state().kind).toBe('saved')
    aino.leave()
    await expect.poll(() => aino.session.state().kind).toBe('offline')
    aino.session.change((root) => root.set('left.new', 'Matkalla kirjoitettu'))
    await rulesAre(step(['move-all']))
    aino.comeBack()
    await expect.poll(() => kept, { timeout: 5_000 }).toBe(true)
    const doc = new Y.Doc()
    for (const update of sent) Y.applyUpdate(doc, update)
    expect(doc.getMap('content').toJSON()).toEqual({ 'left.new': 'Matkalla kirjoitettu' })
    await expectNotes([], {})
    aino.session.close()
  })
})

describe('a step that allows nothing', () => {
  test('lets in what was on its way when it began, and nothing afterwards', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 400 } })
    await rulesAre(step(['add']))
    const aino = await new RawClient(server, { person: 'Aino' }).sync()
    Object.assign(people.get('Aino'), { right: 'see', isBound: true })
    await rulesAre(step(['vote']))
    await aino.until(({ notices }) => notices.some(({ right }) => right === 'see'))
    aino.sendUpdate(updateSetting({ 'left.a': 'Viime hetkellä' }))
    await aino.until(({ receipts }) => receipts.length === 1)
    await new Promise((resolve) => setTimeout(resolve, 400))
    aino.sendUpdate(updateSetting({ 'left.b': 'Liian myöhään' }))
    await aino.until(({ receipts }) => receipts.length === 2)
    expect(aino.receipts).toEqual([1, 0])
    await expectNotes([], { 'left.a': 'Viime hetkellä' })
  })

  test('still takes back what the step before did not allow', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 400 } })
    const leader = await open('Ohjaaja')
    await put(leader, 'left.old', 'Vanha')
    await rulesAre(step(['add']))
    await new Promise((resolve) => setTimeout(resolve, 400))
    const aino = await open('Aino')
    Object.assign(people.get('Aino'), { right: 'see', isBound: true })
    await rulesAre(step(['vote']))
    aino.content.set('left.old', 'Muutettu')
    await expect.poll(() => undone(aino)).toEqual(['edit'])
    await expectNotes([aino, leader], { 'left.old': 'Vanha' })
  })
})

describe('the worker that looks', () => {
  test('is replaced when it is stuck: what came meanwhile stays, and rules bind again', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 0, unjudgedFor: 300, watchAgainAfter: 50 } })
    await rulesAre(step(['add']))
    const [aino, leader] = await Promise.all([open('Aino'), open('Ohjaaja')])
    aino.content.set('left.a', stuckWords)
    await put(leader, 'left.old', 'Vanha')
    await expect.poll(() => logged('sync.watching-ended'), { timeout: 5_000 }).toBe(1)
    leader.content.delete('left.a')
    await expect.poll(() => notes(aino)).toEqual({ 'left.old': 'Vanha' })
    await expect
      .poll(
        () => {
          aino.content.set('left.old', 'Muutettu')
          return undone(aino)
        },
        { timeout: 5_000 },
      )
      .toContain('edit')
  })

  test('leaves what it cannot judge as it is, and goes on', async () => {
    await rulesAre(step(['add']))
    const [aino, leader] = await Promise.all([open('Aino'), open('Ohjaaja')])
    aino.content.set('left.a', brokenWords)
    await expect.poll(() => logged('sync.rule-failed')).toBe(1)
    leader.content.set('left.a', 'Ehjä')
    await expect.poll(() => notes(aino)['left.a']).toBe('Ehjä')
    aino.content.delete('left.a')
    await expect.poll(() => undone(aino)).toEqual(['delete'])
    await expectNotes([aino, leader], { 'left.a': 'Ehjä' })
  })

  test('looks at no document that is too large for it, and says so in the log', async () => {
    const { people } = server
    server = await startWith({ people, limits: { ruleGrace: 0, watchedBytes: 100 } })
    const leader = await open('Ohjaaja')
    await put(leader, 'left.long', 'x'.repeat(200))
    await rulesAre(step(['move-all']))
    expect(logged('sync.too-large-to-watch')).toBe(1)
  })

  test('is not started for rooms without rules', async () => {
    const aino = await open('Aino')
    aino.content.set('left.a', stuckWords)
    await expectNotes([aino], { 'left.a': stuckWords })
    expect(server.log.filter(({ event }) => event.startsWith('sync.watch'))).toEqual([])
  })
})
