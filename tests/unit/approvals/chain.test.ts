import { describe, expect, it } from 'vitest'
import { checkChain } from '../../../app/approvals/chain.server'
import type { StoredRecord } from '../../../app/approvals/model/record'
import { chainOf } from './some-record'

const three = () => chainOf({}, { organisationId: 'kela', organisationName: 'Kela', outcome: 'returned' }, { supersedes: 1 })

describe('the chain of decisions', () => {
  it('holds as it was written', () => {
    expect(checkChain(three())).toEqual([])
    expect(checkChain([])).toEqual([])
  })

  it('tells of any field of any record that was changed', () => {
    const otherwise: StoredRecord = {
      number: 9,
      circulationId: 'x',
      artefactId: 'x',
      versionId: 'x',
      versionNumber: 2,
      versionHash: 'b'.repeat(64),
      organisationId: 'x',
      organisationName: 'x',
      body: 'x',
      decidedOn: '2026-11-15',
      section: '§ 229',
      outcome: 'rejected',
      reservations: '[{}]',
      words: 'x',
      link: 'https://x.example',
      extractHash: 'x',
      extractName: 'x',
      recordedAt: new Date(0),
      recordedByKey: 'user:u2',
      recordedByName: 'x',
      supersedes: 5,
      previousHash: 'c'.repeat(64),
    }
    for (const [field, value] of Object.entries(otherwise)) {
      for (let index = 0; index < 3; index += 1) {
        const chain = three().map((record, at) => (at === index ? { ...record, [field]: value } : record))
        expect(checkChain(chain), `${field} of ${index + 1}`).not.toEqual([])
      }
    }
  })

  it('tells of a record that is gone or stands in another place', () => {
    const [one, two, last] = three()
    if (!one || !two || !last) throw new Error('three records')
    expect(checkChain([one, last])).toContainEqual({ number: 3, fault: 'gap' })
    expect(checkChain([two, one, last])).not.toEqual([])
    expect(checkChain([two, last])).toContainEqual({ number: 2, fault: 'broken-link' })
  })

  it('tells of a record that was written anew with a hash of its own: the next one names the old hash', () => {
    const forged = chainOf({ outcome: 'rejected' })
    const [, two, last] = three()
    if (!two || !last) throw new Error('three records')
    expect(checkChain([...forged, two, last])).toEqual([{ number: 2, fault: 'broken-link' }])
  })
})
