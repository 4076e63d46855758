import { describe, expect, it } from 'vitest'
import { mostThreads, type Remark, type RemarkAuthor, type Remarks, type Thread } from '../../../app/remarks/model/content'
import { permitRemarks } from '../../../app/remarks/model/permit'

const now = 1_000_000
const clerk: RemarkAuthor = { key: 'user:clerk', name: 'Sivistysjohtaja', organisation: 'Haapavesi' }
const planner: RemarkAuthor = { key: 'user:planner', name: 'Suunnittelija', organisation: 'Työllisyyspalvelut' }

const remark = (id: string, author = clerk, more: Partial<Remark> = {}): Remark => ({
  id,
  author,
  at: now - 60_000,
  words: `Sanat ${id}`,
  mentions: [],
  ...more,
})
const thread = (id: string, remarks: Remark[], more: Partial<Thread> = {}): Thread => ({ id, anchor: { on: 'all' }, remarks, ...more })
const all = (...threads: Thread[]): Remarks => ({ threads })
const by = (author: RemarkAuthor, leads = false) => ({ author, leads, at: now })

const before = all(thread('t', [remark('a'), remark('b', planner)]))
const look = (after: Remarks, author = planner, leads = false, from = before) => permitRemarks(from, after, by(author, leads))

describe('What stays of a change to remarks', () => {
  it('is what is one’s own: a new thread, an answer, other words', () => {
    const after = all(
      thread('t', [remark('a'), remark('b', planner, { words: 'Toisin', editedAt: now }), remark('c', planner, { at: now })]),
      thread('u', [remark('d', planner, { at: now })]),
    )
    expect(look(after)).toEqual({ content: after, undone: [], corrected: false })
  })

  it.each([
    ['other words', all(thread('t', [remark('a', clerk, { words: 'Suostun.' }), remark('b', planner)])), 'edit'],
    ['another’s name under it', all(thread('t', [remark('a', planner), remark('b', planner)])), 'edit'],
    ['another time', all(thread('t', [remark('a', clerk, { at: 1 }), remark('b', planner)])), 'edit'],
    ['somebody called by it', all(thread('t', [remark('a', clerk, { mentions: [{ kind: 'person', id: 'x', name: 'X' }] }), remark('b', planner)])), 'edit'],
    ['what it is about', all(thread('t', before.threads[0]?.remarks ?? [], { anchor: { on: 'item', item: 'clause1', name: '1' } })), 'edit'],
    ['its words away', all(thread('t', [remark('a', clerk, { words: '' }), remark('b', planner)])), 'delete'],
    ['it away', all(thread('t', [remark('b', planner)])), 'delete'],
  ])('is nothing of what another said: %s', (_what, after, undone) => {
    const judged = look(after)
    expect(judged.content).toEqual(before)
    expect(judged.undone).toEqual([undone])
  })

  it('is the others’ remarks where one takes the whole thread away, and not one’s own', () => {
    expect(look(all())).toEqual({ content: all(thread('t', [remark('a')])), undone: ['delete'], corrected: false })
  })

  it('is all that whoever leads takes away, but not what they would say in another’s name', () => {
    expect(look(all(), planner, true)).toMatchObject({ content: all(), undone: [] })
    const emptied = all(thread('t', [remark('a', clerk, { words: '' }), remark('b', planner)]))
    expect(look(emptied, planner, true)).toMatchObject({ content: emptied, undone: [] })
    const reworded = all(thread('t', [remark('a', clerk, { words: 'Suostun.' }), remark('b', planner)]))
    expect(look(reworded, planner, true)).toMatchObject({ content: before, undone: ['edit'] })
  })

  it('is an answer that goes with the place that was kept for it', () => {
    const emptied = all(thread('t', [remark('a', clerk, { words: '' }), remark('b', planner)]))
    expect(look(all(), planner, false, emptied)).toEqual({ content: all(), undone: [], corrected: false })
  })

  it('is nothing that is said in another’s name, or in nobody’s', () => {
    const nobody = { key: '', name: 'Word', organisation: '' }
    for (const author of [clerk, nobody]) {
      const after = all(thread('t', [...(before.threads[0]?.remarks ?? []), remark('c', author)]), thread('u', [remark('d', author)]))
      expect(look(after)).toMatchObject({ content: before, undone: ['add'] })
    }
  })

  it('is signed with the name and organisation that the server knows', () => {
    const boastful = { ...planner, name: 'Ministeri', organisation: 'Valtioneuvosto' }
    const { content, undone, corrected } = look(all(...before.threads, thread('u', [remark('d', boastful, { at: now })])))
    expect(content.threads[1]?.remarks[0]?.author).toEqual(planner)
    expect({ undone, corrected }).toEqual({ undone: [], corrected: true })
  })

  it('is dated by the server’s clock where a device’s is far off, and left where it is near', () => {
    const dated = (at: number) => look(all(...before.threads, thread('u', [remark('d', planner, { at })]))).content.threads[1]?.remarks[0]?.at
    expect(dated(now - 9_000)).toBe(now - 9_000)
    expect(dated(now + 9_000)).toBe(now + 9_000)
    expect(dated(5)).toBe(now)
    expect(dated(now + 86_400_000)).toBe(now)
  })

  it('shows that something was said otherwise, though a browser does not say so', () => {
    const after = all(thread('t', [remark('a'), remark('b', planner, { words: 'Toisin' })]))
    expect(look(after).content.threads[0]?.remarks[1]).toMatchObject({ words: 'Toisin', editedAt: now })
  })

  it('is a thread that anybody settles and takes up again, in their own name', () => {
    const settled = (who: RemarkAuthor) => all(thread('t', before.threads[0]?.remarks ?? [], { resolved: { by: who, at: now } }))
    expect(look(settled(planner))).toEqual({ content: settled(planner), undone: [], corrected: false })
    expect(look(settled(clerk))).toEqual({ content: settled(planner), undone: [], corrected: true })
    expect(look(before, planner, false, settled(clerk))).toEqual({ content: before, undone: [], corrected: false })
  })

  it('is what a thread is about, where whoever began it or who leads says that anew', () => {
    const moved = all(thread('t', before.threads[0]?.remarks ?? [], { anchor: { on: 'item', item: 'clause2', name: '2' } }))
    expect(look(moved, clerk)).toEqual({ content: moved, undone: [], corrected: false })
    expect(look(moved, planner, true)).toEqual({ content: moved, undone: [], corrected: false })
    expect(look(moved, planner)).toMatchObject({ content: before, undone: ['edit'] })
  })

  it('is no thread beyond the bound, and no empty one', () => {
    const full = all(...Array.from({ length: mostThreads }, (_, index) => thread(`t${index}`, [remark(`a${index}`)])))
    const more = all(...full.threads, thread('u', [remark('d', planner, { at: now })]))
    expect(look(more, planner, false, full)).toMatchObject({ content: full, undone: ['add'] })
    expect(look(all(...before.threads, thread('u', [remark('d', planner, { words: '' })])))).toMatchObject({ content: before, undone: ['add'] })
  })
})
