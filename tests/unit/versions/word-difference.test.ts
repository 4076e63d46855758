import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Effort, wordDifference, type WordRun } from '../../../app/versions/word-difference'

const joined = (runs: readonly WordRun[], without: WordRun['kind']) =>
  runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')

const shown = (runs: readonly WordRun[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')

const sentence = fc
  .array(fc.constantFrom('kunta', 'Kela', 'ja', 'sopii', 'työllisyysalue', ',', '.', ' ', '  ', '\n', '😀', '12.3.'), {
    maxLength: 40,
  })
  .map((words) => words.join(' '))

const text = fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 }))

describe('the difference of two texts', () => {
  it('loses no letter: without what was added it is the earlier text, without what was removed the later', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after)
        expect(joined(runs, 'added')).toBe(before)
        expect(joined(runs, 'removed')).toBe(after)
      }),
    )
  })

  it('never puts two stretches of one kind side by side, nor an addition before the removal beside it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kinds = wordDifference(before, after).map(({ kind }) => kind)
        kinds.forEach((kind, index) => {
          expect(kind).not.toBe(kinds[index + 1])
          if (kind === 'added') expect(kinds[index + 1]).not.toBe('removed')
        })
      }),
    )
  })

  it('is told by whole words, Finnish ones too', () => {
    const runs = wordDifference(
      'Kunnat sopivat yhteistyöstä työllisyyspalveluissa.',
      'Kunnat ja järjestöt sopivat yhteistyöstä nuorten työllisyyspalveluissa.',
    )
    expect(shown(runs)).toBe(
      'Kunnat {+ja järjestöt +}sopivat yhteistyöstä {+nuorten +}työllisyyspalveluissa.',
    )
  })

  it('takes dates, inflected abbreviations and emoji as a whole', () => {
    expect(shown(wordDifference('EU:n päätös 17.12.2019 👩‍⚕️', 'EU:lle päätös 18.12.2019 👩‍🏫'))).toBe(
      '[-EU:n-]{+EU:lle+} päätös [-17.12.2019 👩‍⚕️-]{+18.12.2019 👩‍🏫+}',
    )
  })

  it('takes neighbouring changed words together', () => {
    expect(shown(wordDifference('Osapuolet kokoontuvat kaksi kertaa vuodessa.', 'Osapuolet tapaavat neljä kertaa vuodessa.'))).toBe(
      'Osapuolet [-kokoontuvat kaksi-]{+tapaavat neljä+} kertaa vuodessa.',
    )
  })

  it('tells a change of spaces or lines, which the eye would miss', () => {
    expect(shown(wordDifference('yksi kaksi', 'yksi\nkaksi'))).toBe('yksi[- -]{+\n+}kaksi')
    expect(wordDifference('', '')).toEqual([])
    expect(wordDifference('sama', 'sama')).toEqual([{ kind: 'same', text: 'sama' }])
  })

  it('of two texts with nothing in common is that one stands for the other, and takes no patchwork', () => {
    const one = Array.from({ length: 400 }, (_, index) => `sana${index}`).join(' ')
    const other = Array.from({ length: 400 }, (_, index) => `muu${index}`).join(' ')
    expect(wordDifference(one, other)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: other },
    ])
  })

  it('still loses no letter when there is too much to compare by words', () => {
    const one = Array.from({ length: 40_000 }, (_, index) => `sana${index}`).join(' ')
    const other = Array.from({ length: 40_000 }, (_, index) => `muu${index}`).join('\n')
    const spent = new Effort()
    spent.spend(1_000_000)
    for (const runs of [wordDifference(one, other), wordDifference('yksi kaksi', 'yksi kolme', spent)]) {
      expect([one, 'yksi kaksi']).toContain(joined(runs, 'added'))
      expect([other, 'yksi kolme']).toContain(joined(runs, 'removed'))
    }
  })
})
