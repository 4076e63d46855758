import { describe, expect, it } from 'vitest'
import { markLongCodes } from '../../../app/exports/pdf/long-words'

const hash = 'b8132df730a6b6ba1319419f39dcffab9700ad62a06f11fc0903b31e3afe8cc2'

describe('a hash in a cell of a table', () => {
  it('may break after every few signs, and loses none of them', () => {
    const [before, code] = markLongCodes([{ type: 'text', text: `Versio 1, ${hash}` }])
    expect(before).toEqual({ type: 'text', text: 'Versio 1, ' })
    expect(code).toMatchObject({ text: hash })
    expect(code?.pieces?.join('')).toBe(hash)
    expect(code?.pieces?.length).toBe(8)
  })

  it('is no word: those are hyphenated', () => {
    const word = { type: 'text' as const, text: 'työllisyydenhoidonkokonaisuudistuksenvaikutus' }
    expect(markLongCodes([word])).toEqual([word])
  })
})
