import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { contentRoot } from '../../../app/document/layout'
import { createMemory } from '../../../app/document/memory'
import { remarksSchema, type RemarkAuthor } from '../../../app/remarks/model/content'
import { readRemarks, remarksDocument } from '../../../app/remarks/model/document'
import { addThread, answer, changeRemark, removeRemark, reopen, resolve } from '../../../app/remarks/model/operations'
import { permitRemarks } from '../../../app/remarks/model/permit'

vi.setConfig({ testTimeout: 60_000 })

const now = 1_000_000_000

/** What somebody does who keeps to what their page offers; `nth` chooses among what is there. */
type Act = { do: 'add' | 'answer' | 'change' | 'remove' | 'resolve' | 'reopen'; nth: number; words: string }

const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('add', 'answer', 'answer', 'change', 'remove', 'resolve', 'reopen'),
  nth: fc.nat(30),
  words: fc.constantFrom('Kuka maksaa?', 'Kunnat.', 'a', '😀 ja §', '<b>&amp;</b>'),
})

class Person {
  readonly doc = new Y.Doc()
  readonly root = contentRoot(this.doc)
  readonly author: RemarkAuthor
  /** What the server has not been sent yet, in order. */
  readonly unsent: Uint8Array[] = []
  private readonly own = Symbol('own')

  constructor(key: string) {
    this.author = { key, name: `Nimi ${key}`, organisation: 'Haapavesi' }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.own) this.unsent.push(update)
    })
  }

  acts(what: Act): void {
    this.doc.transact(() => this.does(what), this.own)
  }

  private does({ do: what, nth, words }: Act): void {
    const { threads } = readRemarks(this.root)
    const thread = threads[nth % Math.max(1, threads.length)]
    const saying = { by: this.author, now }
    const said = { words, mentions: [] }
    if (what === 'add' || !thread) return void addThread(this.root, { on: 'all' }, said, saying)
    const own = thread.remarks.filter(({ author }) => author.key === this.author.key)
    const remark = own[nth % Math.max(1, own.length)]
    if (what === 'answer') answer(this.root, thread.id, said, saying)
    if (what === 'resolve') resolve(this.root, thread.id, saying)
    if (what === 'reopen') reopen(this.root, thread.id)
    if (what === 'change' && remark) changeRemark(this.root, thread.id, remark.id, said, saying)
    if (what === 'remove' && remark) removeRemark(this.root, thread.id, remark.id)
  }
}

/** The room, and the worker that looks at what comes in. */
class Room {
  readonly doc = new Y.Doc()
  readonly root = contentRoot(this.doc)
  readonly undone: string[] = []

  takes(update: Uint8Array, from: Person): void {
    const before = readRemarks(this.root)
    Y.applyUpdate(this.doc, update)
    const { content, undone, corrected } = permitRemarks(before, readRemarks(this.root), { author: from.author, leads: false, at: now })
    this.undone.push(...undone)
    if (undone.length > 0 || corrected) this.doc.transact(() => remarksDocument.restore(this.root, content))
  }

  tells({ doc }: Person): void {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)), 'server')
  }
}

const step = fc.record({ who: fc.nat(2), act, sends: fc.nat(2), hears: fc.boolean() })

describe('Three people who comment at once', () => {
  it('have the same threads in the end, and nothing of what they may do is taken back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (plan) => {
        const room = new Room()
        const people = ['user:a', 'user:b', 'seat:c'].map((key) => new Person(key))
        const sends = (person: Person, most: number) => person.unsent.splice(0, most).forEach((update) => room.takes(update, person))
        for (const { who, act: what, sends: most, hears } of plan) {
          const person = people[who]
          if (!person) continue
          person.acts(what)
          sends(person, most)
          if (hears) room.tells(person)
        }
        for (const person of people) sends(person, Infinity)
        for (const person of people) room.tells(person)
        const expected = readRemarks(room.root)
        for (const { root } of people) expect(readRemarks(root)).toEqual(expected)
        expect(remarksSchema.safeParse(expected).success).toBe(true)
        expect(room.undone).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('are read the same from memory as anew', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const person = new Person('user:a')
        const memory = createMemory(person.root)
        for (const one of acts) {
          person.acts(one)
          expect(readRemarks(person.root, memory.remember)).toEqual(readRemarks(person.root))
        }
      }),
      { numRuns: 60 },
    )
  })
})
