import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { canonicalJson } from '../../app/lib/canonical-json'
import { checkChain } from '../../app/approvals/chain.server'
import { readAsked } from '../../app/approvals/model/asked'
import { isYes, outcomeSchema } from '../../app/approvals/model/outcome'
import type { StoredRecord } from '../../app/approvals/model/record'
import { versionHash } from '../../app/versions/version-hash.server'

/** What was looked through, and one sentence for each thing that is not as it was written. */
export interface RecordsAudit {
  records: number
  versions: number
  extracts: number
  faults: string[]
}

/** A record as SQLite holds it: the moment is its text. */
type RawRecord = Omit<StoredRecord, 'recordedAt'> & { recordedAt: string; hash: string }

interface RawVersion {
  id: string
  artefactId: string
  number: number
  kind: string
  kindVersion: number
  title: string
  content: string
  hash: string
}

/**
 * Looks through everything that organisations have decided: every record against its hash and the record before it,
 * every version that was put to them against its own hash and against what the records say of it, every extract against
 * its name. One byte that is another is found. Reads only.
 */
export function auditRecords(database: Sqlite.Database): RecordsAudit {
  const all = <Row>(sql: string) => database.prepare<[], Row>(sql).all()
  const records = all<RawRecord>('SELECT * FROM "ApprovalRecord" ORDER BY "number"')
  const versions = all<RawVersion>(
    `SELECT id, artefactId, number, kind, kindVersion, title, content, hash FROM "Version"
     WHERE id IN (SELECT versionId FROM "Circulation" UNION SELECT versionId FROM "ApprovalRecord")`,
  )
  const extracts = all<RawExtract>('SELECT hash, mediaType, bytes FROM "Extract"')
  return {
    records: records.length,
    versions: versions.length,
    extracts: extracts.length,
    faults: [
      ...faultsOfChain(records),
      ...versions.filter((version) => !saysWhatItsHashSays(version)).map(({ id }) => `Version ${id} does not say what its hash says`),
      ...records.flatMap((record) => faultsOfRecord(record, versions, extracts)),
      ...extracts.filter((extract) => !isAsNamed(extract)).map(({ hash }) => `The extract ${hash} is not what its name says`),
      ...missingRecords(records, all<{ detail: string }>(`SELECT detail FROM "AuditEntry" WHERE action = 'version.decided'`)),
      ...faultsOfFinals(records, all<RawParty>(partiesOfFinals)),
    ],
  }
}

function faultsOfChain(records: readonly RawRecord[]): string[] {
  const faults = checkChain(records.map(({ recordedAt, ...record }) => ({ ...record, recordedAt: new Date(recordedAt) })))
  const words = {
    changed: 'does not say what its hash was made of',
    'broken-link': 'does not name the record before it',
    gap: 'is not in its turn: one before it is gone, or it stands twice',
  }
  const unwritten = records.filter(({ recordedAt }) => !isWrittenMoment(recordedAt))
  return [
    ...faults.map(({ number, fault }) => `Record ${number} ${words[fault]}`),
    // Another way of writing the same moment is another byte.
    ...unwritten.map(({ number }) => `Record ${number} was recorded at a moment that is not written as ours are`),
  ]
}

/** "2026-11-18T07:00:00.000+00:00": as the database's adapter writes it. */
function isWrittenMoment(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().replace('Z', '+00:00') === text
}

function saysWhatItsHashSays({ content, hash, kind, kindVersion, title }: RawVersion): boolean {
  try {
    const said = JSON.parse(content) as unknown
    return canonicalJson(said) === content && versionHash({ kind, kindVersion, title, content: said }) === hash
  } catch {
    return false
  }
}

function faultsOfRecord(record: RawRecord, versions: readonly RawVersion[], extracts: readonly RawExtract[]): string[] {
  const version = versions.find(({ id }) => id === record.versionId)
  const isOfVersion =
    version?.hash === record.versionHash && version.number === record.versionNumber && version.artefactId === record.artefactId
  const hasExtract = record.extractHash === '' || extracts.some(({ hash }) => hash === record.extractHash)
  return [
    ...(isOfVersion ? [] : [`Record ${record.number} is of a version that is not there as it was decided on`]),
    ...(hasExtract ? [] : [`Record ${record.number} names an extract that is not there`]),
  ]
}

interface RawExtract {
  hash: string
  mediaType: string
  bytes: Buffer
}

function isAsNamed({ hash, mediaType, bytes }: RawExtract): boolean {
  return mediaType === 'application/pdf' && createHash('sha256').update(bytes).digest('hex') === hash
}

const decidedSchema = z.object({ record: z.number().int().optional() })

/** Undefined for what is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The chain alone does not tell that its last links were taken off: the audit has written each of them down too. */
function missingRecords(records: readonly RawRecord[], entries: readonly { detail: string }[]): string[] {
  const numbers = new Set(records.map(({ number }) => number))
  return entries.flatMap(({ detail }) => {
    const read = decidedSchema.safeParse(readJson(detail))
    if (!read.success) return ['What the audit wrote down of a decision cannot be read']
    const { record } = read.data
    return record === undefined || numbers.has(record) ? [] : [`Record ${record} is gone`]
  })
}

interface RawParty {
  circulationId: string
  organisationId: string
  yesRecord: number | null
  asked: string
}

const partiesOfFinals = `SELECT party.circulationId, party.organisationId, party.yesRecord, party.asked
  FROM "CirculationParty" party JOIN "Circulation" ON "Circulation".id = party.circulationId
  WHERE "Circulation".finalAt IS NOT NULL`

/** What is called final was approved by every party: by a record of its own, or by one that carries on. */
function faultsOfFinals(records: readonly RawRecord[], parties: readonly RawParty[]): string[] {
  const hasApproved = ({ circulationId, organisationId, yesRecord, asked }: RawParty): boolean => {
    const own = records.filter((record) => record.organisationId === organisationId)
    const newest = own.filter((record) => record.circulationId === circulationId).at(-1)
    const carried = readAsked(asked).of === 'nothing' ? own.find(({ number }) => number === yesRecord) : undefined
    const outcome = outcomeSchema.safeParse((newest ?? carried)?.outcome)
    return outcome.success && isYes(outcome.data)
  }
  return parties
    .filter((party) => !hasApproved(party))
    .map(({ circulationId, organisationId }) => `${circulationId} is called final, and ${organisationId} has not approved it`)
}
