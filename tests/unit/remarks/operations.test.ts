import * as Y from 'yjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { mostThreads, remarksSchema, type RemarkAuthor } from '../../../app/remarks/model/content'
import { readRemarks, remarksDocument } from '../../../app/remarks/model/document'
import { calls, mentionsIn, waitingFor } from '../../../app/remarks/model/mentions'
import { addThread, answer, changeRemark, removeRemark, reopen, resolve } from '../../../app/remarks/model/operations'

const clerk: RemarkAuthor = { key: 'user:clerk', name: 'Sivistysjohtaja', organisation: 'Haapavesi' }
const planner: RemarkAuthor = { key: 'user:planner', name: 'Suunnittelija', organisation: 'Työllisyyspalvelut' }
const says = (words: string) => ({ words, mentions: [] })
const at = (by: RemarkAuthor, now: number) => ({ by, now })

let root: Y.Map<unknown>

beforeEach(() => {
  root = new Y.Doc().getMap('content')
})

const threads = () => readRemarks(root).threads
const words = () => threads().map(({ remarks }) => remarks.map((remark) => remark.words))
const begin = (text = 'Kuka maksaa?', now = 1_000) => addThread(root, { on: 'all' }, says(text), at(clerk, now)) ?? ''

describe('What people say about an artefact', () => {
  it('is read as it was said, with who said it', () => {
    const id = begin(' Kuka maksaa? ')
    answer(root, id, says('Kunnat, tasan.'), at(planner, 2_000))
    expect(threads()).toMatchObject([
      { id, anchor: { on: 'all' }, remarks: [{ author: clerk, at: 1_000, words: 'Kuka maksaa?' }, { author: planner, at: 2_000 }] },
    ])
    expect(remarksSchema.safeParse(readRemarks(root)).success).toBe(true)
  })

  it('is never dated before what it answers, whatever the clock of a device says', () => {
    const id = begin('Kuka maksaa?', 9_000)
    answer(root, id, says('Kunnat.'), at(planner, 5_000))
    expect(words()).toEqual([['Kuka maksaa?', 'Kunnat.']])
    expect(threads()[0]?.remarks[1]?.at).toBe(9_001)
  })

  it('is not begun without words', () => {
    expect(addThread(root, { on: 'all' }, says('  \n'), at(clerk, 1))).toBeUndefined()
    expect(answer(root, begin(), says(' '), at(clerk, 1))).toBeUndefined()
    expect(words()).toEqual([['Kuka maksaa?']])
  })

  it('can be said otherwise, and shows that it was', () => {
    const id = begin()
    const remark = threads()[0]?.remarks[0]?.id ?? ''
    changeRemark(root, id, remark, says('Kuka maksaa matkat?'), { now: 3_000 })
    expect(threads()[0]?.remarks[0]).toMatchObject({ words: 'Kuka maksaa matkat?', at: 1_000, editedAt: 3_000 })
    changeRemark(root, id, remark, says(''), { now: 4_000 })
    expect(threads()[0]?.remarks[0]?.words).toBe('Kuka maksaa matkat?')
  })

  it('leaves its place empty where it was answered, and goes wholly where it was not', () => {
    const id = begin()
    answer(root, id, says('Kunnat.'), at(planner, 2_000))
    const [first, second] = threads()[0]?.remarks ?? []
    removeRemark(root, id, first?.id ?? '')
    expect(words()).toEqual([['', 'Kunnat.']])
    removeRemark(root, id, second?.id ?? '')
    expect(threads()).toEqual([])
  })

  it('is kept where somebody answers while it is taken away', () => {
    const id = begin()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(root.doc ?? new Y.Doc()))
    const theirs = other.getMap('content')
    removeRemark(root, id, threads()[0]?.remarks[0]?.id ?? '')
    answer(theirs, id, says('Tämä on tärkeä.'), at(planner, 2_000))
    Y.applyUpdate(root.doc ?? other, Y.encodeStateAsUpdate(other))
    expect(words()).toEqual([['Tämä on tärkeä.']])
  })

  it('is settled by one and taken up again by another', () => {
    const id = begin()
    resolve(root, id, at(planner, 5_000))
    expect(threads()[0]?.resolved).toEqual({ by: planner, at: 5_000 })
    reopen(root, id)
    expect(threads()[0]?.resolved).toBeUndefined()
  })

  it('stands in the order in which it was begun', () => {
    begin('Toinen', 2_000)
    begin('Ensimmäinen', 1_000)
    expect(words()).toEqual([['Ensimmäinen'], ['Toinen']])
  })

  it('has an end: no thread beyond the bound', () => {
    const remarks = [{ id: 'r', author: clerk, at: 1, words: 'x', mentions: [] }]
    remarksDocument.seed(root, {
      threads: Array.from({ length: mostThreads }, (_, index) => ({ id: `t${index}`, anchor: { on: 'all' as const }, remarks })),
    })
    expect(addThread(root, { on: 'all' }, says('Vielä yksi'), at(clerk, 2))).toBeUndefined()
  })
})

describe('A room of remarks', () => {
  it('comes back from a file as it was, and a restored one keeps what is the same', () => {
    const id = begin()
    answer(root, id, says('Kunnat.'), at(planner, 2_000))
    const content = readRemarks(root)
    const fresh = new Y.Doc().getMap('content')
    remarksDocument.seed(fresh, content)
    expect(readRemarks(fresh)).toEqual(content)
    const kept = root.get(id)
    removeRemark(root, id, threads()[0]?.remarks[1]?.id ?? '')
    begin('Uusi', 7_000)
    remarksDocument.restore(root, content)
    expect(readRemarks(root)).toEqual(content)
    expect(root.get(id)).toBe(kept)
  })

  it.each([
    ['a text', 'x'],
    ['a list', [1, 2]],
    ['a text that is edited', new Y.Text('x')],
    ['an empty thread', new Y.Map()],
    ['a thread whose remarks are a number', new Y.Map([['remarks', 7]])],
    ['a remark that nobody said', new Y.Map([['remarks', new Y.Map([['r', new Y.Map([['text', { words: 'x' }]])]])]])],
    ['a remark that is a text', new Y.Map([['remarks', new Y.Map([['r', new Y.Text('x')]])]])],
  ])('is read where it holds %s', (_what, value) => {
    begin()
    root.set('odd', value)
    expect(words()).toEqual([['Kuka maksaa?']])
  })

  it('says of what is nowhere that it is about all, and cuts what is too long', () => {
    const said = new Y.Map<unknown>([
      ['said', { author: clerk, at: 1 }],
      ['text', { words: `${'x'.repeat(4_999)}😀`, mentions: ['nobody', { kind: 'person', id: 'user:a', name: 'A' }], editedAt: 'no' }],
    ])
    root.set('odd', new Y.Map<unknown>([['anchor', { on: 'moon' }], ['remarks', new Y.Map([['r', said]])], ['resolved', 'yes']]))
    const [thread] = threads()
    expect(thread).toMatchObject({ anchor: { on: 'all' }, remarks: [{ words: 'x'.repeat(4_999), mentions: [{ name: 'A' }] }] })
    expect(thread?.resolved).toBeUndefined()
    expect(remarksSchema.safeParse(readRemarks(root)).success).toBe(true)
  })
})

describe('A mention', () => {
  const known = [
    { kind: 'organisation', id: 'org-haapa', name: 'Haapavesi' },
    { kind: 'organisation', id: 'org-region', name: 'Haapaveden seutu' },
    { kind: 'person', id: 'user:clerk', name: 'Sivistysjohtaja' },
  ] as const

  it('is a known name after an @, the longer of two that begin alike', () => {
    expect(mentionsIn('@Haapaveden seutu: @sivistysjohtaja, ks. @Haapavesi.', known).map(({ id }) => id)).toEqual([
      'org-region',
      'user:clerk',
      'org-haapa',
    ])
    expect(mentionsIn('Haapavesi, @Haapavesilaiset ja posti@haapa.example', known)).toEqual([])
  })

  it('calls a person by their key and everybody of an organisation, until the thread is settled', () => {
    const id = addThread(root, { on: 'all' }, { words: '@Haapavesi', mentions: [known[0]] }, at(planner, 1)) ?? ''
    const member = { participantKey: 'user:x', organisationId: 'org-haapa' }
    const remark = threads()[0]?.remarks[0]
    expect(remark && calls(remark, member)).toBe(true)
    expect(remark && calls(remark, { participantKey: 'user:x', organisationId: null })).toBe(false)
    const waiting = () => waitingFor(readRemarks(root), member).length
    expect(waiting()).toBe(1)
    resolve(root, id, at(planner, 2))
    expect(waiting()).toBe(0)
    reopen(root, id)
    answer(root, id, says('Vastaan.'), at({ ...clerk, key: 'user:x' }, 3))
    expect(waiting()).toBe(0)
    answer(root, id, { words: '@Haapavesi', mentions: [known[0]] }, at(planner, 4))
    expect(waiting()).toBe(1)
    // Whoever calls their own organisation waits for the others in it.
    expect(waitingFor(readRemarks(root), { ...member, participantKey: planner.key })).toEqual([])
  })
})
