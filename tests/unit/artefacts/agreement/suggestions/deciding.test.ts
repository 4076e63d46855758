import fc from 'fast-check'
import type * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import { agreedText } from '../../../../../app/artefacts/agreement/model/agreed-text'
import { agreement, clause, paragraph } from '../../../../../app/artefacts/agreement/model/compose'
import { agreementSchema, type Agreement, type Mark } from '../../../../../app/artefacts/agreement/model/content'
import { mendDocument, readAgreement } from '../../../../../app/artefacts/agreement/model/document'
import type { SuggestedBy } from '../../../../../app/artefacts/agreement/model/suggestion'
import {
  acceptSuggestions,
  asSuggested,
  listSuggestions,
  openSuggestions,
  rejectSuggestions,
} from '../../../../../app/artefacts/agreement/model/suggestions'
import { arbitraryOperation } from '../../../../support/operations/agreement'
import { arbitrarySuggesting } from '../../../../support/operations/suggestions'
import { copyOf, exchange, outlineOf, shared, textWith } from '../shared-agreement'

vi.setConfig({ testTimeout: 120_000 })

const by = (id: string, author = 'user:one'): SuggestedBy => ({ id, author, name: 'Kunnan edustaja', organisation: 'Kunta', at: 5 })

const words = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, ...(marks.length > 0 ? { marks } : {}) })
const insertion = (id: string): Mark => ({ type: 'insertion', attrs: by(id) })
const deletion = (id: string): Mark => ({ type: 'deletion', attrs: by(id) })

function plainText(content: Agreement): string[] {
  const texts = (node: { type: string; text?: string; content?: readonly unknown[] }): string =>
    node.text ?? (node.content ?? []).map((child) => texts(child as typeof node)).join('')
  return content.clauses.flatMap((one) => one.content.map((node) => texts(node)))
}

const sentence = agreement({
  ...clause('one', 'Kustannukset'),
  content: [
    { type: 'clauseTitle', content: [{ type: 'text', text: 'Kustannukset' }] },
    {
      type: 'paragraph',
      content: [
        words('Maksut jaetaan '),
        words('tasan', deletion('s1')),
        words('asukasluvun mukaan', insertion('s1')),
        words('.'),
      ],
    },
    {
      type: 'paragraph',
      attrs: { suggestion: { ...by('s2'), does: 'delete' } },
      content: [words(' Lasku lähetetään '), words('vuosittain', { type: 'formatting', attrs: { ...by('s3'), change: '+bold' } }), words('.')],
    },
  ],
})

describe('Deciding on suggestions', () => {
  it('lists each suggestion once, with who, where, what and the words around it', () => {
    const [replace, join, format, ...others] = listSuggestions(sentence)
    expect(replace).toMatchObject({
      id: 's1',
      by: by('s1'),
      clause: 'one',
      does: 'replace',
      removed: 'tasan',
      added: 'asukasluvun mukaan',
      around: { before: 'Maksut jaetaan ', after: '.' },
    })
    expect(join).toMatchObject({ id: 's2', does: 'join' })
    expect(format).toMatchObject({ id: 's3', does: 'format', formats: ['+bold'], around: { words: 'vuosittain' } })
    expect(others).toEqual([])
    expect(openSuggestions(sentence)).toBe(3)
  })

  it('accepts and rejects them one by one', () => {
    const root = shared(sentence)
    expect(acceptSuggestions(root, ['s1'])).toBe(true)
    expect(plainText(readAgreement(root))).toEqual(['Kustannukset', 'Maksut jaetaan asukasluvun mukaan.', ' Lasku lähetetään vuosittain.'])
    expect(rejectSuggestions(root, ['s3'])).toBe(true)
    expect(acceptSuggestions(root, ['s2'])).toBe(true)
    expect(plainText(readAgreement(root))).toEqual(['Kustannukset', 'Maksut jaetaan asukasluvun mukaan. Lasku lähetetään vuosittain.'])
    expect(openSuggestions(readAgreement(root))).toBe(0)
  })

  it('passes over what is gone already: deciding twice is deciding once', () => {
    const root = shared(sentence)
    acceptSuggestions(root, ['s1'])
    const before = readAgreement(root)
    expect(acceptSuggestions(root, ['s1', 'never-there'])).toBe(false)
    expect(rejectSuggestions(root, ['s1'])).toBe(false)
    expect(readAgreement(root)).toEqual(before)
  })

  it('takes words away where two people accept and reject the same suggestion at once', () => {
    const one = shared(sentence)
    const second = copyOf(one)
    acceptSuggestions(one, ['s1', 's3'])
    rejectSuggestions(second, ['s1', 's3'])
    exchange(one, second)
    expect(readAgreement(one)).toEqual(readAgreement(second))
    expect(plainText(readAgreement(one))[1]).toBe('Maksut jaetaan .')
    const last = readAgreement(one).clauses[0]?.content[2]
    expect(JSON.stringify(last)).toContain('"bold"')
  })

  it('joins paragraphs once where two people accept that at once, also in the shared document', () => {
    const one = shared(sentence)
    const second = copyOf(one)
    acceptSuggestions(one, ['s2'])
    acceptSuggestions(second, ['s2'])
    exchange(one, second)
    const joined = plainText(readAgreement(one))
    expect(joined).toHaveLength(2)
    expect(mendDocument(one)).toBe(true)
    exchange(one, second)
    expect(plainText(readAgreement(second))).toEqual(joined)
    expect(mendDocument(second)).toBe(false)
  })

  it('keeps what somebody writes into a paragraph while another joins it to the one before', () => {
    const one = shared(sentence)
    const second = copyOf(one)
    acceptSuggestions(one, ['s2'])
    textWith(second, 'Lasku').insert(6, ' aina')
    exchange(one, second)
    expect(plainText(readAgreement(one))[1]).toContain('aina')
  })

  it('moves, adds and removes clauses when that is accepted, and leaves them alone when it is not', () => {
    const content = agreement(
      clause('a', 'A'),
      { ...clause('b', 'B'), attrs: { id: 'b', suggestion: { ...by('m'), does: 'move', into: null, before: 'a' } } },
      { ...clause('c', 'C'), attrs: { id: 'c', suggestion: { ...by('d'), does: 'delete' } } },
      { ...clause('e', 'E'), attrs: { id: 'e', suggestion: { ...by('i'), does: 'insert' } } },
    )
    const accepted = shared(content)
    acceptSuggestions(accepted, ['m', 'd', 'i'])
    expect(outlineOf(accepted)).toEqual(['1 B', '2 A', '3 E'])
    const rejected = shared(content)
    rejectSuggestions(rejected, ['m', 'd', 'i'])
    expect(outlineOf(rejected)).toEqual(['1 A', '2 B', '3 C'])
  })

  it('leaves a clause where it is when the place it was to go to is gone, within itself or too deep', () => {
    const content = agreement(
      { ...clause('a', 'A', clause('a1', 'A1', clause('a2', 'A2'))), attrs: { id: 'a', suggestion: { ...by('m'), does: 'move', into: 'a1', before: null } } },
      { ...clause('b', 'B'), attrs: { id: 'b', suggestion: { ...by('g'), does: 'move', into: 'gone', before: null } } },
      { ...clause('c', 'C'), attrs: { id: 'c', suggestion: { ...by('t'), does: 'move', into: 'a2', before: null } } },
    )
    const root = shared(content)
    acceptSuggestions(root, ['m', 'g', 't'])
    expect(outlineOf(root)).toEqual(['1 A', '1.1 A1', '1.1.1 A2', '2 B', '3 C'])
    expect(readAgreement(root)).toEqual(asSuggested(content))
  })
})

const three = ['user:one', 'user:two', 'seat:three']

describe('Three people who write, suggest and decide', () => {
  it('end with one text, which accepting everything changes alike for everybody', () => {
    const act = fc.record({
      who: fc.nat(2),
      does: fc.oneof(
        { weight: 3, arbitrary: arbitrarySuggesting(fc) },
        { weight: 1, arbitrary: arbitraryOperation(fc) },
      ),
      meets: fc.option(fc.nat(2)),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const first = shared(start)
        const roots = [first, copyOf(first), copyOf(first)]
        acts.forEach(({ who, does, meets }, index) => {
          const root = roots[who] as Y.Map<unknown>
          const suggested = { ...by(`s${index}`, three[who]), at: index }
          root.doc?.transact(() => does(root, suggested))
          if (meets !== null && meets !== who) exchange(root, roots[meets] as Y.Map<unknown>)
        })
        meet(roots)
        // As the first browser in the room does when it is quiet: a clause that two people moved stands once.
        mendDocument(first)
        meet(roots)
        const content = readAgreement(first)
        expect(agreementSchema.parse(content)).toEqual(content)
        for (const root of roots) expect(readAgreement(root)).toEqual(content)
        const ids = listSuggestions(content).map(({ id }) => id)
        for (const root of roots) {
          const accepting = copyOf(root)
          acceptSuggestions(accepting, ids)
          expect(readAgreement(accepting)).toEqual(asSuggested(content))
          const rejecting = copyOf(root)
          rejectSuggestions(rejecting, ids)
          expect(readAgreement(rejecting)).toEqual(agreedText(content))
        }
        expect(openSuggestions(asSuggested(content))).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  it('end with one text also where each accepts everything at the same moment, before they meet', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySuggesting(fc), { minLength: 1, maxLength: 12 }), (acts) => {
        const first = shared(start)
        acts.forEach((act, index) => first.doc?.transact(() => act(first, by(`s${index}`))))
        const content = readAgreement(first)
        const ids = listSuggestions(content).map(({ id }) => id)
        const roots = [first, copyOf(first), copyOf(first)]
        for (const root of roots) acceptSuggestions(root, ids)
        meet(roots)
        for (const root of roots) expect(readAgreement(root)).toEqual(asSuggested(content))
      }),
      { numRuns: 150 },
    )
  })
})

function meet(roots: readonly Y.Map<unknown>[]): void {
  for (let round = 0; round < 2; round += 1) {
    for (const one of roots) for (const other of roots) if (one !== other) exchange(one, other)
  }
}

const start = agreement(
  clause('one', 'Tarkoitus', paragraph('Osapuolet sopivat **yhteistyöstä**.'), paragraph('Kuten kohdassa [[two]] sanotaan.')),
  clause('two', 'Työnjako', paragraph('Kunta vastaa tiloista.'), clause('two-a', 'Tilat', paragraph('Tilat ovat maksutta.'))),
  clause('three', 'Voimassaolo', paragraph('Toistaiseksi.')),
)
