import { recordHash } from '../../../app/approvals/chain.server'
import { noPreviousHash, shownRecord, type ApprovalRecord, type StoredRecord } from '../../../app/approvals/model/record'

/** A record as Haapavesi's board might leave it, but for what a test says otherwise. */
export function someRecord(otherwise: Partial<StoredRecord> = {}): StoredRecord {
  return {
    number: 1,
    circulationId: 'circulation1',
    artefactId: 'agreement1',
    versionId: 'version1',
    versionNumber: 1,
    versionHash: 'a'.repeat(64),
    organisationId: 'haapavesi',
    organisationName: 'Haapavesi',
    body: 'Kaupunginhallitus',
    decidedOn: '2026-11-16',
    section: '§ 228',
    outcome: 'approved',
    reservations: '[]',
    words: '',
    link: '',
    extractHash: '',
    extractName: '',
    recordedAt: new Date('2026-11-18T07:00:00Z'),
    recordedByKey: 'user:u1',
    recordedByName: 'Kaisa',
    supersedes: null,
    previousHash: noPreviousHash,
    ...otherwise,
  }
}

/** Records one after the other, each chained to the one before it. */
export function chainOf(...records: Partial<StoredRecord>[]): (StoredRecord & { hash: string })[] {
  const chain: (StoredRecord & { hash: string })[] = []
  for (const [index, otherwise] of records.entries()) {
    const record = someRecord({ number: index + 1, previousHash: chain.at(-1)?.hash ?? noPreviousHash, ...otherwise })
    chain.push({ ...record, hash: recordHash(record) })
  }
  return chain
}

export const shownChain = (...records: Partial<StoredRecord>[]): ApprovalRecord[] => chainOf(...records).map(shownRecord)
