import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine, plainText } from '../../../app/lib/plain-text'

/** Any sequence of UTF-16 code units, halves of characters included. */
const anything = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

describe('plain text', () => {
  it('keeps words, signs, emoji and line breaks', () => {
    const words = 'Åsa & Väinö: 5 €, "lainaus"\nuusi rivi 👩‍💻 – ok'
    expect(plainText(words)).toBe(words)
  })

  it('leaves out control characters, noncharacters and lone halves of characters', () => {
    expect(plainText('a\u0000b\u0008c\u001bd\u007fe\ufffef\uffffg\ud800h\udc00i\u{1ffff}j\ufeffk')).toBe('abcdefghijk')
  })

  it('leaves out what makes a text read otherwise than it is stored', () => {
    expect(plainText('maksaa \u202e001\u202c e\u2066x\u2069')).toBe('maksaa 001 ex')
  })

  it('knows every kind of line ending', () => {
    expect(plainText('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf')
    expect(plainLine(' a\r\n  b\t c ')).toBe('a b c')
  })

  it('composes letters from their parts', () => {
    expect(plainText('a\u0308iti')).toBe('äiti')
  })

  it('changes nothing more when done twice, and is always fit for XML', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const once = plainText(value)
        expect(plainText(once)).toBe(once)
        expect(once).not.toMatch(/\p{Surrogate}/u)
        // eslint-disable-next-line no-control-regex
        expect(once).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      }),
    )
  })
})
