import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../../app/artefacts/kind'
import { compareParts, type Difference } from '../../../app/versions/compare'

function part(id: string, order: number, more: Partial<Part> & { text?: string } = {}): Part {
  const { text = '', ...rest } = more
  return { id, kind: 'Lappu', name: text || id, place: '', order, fields: [{ name: 'Teksti', text }], ...rest }
}

const inList = (ids: readonly string[], more: Partial<Part> = {}): Part[] =>
  ids.map((id, order) => part(id, order, { text: id, ...more }))

const told = (differences: readonly Difference[]) =>
  differences.map((one) => {
    if (one.change !== 'changed') return `${one.change} ${one.part.id}`
    const what = [one.fields.length > 0 && 'words', one.place && 'moved', one.reordered && 'reordered', one.formerName !== undefined && 'renamed']
    return `${one.part.id}: ${what.filter(Boolean).join(', ')}`
  })

const parts = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...'abcdefghijkl'),
      text: fc.constantFrom('yksi', 'kaksi', 'kolme'),
      place: fc.constantFrom('', 'Kehys', 'Toinen'),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((items) => items.map(({ id, text, place }, order) => part(id, order, { text, place })))

describe('a comparison', () => {
  it('of a content with itself has no differences', () => {
    fc.assert(
      fc.property(parts, (content) => {
        const { differences, counts } = compareParts(content, structuredClone(content))
        expect(differences).toEqual([])
        expect(counts).toEqual({ added: 0, removed: 0, changed: 0, unchanged: content.length })
      }),
    )
  })

  it('accounts for every part of both, once', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const { differences, counts } = compareParts(before, after)
        expect(counts.added + counts.changed + counts.unchanged).toBe(after.length)
        expect(counts.removed + counts.changed + counts.unchanged).toBe(before.length)
        expect(differences).toHaveLength(counts.added + counts.removed + counts.changed)
        expect(new Set(differences.map((one) => one.part.id)).size).toBe(differences.length)
      }),
    )
  })

  it('read backwards finds the same things, what was added being what is removed', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const there = compareParts(before, after).counts
        const back = compareParts(after, before).counts
        expect(back.added).toBe(there.removed)
        expect(back.removed).toBe(there.added)
      }),
    )
  })

  it('says what was added, removed and changed, in the order of the later content', () => {
    const before = [...inList(['a', 'b', 'c', 'd'])]
    const after = [part('a', 0, { text: 'a' }), part('c', 1, { text: 'c uusi' }), part('x', 2, { text: 'x' }), part('d', 3, { text: 'd' })]
    expect(told(compareParts(before, after).differences)).toEqual(['removed b', 'c: words, renamed', 'added x'])
  })

  it('calls one thing moved when one thing was moved, not all that it passed', () => {
    const before = inList(['a', 'b', 'c', 'd', 'e'])
    expect(told(compareParts(before, inList(['e', 'a', 'b', 'c', 'd'])).differences)).toEqual(['e: reordered'])
    expect(told(compareParts(before, inList(['b', 'c', 'd', 'a', 'e'])).differences)).toEqual(['a: reordered'])
  })

  it('calls a thing in another frame moved, and says from where to where', () => {
    const { differences } = compareParts([part('a', 0, { place: 'Tarpeet' })], [part('a', 0, { place: 'Ideat' })])
    expect(differences).toMatchObject([{ change: 'changed', place: { from: 'Tarpeet', to: 'Ideat' }, fields: [] }])
  })

  it('does not call clauses changed because their numbers shifted', () => {
    const clause = (id: string, order: number, name: string, place = '') =>
      part(id, order, { name, place, fields: [{ name: 'Otsikko', text: name.replace(/^[\d.]+ /, '') }] })
    const before = [clause('a', 0, '1 Osapuolet'), clause('b', 1, '2 Kustannukset'), clause('c', 2, '2.1 Jako', '2 Kustannukset')]
    const after = [
      clause('a', 0, '1 Osapuolet'),
      clause('x', 1, '2 Tausta'),
      clause('b', 2, '3 Kustannukset'),
      clause('c', 3, '3.1 Jako', '3 Kustannukset'),
    ]
    expect(told(compareParts(before, after).differences)).toEqual(['added x'])
  })

  it('does not call what stands in a renamed frame moved, nor what is named after a renamed actor renamed', () => {
    const frame = (name: string) => part('f', 0, { name, fields: [{ name: 'Nimi', text: name }] })
    const note = (place: string) => part('n', 1, { text: 'lappu', place })
    const arrow = (name: string) => part('k', 2, { name, fields: [{ name: 'Virta', text: 'Asiakas' }] })
    const before = [frame('Tarpeet'), note('Tarpeet'), arrow('Tarpeet → Kela')]
    const after = [frame('Tarpeet ja toiveet'), note('Tarpeet ja toiveet'), arrow('Tarpeet ja toiveet → Kela')]
    expect(told(compareParts(before, after).differences)).toEqual(['f: words, renamed'])
  })

  it('tells when an arrow leads elsewhere though its words are the same', () => {
    const arrow = (name: string) => part('k', 0, { name, fields: [{ name: 'Virta', text: 'Asiakas' }] })
    expect(told(compareParts([arrow('Kunta → Kela')], [arrow('Kunta → ELY-keskus')]).differences)).toEqual(['k: renamed'])
  })

  it('tells of a field that came or went, and bears with two fields of one name', () => {
    const before = [part('a', 0, { fields: [{ name: 'Rooli', text: 'ohjaa' }, { name: 'Rooli', text: 'tukee' }] })]
    const after = [part('a', 0, { fields: [{ name: 'Rooli', text: 'ohjaa' }, { name: 'Kanava', text: 'puhelin' }] })]
    const [changed] = compareParts(before, after).differences
    expect(changed).toMatchObject({
      fields: [
        { name: 'Kanava', words: [{ kind: 'added', text: 'puhelin' }] },
        { name: 'Rooli', words: [{ kind: 'removed', text: 'tukee' }] },
      ],
    })
  })
})
