import { describe, expect, test } from 'vitest'
import type { Anchor, Mention, Thread } from '../../../app/remarks/model/content'
import {
  countOpen,
  everyOpenThread,
  listThreads,
  organisationsOf,
  saidSince,
  type Layer,
  type ListedThread,
  type Places,
} from '../../../app/remarks/model/thread-list'

interface Begun {
  id: string
  layer?: Layer
  anchor?: Anchor
  key?: string
  organisation?: string
  at?: number
  answers?: { key: string; at: number }[]
  mentions?: Mention[]
  isResolved?: boolean
}

function listed({ id, layer = 'shared', anchor = { on: 'all' }, key = 'user:a', organisation = 'Oulainen', at = 1, ...rest }: Begun): ListedThread {
  const by = { key, name: 'Kirjoittaja', organisation }
  const remark = (one: { id: string; key: string; at: number }) => ({
    ...{ id: one.id, author: { ...by, key: one.key }, at: one.at, words: 'Sanat', mentions: rest.mentions ?? [] },
  })
  const thread: Thread = {
    id,
    anchor,
    remarks: [
      remark({ id: `${id}-1`, key, at }),
      ...(rest.answers ?? []).map((one, index) => remark({ id: `${id}-${index + 2}`, ...one })),
    ],
    ...(rest.isResolved ? { resolved: { by, at: 9 } } : {}),
  }
  return { layer, thread }
}

const item = (id: string): Anchor => ({ on: 'item', item: id, name: `Kohta ${id}` })
const passage = (id: string): Anchor => ({
  ...{ on: 'passage', item: id, name: `Kohta ${id}`, quote: 'sanat', before: '', after: '', start: '', end: '' },
})
const places: Places = {
  items: [
    { id: 'one', name: '1 Sopijapuolet' },
    { id: 'two', name: '2 Tavoitteet' },
  ],
  knowsItems: true,
  hasPassage: () => true,
}
const reader = { participantKey: 'user:me', organisationId: 'org-me' }

function ids(threads: readonly ListedThread[], change: Partial<Parameters<typeof listThreads>[1]> = {}) {
  const { here, gone } = listThreads(threads, { places, filter: everyOpenThread, order: 'place', reader, ...change })
  return { here: here.map(({ thread }) => thread.id), gone: gone.map(({ thread }) => thread.id) }
}

describe('comments stand in the order that is asked for', () => {
  const threads = [
    listed({ id: 'late', anchor: item('one'), at: 30 }),
    listed({ id: 'second-clause', anchor: item('two'), at: 10 }),
    listed({ id: 'early', anchor: item('one'), at: 20 }),
    listed({ id: 'about-all', at: 40 }),
  ]

  test('by place: what is about all first, then clause by clause, within a clause as they were begun', () => {
    expect(ids(threads).here).toEqual(['about-all', 'early', 'late', 'second-clause'])
  })

  test('by time: what was answered last is newest', () => {
    const answered = listed({ id: 'answered', at: 1, answers: [{ key: 'user:b', at: 50 }] })
    expect(ids([...threads, answered], { order: 'newest' }).here[0]).toBe('answered')
    expect(ids([...threads, answered], { order: 'oldest' }).here).toEqual(['second-clause', 'early', 'late', 'about-all', 'answered'])
  })
})

describe('a comment whose place is deleted', () => {
  test('stands in a list of its own, be it a clause or a passage', () => {
    const threads = [
      listed({ id: 'there', anchor: item('one') }),
      listed({ id: 'clause-gone', anchor: item('deleted') }),
      listed({ id: 'words-gone', anchor: passage('one') }),
    ]
    const found = ids(threads, { places: { ...places, hasPassage: (id) => id !== 'words-gone' } })
    expect(found.here).toEqual(['there'])
    expect(found.gone.sort()).toEqual(['clause-gone', 'words-gone'])
  })

  test('is not said to be deleted before anybody knows what there is', () => {
    const unknown = { ...places, items: [], knowsItems: false }
    expect(ids([listed({ id: 'one', anchor: item('one') })], { places: unknown })).toEqual({ here: ['one'], gone: [] })
  })

  test('a passage that has moved to another clause is listed there', () => {
    const threads = [listed({ id: 'moved', anchor: passage('one'), at: 1 }), listed({ id: 'first', anchor: item('one'), at: 2 })]
    expect(ids(threads, { places: { ...places, itemOf: () => 'two' } }).here).toEqual(['first', 'moved'])
  })
})

describe('of many comments one sees those one asks for', () => {
  const threads = [
    listed({ id: 'open' }),
    listed({ id: 'resolved', isResolved: true }),
    listed({ id: 'internal', layer: 'internal', organisation: 'Haapavesi' }),
    listed({ id: 'answered-by-me', answers: [{ key: 'user:me', at: 3 }] }),
    listed({ id: 'calls-us', mentions: [{ kind: 'organisation', id: 'org-me', name: 'Haapavesi' }] }),
    listed({ id: 'on-two', anchor: item('two') }),
  ]
  const filtered = (filter: Partial<typeof everyOpenThread>) => ids(threads, { filter: { ...everyOpenThread, ...filter } }).here.sort()

  test('the open ones, unless one asks for the others', () => {
    expect(filtered({})).not.toContain('resolved')
    expect(filtered({ state: 'resolved' })).toEqual(['resolved'])
    expect(filtered({ state: 'all' })).toHaveLength(threads.length)
  })

  test('by who sees them, by who began them, by place', () => {
    expect(filtered({ layer: 'internal' })).toEqual(['internal'])
    expect(filtered({ organisation: 'Haapavesi' })).toEqual(['internal'])
    expect(filtered({ item: 'two' })).toEqual(['on-two'])
    expect(organisationsOf(threads)).toEqual(['Haapavesi', 'Oulainen'])
  })

  test('one’s own, and those that call one or one’s organisation', () => {
    expect(filtered({ of: 'mine' })).toEqual(['answered-by-me'])
    expect(filtered({ of: 'calls-me' })).toEqual(['calls-us'])
  })
})

test('open comments are counted by place and by who sees them', () => {
  const { all, byItem } = countOpen([
    listed({ id: 'a', anchor: item('one') }),
    listed({ id: 'b', anchor: passage('one'), layer: 'internal' }),
    listed({ id: 'c', anchor: item('one'), isResolved: true }),
  ])
  expect(all).toBe(2)
  expect(byItem.get('one')).toEqual({ shared: 1, internal: 1 })
})

test('one is told of what others have said since, not of what one said oneself', () => {
  const threads = [listed({ id: 'a', answers: [{ key: 'user:me', at: 2 }, { key: 'user:b', at: 3 }] })]
  expect(saidSince(new Set(['a-1']), threads, 'user:me').map(({ remark }) => remark.id)).toEqual(['a-3'])
})
