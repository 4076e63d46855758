import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreement, bullets, clause, paragraph } from '../../../../app/artefacts/agreement/model/compose'
import {
  bodyOf,
  mendDocument,
  readAgreement,
  restoreAgreement,
} from '../../../../app/artefacts/agreement/model/document'
import { isKnown, watchForUnknown } from '../../../../app/artefacts/agreement/model/known-content'
import { moveClause } from '../../../../app/artefacts/agreement/model/operations'
import { createMemory } from '../../../../app/document/memory'
import { copyOf, docOf, exchange, outlineOf, plain, shared, textWith } from './shared-agreement'

const start = agreement(
  clause('a', 'Osapuolet', paragraph('Kunnat sopivat yhteistyöstä vuosittain.')),
  clause(
    'b',
    'Kustannukset',
    paragraph('Kukin maksaa omansa.'),
    clause('b1', 'Yhteiset', paragraph('Jaetaan tasan.')),
  ),
  clause('c', 'Kesto', bullets('vuosi', 'toinen')),
)

describe('restoring an earlier agreement', () => {
  it('touches only the word that differs, so that what others write into the sentence stays', () => {
    const root = shared(start)
    const text = textWith(root, 'Kunnat')
    text.delete(0, 'Kunnat'.length)
    text.insert(0, 'Osapuolet')
    const other = copyOf(root)
    const theirs = textWith(other, 'vuosittain')
    theirs.insert(plain(theirs).length - 1, ' ja tarvittaessa')
    docOf(root).transact(() => restoreAgreement(root, start))
    exchange(root, other)
    expect(plain(textWith(root, 'vuosittain'))).toBe(
      'Kunnat sopivat yhteistyöstä vuosittain ja tarvittaessa.',
    )
    expect(readAgreement(other)).toEqual(readAgreement(root))
  })

  it('keeps clauses the same shared things when others were added between and marks were changed', () => {
    const root = shared(start)
    const before = bodyOf(root)?.toArray()
    const text = textWith(root, 'Kukin')
    text.format(0, 5, { bold: {} })
    const body = bodyOf(root)
    body?.insert(1, [new Y.XmlElement('clause')])
    docOf(root).transact(() => restoreAgreement(root, start))
    expect(readAgreement(root)).toEqual(start)
    expect(bodyOf(root)?.toArray()).toEqual(before)
    expect(textWith(root, 'Kukin')).toBe(text)
  })

  it('writes nothing when everything is as it was', () => {
    const root = shared(start)
    let updates = 0
    docOf(root).on('update', () => (updates += 1))
    docOf(root).transact(() => restoreAgreement(root, start))
    expect(updates).toBe(0)
  })
})

describe('reading an agreement that is being written', () => {
  it('gives back the same object for every clause that nobody touched', () => {
    const root = shared(start)
    const memory = createMemory(root)
    const before = readAgreement(root, memory.remember)
    textWith(root, 'Jaetaan').insert(0, 'Ne ')
    const after = readAgreement(root, memory.remember)
    expect(after.clauses[0]).toBe(before.clauses[0])
    expect(after.clauses[2]).toBe(before.clauses[2])
    expect(after.clauses[1]).not.toBe(before.clauses[1])
    memory.close()
  })

  it('shows a clause once that two people moved at the same moment', () => {
    const one = shared(start)
    const other = copyOf(one)
    moveClause(one, 'c', 'up')
    moveClause(other, 'c', 'up')
    exchange(one, other)
    expect(outlineOf(one).filter((line) => line.endsWith('Kesto'))).toHaveLength(1)
    expect(outlineOf(other)).toEqual(outlineOf(one))
  })
})

describe('mending what came together out of form', () => {
  it('makes the shared document say what is read from it, and then leaves it alone', () => {
    const one = shared(start)
    const other = copyOf(one)
    moveClause(one, 'c', 'up')
    moveClause(other, 'c', 'up')
    exchange(one, other)
    const read = readAgreement(one)
    expect(mendDocument(one)).toBe(true)
    expect(readAgreement(one)).toEqual(read)
    expect(bodyOf(one)?.length).toBe(read.clauses.length)
    expect(mendDocument(one)).toBe(false)
  })

  it('does nothing to a document that is well', () => {
    expect(mendDocument(shared(start))).toBe(false)
  })
})

describe('content of a newer program', () => {
  it('is noticed before the editor could delete it', () => {
    const root = shared(start)
    expect(isKnown(root)).toBe(true)
    const seen: string[] = []
    const stop = watchForUnknown(root, () => seen.push('unknown'))
    textWith(root, 'Kukin').insert(0, 'Siis ')
    expect(seen).toEqual([])
    textWith(root, 'Kukin').format(0, 4, { suggestion: { by: 'x' } })
    expect(seen).toEqual(['unknown'])
    const clauses = bodyOf(root)?.toArray() ?? []
    if (clauses[0] instanceof Y.XmlElement) clauses[0].insert(1, [new Y.XmlElement('callout')])
    expect(seen).toEqual(['unknown', 'unknown'])
    expect(isKnown(root)).toBe(false)
    stop()
  })
})
