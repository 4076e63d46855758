import { describe, expect, test } from 'vitest'
import { newCode, readCode, spacedCode } from '../../../app/workshops/code'

describe('a workshop’s code', () => {
  test('has six characters, none of which is taken for another', () => {
    for (let count = 0; count < 500; count++) expect(newCode()).toMatch(/^[ACDEFGHJKMNPRTUWXY34679]{6}$/)
  })

  test('is as good as never the same twice', () => {
    expect(new Set(Array.from({ length: 2000 }, newCode)).size).toBeGreaterThan(1998)
  })

  test.each([
    ['K7M4XA', 'as it is shown'],
    ['k7m4xa', 'in small letters'],
    ['  K7M 4XA ', 'with spaces'],
    ['K7M-4XA', 'with a dash'],
    ['k7m–4xa', 'with the dash a phone makes of it'],
    ['https://tahto.example.fi/join/K7M4XA', 'as a pasted link'],
    ['tahto.example.fi/join/K7M4XA/?from=mail', 'as a pasted link with a tail'],
  ])('%s is understood (%s)', (typed) => expect(readCode(typed)).toBe('K7M4XA'))

  test.each(['', 'K7M4X', 'K7M4XAA', 'K0M4XA', 'ÄÄÄÄÄÄ', '../../', '%00%00', 'x'.repeat(100_000)])(
    '%j is no code',
    (typed) => expect(readCode(typed.slice(0, 1000))).toBeNull(),
  )

  test('is shown in two halves that read back as one', () => {
    expect(spacedCode('K7M4XA')).toBe('K7M 4XA')
    expect(readCode(spacedCode('K7M4XA'))).toBe('K7M4XA')
  })
})
