import type { KindId } from '../../artefacts/registry'
import type { StoredRecord } from '../../approvals/model/record'
import type { CirculationStanding } from '../../approvals/model/standing'
import type { Language } from '../../i18n/languages'
import type { OriginDecision } from '../../workshops/decisions/origin-blocks'
import type { AttendanceFacts } from '../../workshops/report/facts'

/** All that the document of a version is made of, as the database has it. */
export interface DocumentSources {
  /** Of the words around the content, and of a package's file names. */
  language: Language
  project: string
  /** The project's, the leading one first. */
  organisations: string[]
  version: StoredVersion
  signOff: SignOff
  /** In the order of the document's own list of them. */
  annexes: AnnexSource[]
  /** Of this project: where parts of the document came from. */
  decisions: OriginDecision[]
}

/**
 * All that a package is put together from. Plain data: it crosses to the process that does the work, and the same sources
 * give the same bytes.
 */
export interface PackageSources extends DocumentSources {
  /** Every version up to this one, the first one first. */
  history: HistorySource[]
  /** Held on this artefact before the version was taken, in the order in which they were held. */
  workshops: WorkshopSource[]
  extracts: ExtractSource[]
}

/** A version as it is stored. */
export interface StoredVersion {
  number: number
  name: string
  note: string
  kind: KindId
  kindVersion: number
  title: string
  /** JSON. */
  content: string
  /** SHA-256, hexadecimal: app/versions/version-hash.server.ts. */
  hash: string
  takenAt: Date
}

export interface AnnexSource {
  /** As the document calls it. */
  title: string
  versionNumber: number
  /** What the document says of the version that it means. */
  hash: string
  /** Null where there is no such version in this project. */
  version: StoredVersion | null
}

export interface HistorySource {
  number: number
  name: string
  note: string
  takenAt: Date
  takenByName: string
  hash: string
  /** Null where it is only listed: there are more than are compared. */
  stored: StoredVersion | null
}

export interface WorkshopSource {
  title: string
  startedAt: Date
  attendance: AttendanceFacts
}

export interface ExtractSource {
  /** As it was attached. */
  name: string
  hash: string
  /** Of the records that it belongs to. */
  record: number
  bytes: Uint8Array
}

/** Who has decided what on the version. */
export interface SignOff {
  /** Null where the version was never proposed to anybody. */
  circulation: CirculationStanding | null
  /** Every record that counts or was replaced, as it stands in the chain. */
  records: ChainRecord[]
}

export type ChainRecord = StoredRecord & { hash: string }

/** When the last party had approved it; null while the version is not final. */
export function finalAt({ circulation }: SignOff): Date | null {
  return circulation?.state === 'final' ? circulation.finalAt : null
}
