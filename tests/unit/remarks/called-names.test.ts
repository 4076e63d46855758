import { describe, expect, test } from 'vitest'
import { callAt, knownIn, offered, splitByCalls, withCall } from '../../../app/remarks/model/called-names'
import type { Mention } from '../../../app/remarks/model/content'

const known: Mention[] = [
  { kind: 'organisation', id: 'o1', name: 'Pohjois-Pohjanmaan ELY-keskus' },
  { kind: 'organisation', id: 'o2', name: 'Oulainen' },
  { kind: 'person', id: 'user:1', name: 'Oulaisten yhteyshenkilö' },
]
const names = (query: string) => offered(query, known).map(({ name }) => name)

describe('after an @ those are offered whose name begins so', () => {
  test('by any word of the name, in small letters or large', () => {
    expect(names('oul')).toEqual(['Oulainen', 'Oulaisten yhteyshenkilö'])
    expect(names('ely')).toEqual(['Pohjois-Pohjanmaan ELY-keskus'])
    expect(names('Oulaisten y')).toEqual(['Oulaisten yhteyshenkilö'])
    expect(names('')).toHaveLength(3)
    expect(names('kukaan')).toEqual([])
  })

  test('while the caret is in it; an address is no call', () => {
    expect(callAt('Katso @Oul', 10)).toEqual({ start: 6, query: 'Oul' })
    expect(callAt('(@Oul', 5)).toEqual({ start: 1, query: 'Oul' })
    expect(callAt('osoite@esimerkki', 16)).toBeUndefined()
    expect(callAt('Ei kutsua', 9)).toBeUndefined()
    expect(callAt('@Oul\nuusi rivi', 14)).toBeUndefined()
  })

  test('the chosen name takes the place of what was written, and the caret goes on after it', () => {
    const filled = withCall('Katso @oul tämä', { start: 6, query: 'oul' }, 10, { kind: 'organisation', id: 'o2', name: 'Oulainen' })
    expect(filled).toEqual({ words: 'Katso @Oulainen tämä', caret: 16 })
  })
})

test('whoever has spoken in a thread can be called in it, each once', () => {
  const author = { key: 'seat:9', name: 'Vieras', organisation: '' }
  const remark = { id: 'r', author, at: 1, words: 'x', mentions: [] }
  const thread = { id: 't', anchor: { on: 'all' as const }, remarks: [remark, { ...remark, id: 'r2' }] }
  expect(knownIn(thread, known).filter(({ id }) => id === 'seat:9')).toEqual([{ kind: 'person', id: 'seat:9', name: 'Vieras' }])
})

test('in what is shown the called names stand out, and nothing else does', () => {
  const mentions: Mention[] = [{ kind: 'organisation', id: 'o2', name: 'Oulainen' }]
  expect(splitByCalls('Hei @Oulainen ja @Nivala', mentions)).toEqual([
    { text: 'Hei ', isCall: false },
    { text: '@Oulainen', isCall: true },
    { text: ' ja @Nivala', isCall: false },
  ])
  expect(splitByCalls('', mentions)).toEqual([])
})
