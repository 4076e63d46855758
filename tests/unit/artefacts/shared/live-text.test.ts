import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeText, shiftCaret, spliceBetween } from '../../../../app/artefacts/shared/live-text'

describe('writing in the same text at once', () => {
  test('keeps both when two people write in different places', () => {
    expect(mergeText('kunta tekee', 'kunta tekee työn', 'Jokainen kunta tekee')).toBe('Jokainen kunta tekee työn')
    expect(mergeText('abc', 'abXc', 'Yabc')).toBe('YabXc')
  })

  test('keeps what one writes where the other deletes', () => {
    expect(mergeText('yksi kaksi kolme', 'yksi KAKSI kaksi kolme', 'yksi kolme')).toContain('KAKSI')
  })

  test('is what one wrote when nobody else did anything', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (base, mine) => mergeText(base, mine, base) === mine))
  })

  test('is what the other wrote when one did nothing', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (base, theirs) => mergeText(base, base, theirs) === theirs))
  })

  test('one replacement is enough to tell any change', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { at, removed, inserted } = spliceBetween(before, after)
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after)
      }),
    )
  })

  test('the caret stays among the same words when somebody writes before it', () => {
    expect(shiftCaret('kunta', 'oma kunta', 3)).toBe(7)
    expect(shiftCaret('kunta', 'kunta ja muut', 3)).toBe(3)
  })
})
