import { describe, expect, it } from 'vitest'
import { agreedText } from '../../../../../app/artefacts/agreement/model/agreed-text'
import { agreement, clause, paragraph } from '../../../../../app/artefacts/agreement/model/compose'
import { readAgreement } from '../../../../../app/artefacts/agreement/model/document'
import type { SuggestedBy } from '../../../../../app/artefacts/agreement/model/suggestion'
import { acceptSuggestions, listSuggestions } from '../../../../../app/artefacts/agreement/model/suggestions'
import { countByClause, everySuggestion, groupsOf, narrow, type SuggestionOrder } from '../../../../../app/artefacts/agreement/model/suggestions/narrow'
import { permitSuggestions } from '../../../../../app/artefacts/agreement/model/suggestions/permit'
import {
  suggestMove,
  suggestNewClause,
  suggestRemoval,
} from '../../../../../app/artefacts/agreement/model/suggestions/suggest-clauses'
import { numberedClauses } from '../../../../../app/artefacts/agreement/view/editor/numbering'
import { outlineOf, shared, textWith } from '../shared-agreement'
import { suggestingEditor } from './suggesting-editor'

const content = agreement(
  clause('a', 'A', paragraph('Alku.')),
  clause('b', 'B', clause('b1', 'B1')),
  clause('c', 'C'),
)

const by = (id: string, author = 'user:one', organisation = 'Kunta', at = 1): SuggestedBy => ({
  id,
  author,
  name: 'Edustaja',
  organisation,
  at,
})

describe('Suggesting about whole clauses', () => {
  it('leaves a clause where it is, and says where it is to go, step by step', () => {
    const root = shared(content)
    expect(suggestMove(root, 'c', 'up', by('s1'))).toBe('done')
    expect(suggestMove(root, 'c', 'up', by('s2'))).toBe('done')
    expect(listSuggestions(readAgreement(root))).toMatchObject([{ id: 's1', does: 'moveClause', to: { into: null, before: 'a' } }])
    expect(agreedText(readAgreement(root))).toEqual(content)
    expect(suggestMove(root, 'c', 'up', by('s3'))).toBe('nowhere')
    acceptSuggestions(root, ['s1'])
    expect(outlineOf(root)).toEqual(['1 C', '2 A', '3 B', '3.1 B1'])
  })

  it('suggests nothing any more once a clause is to be where it stands', () => {
    const root = shared(content)
    suggestMove(root, 'c', 'up', by('s1'))
    suggestMove(root, 'c', 'down', by('s2'))
    expect(readAgreement(root)).toEqual(content)
  })

  it('makes a clause a part of the one before it, and takes one out', () => {
    const root = shared(content)
    suggestMove(root, 'c', 'indent', by('s1'))
    suggestMove(root, 'b1', 'outdent', by('s2'))
    acceptSuggestions(root, ['s1', 's2'])
    expect(outlineOf(root)).toEqual(['1 A', '2 B', '2.1 C', '3 B1'])
  })

  it('is told where somebody else suggests something about the clause already', () => {
    const root = shared(content)
    suggestRemoval(root, 'a', by('s1', 'user:two'))
    expect(suggestRemoval(root, 'a', by('s2'))).toBe('taken')
    expect(suggestMove(root, 'a', 'down', by('s3'))).toBe('taken')
    expect(listSuggestions(readAgreement(root)).map(({ id }) => id)).toEqual(['s1'])
  })

  it('leaves all other clauses their numbers, here and in the editor', () => {
    const root = shared(content)
    suggestNewClause(root, { after: 'a' }, by('s1'))
    suggestNewClause(root, { before: 'b1' }, by('s2'))
    expect(outlineOf(root)).toEqual(['1 A', '1+', '2 B', '2.0+', '2.1 B1', '3 C'])
    const editor = suggestingEditor(readAgreement(root))
    expect(numberedClauses(editor.state()).map(({ number }) => number)).toEqual(['1', '1+', '2', '2.0+', '2.1', '3'])
  })

  it('takes away at once what one has suggested to add', () => {
    const root = shared(content)
    const id = suggestNewClause(root, { within: 'a' }, by('s1')) ?? ''
    expect(agreedText(readAgreement(root))).toEqual(content)
    expect(suggestRemoval(root, id, by('s2'))).toBe('done')
    expect(readAgreement(root)).toEqual(content)
  })
})

describe('The list of suggestions', () => {
  it('is narrowed by author, organisation, clause and kind, and stands in the order that is wanted', () => {
    const root = shared(content)
    suggestRemoval(root, 'c', by('s1', 'user:one', 'Kunta', 3))
    textWith(root, 'Alku').insert(0, 'Uusi ', { insertion: by('s2', 'user:two', 'Yhdistys', 5) })
    textWith(root, 'Alku').format(6, 3, { formatting: { ...by('s3', 'user:two', 'Yhdistys', 4), change: '+bold' } })
    const all = listSuggestions(readAgreement(root))
    const ids = (filter: Partial<typeof everySuggestion>, order: SuggestionOrder = 'place') =>
      narrow(all, { ...everySuggestion, ...filter }, order).map(({ id }) => id)
    expect(ids({})).toEqual(['s2', 's3', 's1'])
    expect(ids({}, 'newest')).toEqual(['s2', 's3', 's1'])
    expect(ids({}, 'oldest')).toEqual(['s1', 's3', 's2'])
    expect(ids({ author: 'user:one' })).toEqual(['s1'])
    expect(ids({ organisation: 'Yhdistys', kind: 'formatting' })).toEqual(['s3'])
    expect(ids({ clause: 'a', kind: 'words' })).toEqual(['s2'])
    expect(ids({ kind: 'clauses' })).toEqual(['s1'])
    expect(ids({}, 'organisation')).toEqual(['s1', 's2', 's3'])
    expect(groupsOf(all, 'place').map(({ key, suggestions }) => [key, suggestions.length])).toEqual([['a', 2], ['c', 1]])
    expect(groupsOf(all, 'author').map(({ suggestions }) => suggestions.map(({ id }) => id))).toEqual([['s2', 's3'], ['s1']])
    expect(countByClause(all)).toEqual(new Map([['a', 2], ['c', 1]]))
  })
})

describe('What somebody may do who only suggests', () => {
  const me = { key: 'user:one', name: 'Edustaja', organisation: 'Kunta' }

  it('includes taking back what they suggested under an earlier name', () => {
    const before = shared(content)
    suggestRemoval(before, 'c', { ...by('s1'), name: 'Aiempi nimi' })
    expect(permitSuggestions(readAgreement(before), content, me).undone).toEqual([])
  })

  it('does not include a clause that holds what was agreed elsewhere', () => {
    const root = shared(content)
    suggestNewClause(root, { after: 'a' }, by('s1'))
    const after = readAgreement(root)
    const [first, , third] = after.clauses
    const stolen = { clauses: [first, third].flatMap((one) => one ?? []) }
    const { content: left, undone } = permitSuggestions(content, stolen, me)
    expect(undone).toEqual(['edit'])
    expect(agreedText(left)).toEqual(content)
  })
})
