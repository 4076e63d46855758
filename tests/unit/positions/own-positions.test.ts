import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PositionAnswer, SentPosition } from '../../../app/positions/ask-positions'
import { keptDrafts, type KeptDraft } from '../../../app/positions/kept-drafts'
import type { Statement } from '../../../app/positions/model/statement'
import { createOwnPositions } from '../../../app/positions/own-positions'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const seen = { wording: 'Kulut\nKukin itse.', wordingHash: 'a'.repeat(64) }
const later = { wording: 'Kulut\nKunta kaikki.', wordingHash: 'b'.repeat(64) }
const statement: Statement = {
  id: 1,
  clause: 'costs',
  organisation: 'o',
  stance: 'objects',
  words: 'Ei käy.',
  wordingHash: seen.wordingHash,
  by: 'Edustaja',
  at: 1,
}

/** Positions whose server answers when it is told to, on a device that keeps what it is given. */
function withServer(onDevice: Record<string, KeptDraft> = {}) {
  let kept = onDevice
  const sent: SentPosition[] = []
  const stated: Statement[] = []
  const waiting: ((answer: PositionAnswer) => void)[] = []
  const own = createOwnPositions({
    send: (position) => {
      sent.push(position)
      return new Promise((resolve) => waiting.push(resolve))
    },
    kept: {
      read: () => kept,
      keep: (clause, draft) => (kept = { ...kept, [clause]: draft }),
      drop: (clause) => (kept = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== clause))),
    },
    onStated: (one) => stated.push(one),
  })
  const answer = async (said: PositionAnswer) => {
    waiting.shift()?.(said)
    await vi.advanceTimersByTimeAsync(0)
  }
  const objecting = (words = 'Ei käy.') => {
    own.write('costs', { stance: 'objects' })
    own.write('costs', { words })
    return own.send('costs', seen)
  }
  return { own, sent, stated, answer, objecting, draft: () => own.drafts().get('costs'), kept: () => kept }
}

describe('A position on its way to the server', () => {
  it('goes with what the clause said, and is gone from the form once the server has it', async () => {
    const { sent, stated, answer, objecting, draft, kept } = withServer()
    expect(objecting()).toBeNull()
    expect(draft()?.state).toBe('sending')
    await answer({ outcome: 'stated', statement })
    expect(sent).toEqual([{ clause: 'costs', stance: 'objects', words: 'Ei käy.', wordingHash: seen.wordingHash }])
    expect(stated).toEqual([statement])
    expect(draft()).toBeUndefined()
    expect(kept()).toEqual({})
  })

  it('is not sent before it says which change, or why not', () => {
    const { own, sent, objecting, draft } = withServer()
    expect(own.send('costs', seen)).toBe('stance')
    expect(objecting('  ')).toBe('words')
    expect(objecting('a'.repeat(5_001))).toBe('shorter-words')
    expect(draft()).toMatchObject({ stance: 'objects', missing: 'shorter-words' })
    expect(sent).toEqual([])
  })

  it('is sent again until the server can be reached, and stays on the device meanwhile', async () => {
    const { sent, answer, objecting, draft, kept } = withServer()
    objecting()
    await answer({ outcome: 'unreachable' })
    expect(draft()?.state).toBe('waiting')
    expect(kept()).toEqual({ costs: { stance: 'objects', words: 'Ei käy.', sentOn: seen } })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(2)
    await answer({ outcome: 'stated', statement })
    expect(draft()).toBeUndefined()
  })

  it('goes out by itself when the page is opened again', async () => {
    const { sent, answer, draft } = withServer({ costs: { stance: 'objects', words: 'Ei käy.', sentOn: seen } })
    expect(sent).toHaveLength(1)
    await answer({ outcome: 'stated', statement })
    expect(draft()).toBeUndefined()
  })

  it('says nothing of what was written for another choice where it asks for no words', async () => {
    const { own, sent, answer, draft } = withServer()
    own.write('costs', { stance: 'objects', words: 'Ei käy.' })
    own.write('costs', { stance: 'accepts' })
    own.send('costs', seen)
    expect(sent).toMatchObject([{ stance: 'accepts', words: '' }])
    await answer({ outcome: 'stated', statement })
    expect(draft()).toBeUndefined()
  })

  it('that was only being written stays unsent when the page is opened again', () => {
    const { sent, draft } = withServer({ costs: { stance: 'open', words: 'Kysymme vielä', sentOn: null } })
    expect(sent).toEqual([])
    expect(draft()).toMatchObject({ stance: 'open', words: 'Kysymme vielä', state: 'writing' })
  })
})

describe('A position that the server does not take', () => {
  it('keeps its words and shows what the clause says now, and is sent on that when one says so', async () => {
    const { own, sent, answer, objecting, draft } = withServer()
    objecting()
    await answer({ outcome: 'wording-changed', ...later })
    expect(draft()).toMatchObject({ state: 'wording-changed', words: 'Ei käy.', wordingNow: later, sentOn: seen })
    own.send('costs', later)
    expect(sent.at(-1)).toMatchObject({ wordingHash: later.wordingHash, words: 'Ei käy.' })
  })

  it('keeps its words where the clause is gone, or where one has been signed out', async () => {
    const { answer, objecting, draft } = withServer()
    objecting()
    await answer({ outcome: 'clause-gone' })
    expect(draft()).toMatchObject({ state: 'clause-gone', words: 'Ei käy.' })
    objecting()
    await answer({ outcome: 'refused' })
    expect(draft()).toMatchObject({ state: 'refused', words: 'Ei käy.' })
  })

  it('leaves alone what one has written on meanwhile', async () => {
    const { own, answer, objecting, draft, stated } = withServer()
    objecting()
    own.write('costs', { words: 'Ei käy, koska' })
    await answer({ outcome: 'stated', statement })
    expect(stated).toHaveLength(1)
    expect(draft()).toMatchObject({ words: 'Ei käy, koska', state: 'writing' })
  })

  it('can be dropped', async () => {
    const { own, answer, objecting, draft, sent } = withServer()
    objecting()
    await answer({ outcome: 'unreachable' })
    own.drop('costs')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(draft()).toBeUndefined()
    expect(sent).toHaveLength(1)
  })
})

describe('Two windows of one person', () => {
  const openWindow = () =>
    createOwnPositions({ send: () => Promise.resolve({ outcome: 'stated', statement }), kept: keptDrafts('a', 'user-one'), onStated: () => undefined })

  beforeEach(() => vi.stubGlobal('localStorage', storageInMemory()))
  afterEach(() => vi.unstubAllGlobals())

  it('keep what each of them writes, and find both when they are opened again', () => {
    const [one, other] = [openWindow(), openWindow()]
    one.write('costs', { stance: 'objects', words: 'Ei käy.' })
    other.write('term', { stance: 'open', words: 'Kysymme vielä' })
    one.write('costs', { words: 'Ei käy meille.' })
    expect([...openWindow().drafts()].map(([clause, { words }]) => [clause, words])).toEqual([
      ['costs', 'Ei käy meille.'],
      ['term', 'Kysymme vielä'],
    ])
  })

  it('take nothing from each other by sending or dropping', async () => {
    const [one, other] = [openWindow(), openWindow()]
    one.write('costs', { stance: 'objects', words: 'Ei käy.' })
    other.write('term', { stance: 'open', words: 'Kysymme vielä' })
    one.send('costs', seen)
    await vi.advanceTimersByTimeAsync(0)
    expect([...openWindow().drafts().keys()]).toEqual(['term'])
    one.write('term', { stance: 'accepts', words: '' })
    other.write('term', { words: 'Kysymme vielä kerran' })
    one.drop('term')
    expect(openWindow().drafts().get('term')?.words).toBe('Kysymme vielä kerran')
  })

  it('pass over what is damaged on the device', () => {
    localStorage.setItem('tahto.positions.a.user-one', '{')
    openWindow().write('term', { stance: 'open', words: 'Kysymme vielä' })
    expect([...openWindow().drafts().keys()]).toEqual(['term'])
  })
})

function storageInMemory(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  }
}
