import { describe, expect, it } from 'vitest'
import { placeClauses, possibleMoves } from '../../../../app/artefacts/agreement/model/clauses'
import { agreement, clause, paragraph } from '../../../../app/artefacts/agreement/model/compose'
import { readAgreement } from '../../../../app/artefacts/agreement/model/document'
import {
  addClause,
  addClauseBefore,
  addSubclause,
  indentClause,
  longestTitle,
  moveClause,
  outdentClause,
  removeClause,
  renameClause,
} from '../../../../app/artefacts/agreement/model/operations'
import { copyOf, exchange, outlineOf, plain, shared, textWith } from './shared-agreement'

const start = agreement(
  clause('a', 'A', clause('a1', 'A1'), clause('a2', 'A2')),
  clause('b', 'B', paragraph('Teksti.'), clause('b1', 'B1', clause('b11', 'B11'))),
  clause('c', 'C'),
)

describe('what is done to whole clauses', () => {
  it('adds a clause after another and all that belongs to it, and numbers follow', () => {
    const root = shared(start)
    addClause(root, 'a', 'Uusi')
    expect(outlineOf(root)).toEqual([
      '1 A',
      '1.1 A1',
      '1.2 A2',
      '2 Uusi',
      '3 B',
      '3.1 B1',
      '3.1.1 B11',
      '4 C',
    ])
    addClauseBefore(root, 'a1', 'Ensin')
    expect(outlineOf(root)[1]).toBe('1.1 Ensin')
    addClause(root)
    expect(outlineOf(root).at(-1)).toBe('5')
  })

  it('adds a sub-clause as the last one, but none below the third level', () => {
    const root = shared(start)
    expect(addSubclause(root, 'b', 'B2')).toBeDefined()
    expect(outlineOf(root)).toContain('2.2 B2')
    expect(addSubclause(root, 'b11')).toBeUndefined()
    expect(addSubclause(root, 'gone')).toBeUndefined()
  })

  it('makes a clause part of the one before it, unless it would become too deep', () => {
    const root = shared(start)
    expect(indentClause(root, 'c')).toBe(true)
    expect(outlineOf(root)).toContain('2.2 C')
    expect(indentClause(root, 'b')).toBe(false)
    expect(indentClause(root, 'a')).toBe(false)
    expect(possibleMoves(placeClauses(readAgreement(root)), 'b').indent).toBe(false)
  })

  it('takes a clause out of another, to stand right after it', () => {
    const root = shared(start)
    expect(outdentClause(root, 'a1')).toBe(true)
    expect(outlineOf(root).slice(0, 3)).toEqual(['1 A', '1.1 A2', '2 A1'])
    expect(outdentClause(root, 'b')).toBe(false)
  })

  it('moves a clause among its neighbours and no further', () => {
    const root = shared(start)
    expect(moveClause(root, 'b', 'up')).toBe(true)
    expect(outlineOf(root)).toEqual(['1 B', '1.1 B1', '1.1.1 B11', '2 A', '2.1 A1', '2.2 A2', '3 C'])
    expect(moveClause(root, 'b', 'up')).toBe(false)
    expect(moveClause(root, 'c', 'down')).toBe(false)
  })

  it('loses nothing of what somebody types into a clause while it is moved', () => {
    const one = shared(start)
    const other = copyOf(one)
    const theirs = textWith(other, 'Teksti')
    theirs.insert(plain(theirs).length, ' Kirjoitettu samaan aikaan.')
    moveClause(one, 'b', 'down', new Set(['b']))
    exchange(one, other)
    expect(outlineOf(one)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 C', '3 B', '3.1 B1', '3.1.1 B11'])
    expect(plain(textWith(one, 'Teksti'))).toBe('Teksti. Kirjoitettu samaan aikaan.')
  })

  it('removes a clause with everything in it', () => {
    const root = shared(start)
    expect(removeClause(root, 'b')).toBe(true)
    expect(outlineOf(root)).toEqual(['1 A', '1.1 A1', '1.2 A2', '2 C'])
    expect(removeClause(root, 'b')).toBe(false)
  })

  it('keeps a title on one line and within its length', () => {
    const root = shared(start)
    renameClause(root, 'c', '  Kaksi\n riviä ')
    expect(outlineOf(root).at(-1)).toBe('3 Kaksi riviä')
    renameClause(root, 'c', '😀'.repeat(longestTitle + 10))
    expect([...(outlineOf(root).at(-1) ?? '')].length).toBe(longestTitle + 2)
    renameClause(root, 'c', '')
    expect(outlineOf(root).at(-1)).toBe('3')
  })
})
