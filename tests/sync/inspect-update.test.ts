import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { clientDeletions, DeletedRanges } from '../../server/sync/deleted-ranges'
import { inspectUpdate } from '../../server/sync/inspect-update'
import { decodeStateVector } from '../../server/sync/state-vector'

/** What people do: text, entries, nested types, deletions, on one of three replicas that now and then meet. */
const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('set', 'unset', 'nest', 'write', 'erase', 'meet'),
  key: fc.constantFrom('a', 'b', 'c'),
  at: fc.nat(20),
  text: fc.string({ maxLength: 8 }),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

function perform(docs: Y.Doc[], { who, what, key, at, text }: Act): void {
  const doc = docs[who] ?? new Y.Doc()
  const content = doc.getMap('content')
  const found = content.get(key)
  if (what === 'set') content.set(key, text)
  else if (what === 'unset') content.delete(key)
  else if (what === 'nest') content.set(key, new Y.Text(text))
  else if (what === 'write' && found instanceof Y.Text) found.insert(Math.min(at, found.length), text || 'x')
  else if (what === 'erase' && found instanceof Y.Text && found.length > 0) found.delete(0, Math.min(at, found.length))
  else if (what === 'meet') {
    const other = docs[(who + 1) % docs.length]
    if (other) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
}

/** Every update that came of it, in the order in which it was made. */
function updatesOf(acts: Act[]): Uint8Array[] {
  const docs = [11, 22, 33].map((clientId) => {
    const doc = new Y.Doc()
    doc.clientID = clientId
    return doc
  })
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) updates.push(update)
    })
  }
  for (const one of acts) perform(docs, one)
  return updates
}

const known = (doc: Y.Doc) => decodeStateVector(Y.encodeStateVector(doc))

/** Yjs puts aside what it cannot integrate yet, and what it can delete only later. */
const waits = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

test('an update is found sound exactly when Yjs integrates all of it at once', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), fc.func(fc.nat(3)), (acts, choose) => {
      const doc = new Y.Doc()
      const updates = updatesOf(acts)
      while (updates.length > 0) {
        const [update] = updates.splice(Math.min(choose(updates.length), updates.length - 1), 1)
        if (!update) return
        const tried = new Y.Doc()
        Y.applyUpdate(tried, Y.encodeStateAsUpdate(doc))
        Y.applyUpdate(tried, update)
        const verdict = inspectUpdate(update, known(doc))
        expect(verdict.sound).toBe(!waits(tried))
        if (verdict.sound) Y.applyUpdate(doc, update)
        else expect(verdict.reason).toBe('gap')
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever bytes are changed in an update: what is found sound harms no document', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 3, maxLength: 25 }),
      fc.array(fc.record({ at: fc.nat(500), value: fc.nat(255) }), { minLength: 1, maxLength: 4 }),
      (acts, changes) => {
        const updates = updatesOf(acts)
        const last = updates.pop()
        if (!last) return
        const doc = new Y.Doc()
        for (const update of updates) Y.applyUpdate(doc, update)
        const changed = new Uint8Array(last)
        for (const { at, value } of changes) changed[at % changed.length] = value
        const verdict = inspectUpdate(changed, known(doc))
        if (!verdict.sound) return
        // What the room would keep and send on.
        Y.applyUpdate(doc, verdict.trimmed ?? changed)
        expect(waits(doc)).toBe(false)
        expect([...doc.share.keys()].filter((name) => name !== 'content' && name !== 'meta')).toEqual([])
        expect(() => doc.getMap('content').toJSON()).not.toThrow()
        for (const [client, clock] of verdict.ends) expect(known(doc).get(client)).toBe(clock)
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(waits(copy)).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})

test('an update that holds one client twice is malformed: Yjs would see only the second half', () => {
  const [first, second] = updatesOf([
    { who: 0, what: 'set', key: 'a', at: 0, text: 'x' },
    { who: 0, what: 'set', key: 'b', at: 0, text: 'y' },
  ])
  if (!first || !second) throw new Error('Two acts make two updates')
  // Without their counts of clients before and of deletions behind.
  const twice = Uint8Array.from([2, ...first.slice(1, -1), ...second.slice(1, -1), 0])
  expect(inspectUpdate(twice, new Map())).toEqual({ sound: false, reason: 'malformed' })
})

test('an answer that repeats everything is cut down to what is new', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 30 }), fc.nat(30), (acts, cut) => {
      const updates = updatesOf(acts)
      const room = new Y.Doc()
      for (const update of updates.slice(0, cut)) if (inspectUpdate(update, known(room)).sound) Y.applyUpdate(room, update)
      const client = new Y.Doc()
      for (const update of updates) Y.applyUpdate(client, update)
      if (waits(client)) return
      const answer = Y.encodeStateAsUpdate(client)
      const verdict = inspectUpdate(answer, known(room))
      expect(verdict.sound).toBe(true)
      if (!verdict.sound) return
      Y.applyUpdate(room, verdict.trimmed ?? answer)
      expect(room.getMap('content').toJSON()).toEqual(client.getMap('content').toJSON())
      expect(known(room)).toEqual(known(client))
    }),
    { numRuns: 200 },
  )
})

test('deleted ranges remember what was added, in any order and number', () => {
  const range = fc.record({ client: fc.nat(1), clock: fc.nat(60), len: fc.integer({ min: 1, max: 9 }) })
  const listed = (ranges: readonly { client: number; clock: number; len: number }[]) =>
    [0, 1].map((client) => clientDeletions(client, ranges.filter((one) => one.client === client)))
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 40 }), { maxLength: 6 }), range, (batches, asked) => {
      const ranges = new DeletedRanges()
      const ticks = new Set<string>()
      for (const batch of batches) {
        ranges.add(listed(batch))
        for (const { client, clock, len } of batch) {
          for (let tick = clock; tick < clock + len; tick += 1) ticks.add(`${client} ${tick}`)
        }
      }
      const inSet = Array.from({ length: asked.len }, (_, index) => ticks.has(`${asked.client} ${asked.clock + index}`))
      const missing = ranges.missing(listed([asked])).reduce((sum, { starts }) => sum + starts.length, 0)
      expect(missing).toBe(inSet.every(Boolean) ? 0 : 1)
      expect(DeletedRanges.decode(ranges.encode()).all()).toEqual(ranges.all())
      expect(ranges.all().reduce((sum, { length }) => sum + length, 0)).toBe(ticks.size)
    }),
  )
})

test('an update that names one deletion many times keeps it once, however its numbers are written', () => {
  const doc = new Y.Doc()
  const text = doc.getMap('content').set('text', new Y.Text('abcdefgh'))
  const room = new Y.Doc()
  Y.applyUpdate(room, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(doc)
  text.delete(2, 3)
  const plain = Y.encodeStateAsUpdate(doc, before)
  for (const asWritten of [(number: number) => [number], (number: number) => [number | 128, 0]]) {
    const encoder = encoding.createEncoder()
    for (const number of [0, 1, doc.clientID]) encoding.writeVarUint(encoder, number)
    const ranges = [[5, 1], [3, 2], [3, 1], [4, 2], [5, 1]]
    const numbers = [ranges.length, ...ranges.flat()].flatMap(asWritten)
    const repeated = Uint8Array.from([...encoding.toUint8Array(encoder), ...numbers])
    const verdict = inspectUpdate(repeated, known(room))

    expect(verdict).toMatchObject({ sound: true, trimmed: plain })
  }
})
