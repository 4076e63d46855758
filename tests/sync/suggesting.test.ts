import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { agreement, bullets, clause, paragraph } from '../../app/artefacts/agreement/model/compose'
import { agreedText } from '../../app/artefacts/agreement/model/agreed-text'
import { readAgreement } from '../../app/artefacts/agreement/model/document'
import { makeShared } from '../../app/artefacts/agreement/model/elements'
import { findClause, removeClause } from '../../app/artefacts/agreement/model/operations'
import type { SuggestedBy } from '../../app/artefacts/agreement/model/suggestion'
import { asSuggested, listSuggestions, rejectSuggestions } from '../../app/artefacts/agreement/model/suggestions'
import { suggestNewClause, suggestRemoval } from '../../app/artefacts/agreement/model/suggestions/suggest-clauses'
import type { RoomRules } from '../../app/load-context'
import { startSync, stopAll, type SyncServer } from '../support/sync/server'
import { closeClients, stockClient, type StockClient } from '../support/sync/stock-client'
import { textWith } from '../unit/artefacts/agreement/shared-agreement'

const artefactId = 'board001'

const start = agreement(
  clause('one', 'Tarkoitus', paragraph('Kunta vastaa tiloista.')),
  clause('two', 'Maksut', paragraph('Maksut jaetaan tasan.')),
  clause('three', 'Tehtävät', bullets('ohjaus', 'tuki')),
)

let server: SyncServer
let rules: RoomRules | null

const onlySuggesting: RoomRules = { kind: 'agreement', step: null, locks: [], suggesting: { only: true } }

beforeEach(async () => {
  rules = onlySuggesting
  server = await startSync({
    kinds: 'real',
    limits: { ruleGrace: 0 },
    rules: {
      rulesOf: () => Promise.resolve(rules),
      authorsOf: () => Promise.resolve(new Map()),
      keepAuthors: () => undefined,
    },
  })
  server.people.add('Aino', { right: 'comment' })
  server.people.add('Eino', { right: 'comment' })
  server.people.add('Ohjaaja', { identity: { leads: true } })
  await server.live.create(artefactId, 'agreement', start)
})

afterEach(async () => {
  closeClients()
  await stopAll()
})

async function open(person: string): Promise<StockClient> {
  const client = stockClient(server, { person })
  await client.synced()
  await expect.poll(() => readAgreement(client.content).clauses.length).toBeGreaterThan(0)
  return client
}

const by = (person: string, id: string, more: Partial<SuggestedBy> = {}): SuggestedBy => {
  const { participantKey, name, organisation } = server.people.get(person).identity
  return { id, author: participantKey, name, organisation, at: 5, ...more }
}

/** A second item of the list, before the last. */
function newItem(root: Y.Map<unknown>, suggestion: unknown): void {
  const words = { type: 'text', text: 'maksut', marks: suggestion ? [{ type: 'insertion', attrs: by('Aino', 's4') }] : [] }
  const attrs = suggestion ? { suggestion } : {}
  const item = { type: 'listItem', content: [{ type: 'paragraph', attrs, content: [words] }] }
  listOf(root).insert(1, [makeShared(item as never)])
}

const listOf = (root: Y.Map<unknown>) => textWith(root, 'tuki').parent?.parent?.parent as Y.XmlElement

const undone = ({ notices }: StockClient) =>
  notices.filter(({ kind }) => kind === 'undone').flatMap(({ what }) => what as string[])

const held = async () => (await server.live.read(artefactId, 'agreement')).content
const suggested = async () => listSuggestions((await held()) as never).map(({ id }) => id)

describe('a browser that may only suggest, and does not mind that', () => {
  test('has its suggestions taken, and everybody gets them', async () => {
    const aino = await open('Aino')
    const leader = await open('Ohjaaja')
    textWith(aino.content, 'tiloista').insert(13, 'kaikista ', { insertion: by('Aino', 's1') })
    suggestNewClause(aino.content, { after: 'one' }, by('Aino', 's2'))
    suggestRemoval(aino.content, 'two', by('Aino', 's3'))
    await expect.poll(suggested).toEqual(['s1', 's2', 's3'])
    expect(listSuggestions(readAgreement(leader.content))).toHaveLength(3)
    rejectSuggestions(aino.content, ['s3'])
    await expect.poll(suggested).toEqual(['s1', 's2'])
    expect(undone(aino)).toEqual([])
    expect(aino.closes).toEqual([])
  })

  test('has links, defined terms and new items of lists taken as suggestions, and no dangerous address', async () => {
    const aino = await open('Aino')
    const words = textWith(aino.content, 'tiloista')
    words.format(0, 5, { formatting: { ...by('Aino', 's1'), change: '+link https://example.fi/' } })
    words.format(6, 6, { formatting: { ...by('Aino', 's2'), change: '+definedTerm' } })
    words.format(13, 8, { formatting: { ...by('Aino', 's3'), change: '+link javascript:alert(1)' } })
    newItem(aino.content, { ...by('Aino', 's4'), does: 'insert' })
    await expect.poll(suggested).toEqual(['s1', 's2', 's4'])
    expect(undone(aino)).toEqual([])
    const now = (await held()) as never
    expect(agreedText(now)).toEqual(start)
    expect(JSON.stringify(asSuggested(now))).toContain('{"type":"link","attrs":{"href":"https://example.fi/"}}')
    expect(JSON.stringify(now)).not.toContain('javascript')
  })

  test.each([
    ['writes into the agreed text', (root: Y.Map<unknown>) => textWith(root, 'tiloista').insert(0, 'Heti ')],
    ['deletes agreed words', (root: Y.Map<unknown>) => textWith(root, 'tiloista').delete(0, 5)],
    ['makes agreed words bold', (root: Y.Map<unknown>) => textWith(root, 'tiloista').format(0, 5, { bold: {} })],
    ['makes agreed words a link', (root: Y.Map<unknown>) => textWith(root, 'tiloista').format(0, 5, { link: { href: 'https://example.fi/' } })],
    ['makes agreed words a defined term', (root: Y.Map<unknown>) => textWith(root, 'tiloista').format(0, 5, { definedTerm: {} })],
    ['adds an item to a list as if it were agreed', (root: Y.Map<unknown>) => newItem(root, undefined)],
    ['takes an item of a list away', (root: Y.Map<unknown>) => listOf(root).delete(1, 1)],
    ['removes a clause', (root: Y.Map<unknown>) => removeClause(root, 'one')],
    ['adds a clause as if it were agreed', (root: Y.Map<unknown>) => findClause(root, 'one')?.parent.insert(0, [makeShared(clause('new', 'Uusi'))])],
  ])('has it taken back when it %s, and is told', async (_what, act) => {
    const aino = await open('Aino')
    const leader = await open('Ohjaaja')
    aino.doc.transact(() => act(aino.content))
    await expect.poll(() => undone(aino)).toEqual(['edit'])
    await expect.poll(held).toEqual(start)
    await expect.poll(() => readAgreement(aino.content)).toEqual(start)
    expect(undone(leader)).toEqual([])
    expect(aino.closes).toEqual([])
  })

  test('has thirty thousand empty paragraphs taken back before the looking is given up, with what was hidden among them', async () => {
    const aino = await open('Aino')
    aino.doc.transact(() => {
      textWith(aino.content, 'tiloista').delete(0, 5)
      findClause(aino.content, 'one')?.element.insert(1, Array.from({ length: 30_000 }, () => new Y.XmlElement('paragraph')))
    })
    await expect.poll(() => undone(aino), { timeout: 15_000 }).toEqual(['edit'])
    await expect.poll(held, { timeout: 15_000 }).toEqual(start)
  }, 40_000)

  test('has nothing taken that is too much to look at in time', async () => {
    const aino = await open('Aino')
    textWith(aino.content, 'tiloista').insert(13, 'x'.repeat(1_100_000), { insertion: by('Aino', 's1') })
    await expect.poll(() => aino.notices.filter(({ kind }) => kind === 'refused')).toMatchObject([{ reason: 'not-allowed' }])
    expect(await held()).toEqual(start)
    expect(aino.closes).toEqual([])
  })

  test('cannot accept, change or withdraw what somebody else suggests', async () => {
    const eino = await open('Eino')
    textWith(eino.content, 'tiloista').insert(13, 'kaikista ', { insertion: by('Eino', 's1') })
    await expect.poll(suggested).toEqual(['s1'])
    const before = await held()
    const aino = await open('Aino')
    for (const act of [
      () => textWith(aino.content, 'kaikista').format(13, 9, { insertion: null }),
      () => rejectSuggestions(aino.content, ['s1']),
      () => textWith(aino.content, 'kaikista').format(13, 9, { insertion: by('Eino', 's1', { at: 9 }) }),
    ]) {
      const told = undone(aino).length
      aino.doc.transact(act)
      await expect.poll(() => undone(aino).length).toBe(told + 1)
      await expect.poll(held).toEqual(before)
    }
  })

  test('cannot suggest under the name of somebody else, or of another organisation', async () => {
    const aino = await open('Aino')
    for (const more of [{ author: 'user:eino' }, { name: 'Kaupunginjohtaja' }, { organisation: 'Kaupunki' }]) {
      const told = undone(aino).length
      textWith(aino.content, 'tiloista').insert(13, 'kaikista ', { insertion: by('Aino', 's1', more) })
      await expect.poll(() => undone(aino).length).toBe(told + 1)
      await expect.poll(held).toEqual(start)
    }
  })

  test('loses nothing of what it suggests elsewhere in the same moment', async () => {
    const aino = await open('Aino')
    aino.doc.transact(() => {
      textWith(aino.content, 'tiloista').delete(0, 5)
      textWith(aino.content, 'Maksut jaetaan').insert(0, 'Kaikki ', { insertion: by('Aino', 's1') })
    })
    await expect.poll(() => undone(aino)).toEqual(['edit'])
    await expect.poll(suggested).toEqual(['s1'])
    expect(JSON.stringify(await held())).toContain('Kunta vastaa tiloista.')
  })

  test('is let in for reading where nothing is suggested', async () => {
    rules = null
    await server.liveWorkshops.rulesChanged(artefactId)
    const aino = await open('Aino')
    textWith(aino.content, 'tiloista').insert(13, 'kaikista ', { insertion: by('Aino', 's1') })
    await expect.poll(() => aino.closes.length).toBeGreaterThan(0)
    await expect.poll(held).toEqual(start)
  })

  test('writes at once when everybody may again', async () => {
    const aino = await open('Aino')
    rules = null
    server.people.add('Aino', { right: 'edit' })
    await server.liveWorkshops.rulesChanged(artefactId)
    textWith(aino.content, 'tiloista').insert(0, 'Nyt ')
    await expect.poll(async () => JSON.stringify(await held())).toContain('Nyt Kunta')
    expect(undone(aino)).toEqual([])
  })
})

