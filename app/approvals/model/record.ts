import { z } from 'zod'
import { canonicalJson } from '../../lib/canonical-json'
import { outcomeSchema, type Outcome } from './outcome'

/** A clause that a reservation is about, as it was called in the version. */
export const reservationSchema = z.object({ clause: z.string(), number: z.string(), title: z.string() })

export type Reservation = z.infer<typeof reservationSchema>

/** A record as it is stored, without its own hash: every field counts. */
export interface StoredRecord {
  number: number
  circulationId: string
  artefactId: string
  versionId: string
  versionNumber: number
  versionHash: string
  organisationId: string
  organisationName: string
  body: string
  /** "2027-02-15" */
  decidedOn: string
  section: string
  outcome: string
  /** JSON list of `Reservation`. */
  reservations: string
  words: string
  link: string
  extractHash: string
  extractName: string
  recordedAt: Date
  recordedByKey: string
  recordedByName: string
  supersedes: number | null
  previousHash: string
}

/** What an organisation has decided on an exact version, as pages and documents show it. */
export interface ApprovalRecord extends Omit<StoredRecord, 'outcome' | 'reservations'> {
  outcome: Outcome
  reservations: Reservation[]
  hash: string
}

/** Of the first record, which has none before it. */
export const noPreviousHash = '0'.repeat(64)

/** What a record's hash is made of: the canonical JSON (RFC 8785) of all its fields but the hash itself. */
export function recordText(record: StoredRecord): string {
  const { number, circulationId, artefactId, versionId, versionNumber, versionHash, organisationId, organisationName } = record
  const { body, decidedOn, section, outcome, reservations, words, link, extractHash, extractName } = record
  const { recordedAt, recordedByKey, recordedByName, supersedes, previousHash } = record
  // Named one by one, so that a column that comes later changes no hash that is written down.
  const which = { number, circulationId, artefactId, versionId, versionNumber, versionHash, organisationId, organisationName }
  const decision = { body, decidedOn, section, outcome, reservations, words, link, extractHash, extractName }
  return canonicalJson({ ...which, ...decision, recordedAt, recordedByKey, recordedByName, supersedes, previousHash })
}

/** For showing. An outcome that this build does not know counts as no yes; reservations that cannot be read are left out. */
export function shownRecord({ outcome, reservations, ...record }: StoredRecord & { hash: string }): ApprovalRecord {
  return {
    ...record,
    outcome: outcomeSchema.catch('returned').parse(outcome),
    reservations: readReservations(reservations),
  }
}

export function readReservations(json: string): Reservation[] {
  try {
    return z.array(reservationSchema).catch([]).parse(JSON.parse(json))
  } catch {
    return []
  }
}
