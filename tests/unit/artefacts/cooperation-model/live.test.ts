import { afterEach, describe, expect, test, vi } from 'vitest'
import { cooperationModel } from '../../../../app/artefacts/cooperation-model'
import type { readModel } from '../../../../app/artefacts/cooperation-model/model/document'
import { allowedTo } from '../../../../app/artefacts/cooperation-model/view/allowed'
import { createActs } from '../../../../app/artefacts/cooperation-model/view/acts'
import { createPlaceSharer, readPlace } from '../../../../app/artefacts/cooperation-model/view/board/place'
import { createLocalSession, linkSessions, type LocalSession } from '../../../support/local-session'
import { compose, frame, note } from './board'

type Session = LocalSession<ReturnType<typeof readModel>>

const content = compose([frame('A', 0, 0, [note('a', 20, 60)])], [note('b', 0, 600)], [])
const actsOf = (session: Session, said: string[] = []) =>
  createActs({
    session,
    t: (key) => key,
    say: (words) => said.push(words),
    may: allowedTo({ canEdit: true, rule: null, isOwn: () => false, content: () => session.content() }),
    onAdded: () => undefined,
  })
const textOf = (session: Session, id: string) => {
  const item = session.content().items.find((candidate) => candidate.id === id)
  return item && 'text' in item ? item.text : undefined
}
const placeOf = (session: Session, id: string) => {
  const item = session.content().items.find((candidate) => candidate.id === id)
  return item && [item.x, item.y]
}

function two(): [Session, Session] {
  const one = createLocalSession({ kind: cooperationModel, content })
  const other = createLocalSession({ kind: cooperationModel })
  linkSessions(one, other)
  return [one, other]
}

describe('undo', () => {
  test('takes back one’s own edit and leaves what others did since', () => {
    const [one, other] = two()
    actsOf(one).change(['a'], { text: 'minun' })
    actsOf(other).change(['b'], { text: 'sinun' })
    actsOf(one).undo()
    expect([textOf(one, 'a'), textOf(one, 'b')]).toEqual(['a', 'sinun'])
    expect(one.content()).toEqual(other.content())
  })

  test('takes back a frame with all that moved along in one step', () => {
    const [one] = two()
    const acts = actsOf(one)
    acts.move(['A'], { x: 80, y: 0 })
    acts.move(['A'], { x: 80, y: 0 })
    acts.undo()
    expect([placeOf(one, 'A'), placeOf(one, 'a')]).toEqual([[80, 0], [100, 60]])
  })

  test('takes back what was typed in one go, apart from what was done before it', () => {
    const [one] = two()
    const acts = actsOf(one)
    acts.move(['a'], { x: 8, y: 0 })
    acts.endStep()
    for (const text of ['m', 'mo', 'moi']) acts.write('a', { text })
    acts.endStep()
    acts.undo()
    expect([textOf(one, 'a'), placeOf(one, 'a')]).toEqual(['a', [28, 60]])
  })
})

test('somebody who may only read changes nothing', () => {
  const session = createLocalSession({ kind: cooperationModel, content, right: 'see' })
  const acts = actsOf(session)
  expect(acts.add({ type: 'note' })).toBeUndefined()
  acts.remove(['a'])
  expect(session.content()).toEqual(content)
})

test('what one did is told in words, by its name or its number', () => {
  const said: string[] = []
  const [one] = two()
  const acts = actsOf(one, said)
  acts.remove(['a'])
  expect(acts.inWords(['b'])).toBe('item.note b')
  expect(said).toEqual(['said.deleted'])
})

describe('where people are', () => {
  afterEach(() => vi.useRealTimers())

  test('is shared some thirty times a second, however fast the pointer goes', () => {
    vi.useFakeTimers()
    const [one] = two()
    const shown = vi.spyOn(one, 'showPlace')
    const sharer = createPlaceSharer(one)
    for (let step = 0; step < 1_000; step += 1) {
      sharer.show({ pointer: { x: step, y: 0 } })
      vi.advanceTimersByTime(1)
    }
    vi.advanceTimersByTime(100)
    expect(shown.mock.calls.length).toBeGreaterThan(20)
    expect(shown.mock.calls.length).toBeLessThanOrEqual(32)
    expect(shown).toHaveBeenLastCalledWith({ pointer: { x: 999, y: 0 }, chosen: [] })
  })

  test('is believed only as far as it makes sense', () => {
    expect(readPlace({ pointer: { x: 1e308, y: 'a' }, chosen: ['__proto__'], drag: null })).toEqual({ chosen: [] })
    expect(readPlace('<b>')).toEqual({ chosen: [] })
    expect(readPlace({ pointer: { x: 1, y: 2 }, chosen: ['a'] })).toEqual({ pointer: { x: 1, y: 2 }, chosen: ['a'] })
  })
})
