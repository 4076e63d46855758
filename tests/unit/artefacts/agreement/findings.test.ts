import { describe, expect, it } from 'vitest'
import type { Agreement, Inline } from '../../../../app/artefacts/agreement/model/content'
import { reviewAgreement } from '../../../../app/artefacts/agreement/model/findings'
import { partyList, partyOf, updatePartyNames } from '../../../../app/artefacts/agreement/model/parties'
import { readAgreement } from '../../../../app/artefacts/agreement/model/document'
import { shared } from './shared-agreement'

const organisations = [
  { id: 'o1', name: 'Niemelän kunta' },
  { id: 'o2', name: 'Rannan kaupunki' },
]
const words = (text: string): Inline => ({ type: 'text', text })

function agreementOf(title: string, ...content: Inline[]): Agreement {
  return {
    clauses: [
      {
        type: 'clause',
        attrs: { id: 'a' },
        content: [
          { type: 'clauseTitle', ...(title === '' ? {} : { content: [{ type: 'text', text: title }] }) },
          { type: 'paragraph', content },
        ],
      },
    ],
  }
}

const kindsIn = (content: Agreement) => reviewAgreement(content, organisations).findings.map(({ kind }) => kind)

describe('what an agreement is looked over for', () => {
  it('finds nothing in one that is well', () => {
    expect(kindsIn(agreementOf('Osapuolet', partyOf({ id: 'o1', name: 'Niemelän kunta' }), words(' sopii.')))).toEqual([])
  })

  it('finds what leads nowhere, with its place', () => {
    const content = agreementOf(
      'Liitteet',
      words('Katso '),
      { type: 'clauseReference', attrs: { clause: 'gone' } },
      { type: 'annexReference', attrs: { annex: 'gone' } },
      { type: 'footnote', attrs: { words: ' ' } },
    )
    const { findings } = reviewAgreement(content, organisations)
    expect(findings).toEqual([
      { kind: 'deadReference', clause: 'a', place: { clause: 'a', at: 6, length: 1 } },
      { kind: 'missingAnnex', clause: 'a', place: { clause: 'a', at: 7, length: 1 } },
      { kind: 'emptyFootnote', clause: 'a', place: { clause: 'a', at: 8, length: 1 } },
    ])
  })

  it('finds clauses without a title', () => {
    expect(kindsIn(agreementOf(''))).toEqual(['emptyTitle'])
  })

  it('finds terms that are defined twice, never used, or written otherwise', () => {
    const term = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'definedTerm' }] })
    expect(kindsIn(agreementOf('Määritelmät', words('Sana '), term('Asiakas'), words(' on.')))).toEqual(['neverUsed'])
    expect(
      kindsIn(agreementOf('Määritelmät', words('Sana '), term('Asiakas'), words(' tai '), term('asiakas'), words('. Auttaa asiakasta.'))),
    ).toEqual(['definedTwice', 'otherCase'])
  })

  it('tells a party that is gone from one with another name, and brings all names up to date in one act', () => {
    const content = agreementOf(
      'Osapuolet',
      partyOf({ id: 'o1', name: 'Niemelä' }),
      partyOf({ id: 'o1', name: 'Niemelä' }),
      partyOf({ id: 'o9', name: 'Lakannut yhdistys' }),
    )
    expect(reviewAgreement(content, organisations).findings).toMatchObject([
      { kind: 'outdatedParty', name: 'Niemelä', now: 'Niemelän kunta' },
      { kind: 'outdatedParty' },
      { kind: 'missingParty', name: 'Lakannut yhdistys' },
    ])
    const root = shared(content)
    expect(updatePartyNames(root, organisations)).toBe(2)
    expect(kindsIn(readAgreement(root))).toEqual(['missingParty'])
    expect(updatePartyNames(root, organisations)).toBe(0)
  })

  it('can list all parties of the project', () => {
    const list = partyList(organisations)
    expect(list.content).toHaveLength(2)
    expect(JSON.stringify(list)).toContain('Rannan kaupunki')
  })
})
