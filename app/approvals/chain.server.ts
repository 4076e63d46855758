import { createHash } from 'node:crypto'
import { noPreviousHash, recordText, type StoredRecord } from './model/record'

/** SHA-256 of a record's canonical JSON, as 64 hexadecimal digits. */
export function recordHash(record: StoredRecord): string {
  return createHash('sha256').update(recordText(record), 'utf8').digest('hex')
}

/**
 * What is wrong with a record of the chain:
 * - `changed`: it does not say what its hash was made of
 * - `broken-link`: it does not name the hash of the record before it
 * - `gap`: the numbers do not follow one another
 */
export interface ChainFault {
  number: number
  fault: 'changed' | 'broken-link' | 'gap'
}

/** Follows the chain over all records of an installation, in the order of their numbers. Empty where all is as it was written. */
export function checkChain(records: readonly (StoredRecord & { hash: string })[]): ChainFault[] {
  const faults: ChainFault[] = []
  let previousHash = noPreviousHash
  records.forEach((record, index) => {
    const { number, hash } = record
    if (number !== index + 1) faults.push({ number, fault: 'gap' })
    if (record.previousHash !== previousHash) faults.push({ number, fault: 'broken-link' })
    if (recordHash(record) !== hash) faults.push({ number, fault: 'changed' })
    previousHash = hash
  })
  return faults
}
