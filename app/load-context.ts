/**
 * What the running server offers loaders and actions: types only, so that the app never imports the server.
 */
import type { PrismaClient } from '../prisma/generated/client'
import type { Allowance } from './artefacts/edit-rule'
import type { KindId } from './artefacts/registry'
import type { ChangeResult, WorkshopChange } from './artefacts/workshop-face'
import type { DocumentFormat, PictureFormat } from './exports/formats'
import type { Change, DocumentTree, FinalDocument } from './exports/tree'
import type { PackageProgress } from './final-package/model/progress'
import type { PackageSources } from './final-package/model/sources'
import type { ImportOutcome } from './imports/docx/outcome'
import type { PassageAnchor, QuotedPassage } from './remarks/model/anchor'
import type { Remarks } from './remarks/model/content'
import type { Person } from './sync/session'

export interface Settings {
  production: boolean
  host: string
  port: number
  dataDirectory: string
  /** Without a slash at its end. */
  baseUrl: string
  sessionSecret: string
  /** How many proxies stand in front; their forwarded addresses are believed, nobody else's. */
  trustedProxies: number
}

export interface LiveContent {
  content: unknown
  /** Where in the edit log it was read. */
  sequence: number
}

export interface CapturedState extends LiveContent {
  /** The exact Yjs state, gzip. */
  state: Uint8Array
}

/** What a browser held when it could not be merged, as the browser sent it: nothing in it is to be trusted. */
export interface KeptCopy {
  /** Its whole document, Yjs update format 1. */
  update: Uint8Array
  /** The history that it belongs to, and how far the browser had followed it (server/sync/SPEC.md, P12). */
  epoch: string
  position: string
}

/**
 * - `unreadable`: no room would take it
 * - `nothing-new`: the artefact has all of it
 * - `holds-more`: `fingerprint` is the same for the same edits, whoever sends them and whenever
 */
export type ExaminedCopy =
  | { outcome: 'unreadable' }
  | { outcome: 'nothing-new' }
  | { outcome: 'holds-more'; sameHistory: boolean; content: unknown; fingerprint: string }

/** What would come of merging a copy. Of another history nothing may be merged. */
export type MergePreview = { outcome: 'other-history' } | { outcome: 'mergeable'; now: unknown; merged: unknown }

/** Whose sockets to look at again. */
export type RightsChange =
  | { sessionTokenHash: string }
  | { userId: string }
  | { seatId: string }
  | { artefactId: string }
  | { workshopId: string }
  | { projectId: string }

/**
 * What the server knows of a participant since it was started. `since`: milliseconds since the epoch.
 * - `here`: connected, and all that they did is saved as far as their browser says
 * - `unsaved`: connected, and their browser says that edits of theirs are not saved
 * - `lost`: the connection broke; `left`: they closed the artefact; `absent`: they have not been there
 */
export type Attendance = { kind: 'here' } | { kind: 'absent' } | { kind: 'unsaved' | 'lost' | 'left'; since: number }

/** The live rooms. Everything here goes through the same door as everyone's edits. */
export interface LiveArtefacts {
  /** Seeds a new artefact once, on disk before it answers. Throws when the room already holds something. */
  create(artefactId: string, kind: KindId, content: unknown): Promise<void>
  read(artefactId: string, kind: KindId): Promise<LiveContent>
  /** What stands now at passages that comments are about; null where that is gone. */
  quotePassages(artefactId: string, kind: KindId, anchors: readonly PassageAnchor[]): Promise<(QuotedPassage | null)[]>
  capture(artefactId: string, kind: KindId): Promise<CapturedState>
  /** A forward change to `content`, on disk before it answers. Edits made meanwhile stay in history. */
  restore(artefactId: string, kind: KindId, content: unknown): Promise<void>
  /** Looks into a browser's copy, against the room as it stands. Changes nothing. */
  examineCopy(artefactId: string, kind: KindId, copy: KeptCopy): Promise<ExaminedCopy>
  previewMerge(artefactId: string, kind: KindId, copy: KeptCopy): Promise<MergePreview>
  /** Merges it as everybody's edits are, on disk before it answers. False, and nothing, for one of another history. */
  mergeCopy(artefactId: string, copy: KeptCopy): Promise<boolean>
  /** Re-checks open sockets: write lost is read-only at once, read lost is closed within 2 s. */
  rightsChanged(change: RightsChange): Promise<void>
  /** Tells whoever has the artefact open that its name, its lock or its proposals have changed. SPEC P12. */
  pageChanged(artefactId: string): void
  /** Whether a participant (`user:ID`, `seat:ID`) is connected to any artefact, and whether their edits are saved. */
  attendance(participantKey: string): Attendance
  /** Who is in the room now. */
  people(artefactId: string): Person[]
}

/** A private note as its writer left it: app/workshops/private-notes. */
export interface PrivateNote {
  id: string
  text: string
  /** Not to be shown when the others are. */
  heldBack: boolean
  /** Is on the board already. */
  shown: boolean
}

/** Something new that a participant put into an artefact in a step. */
export interface MadeItem {
  itemId: string
  participantKey: string
  stepId: string
}

/** What a participant may do in an artefact while a step of a workshop, or a lock, says so. */
export interface RoomRules {
  kind: KindId
  /** Null: no step runs here, only `locks` count. */
  step: {
    id: string
    may: readonly Allowance[]
    place: string | null
    /** Each participant's own place in a breakout, in place of `place`. */
    ownPlaces: Readonly<Record<string, string>>
    /** Who wrote what may be kept. */
    keepsAuthors: boolean
  } | null
  /** `place` null: all of it. */
  locks: readonly { place: string | null; forWhom: 'guests' | 'participants' }[]
  /** Of kinds in which changes can be suggested; `only`: those who do not lead may do no more. */
  suggesting?: { only: boolean }
}

/** `state` is plain JSON: app/workshops/model/live-state.ts. */
export interface WorkshopNews {
  kind: 'workshop'
  state: object
}

/** The rooms around the artefacts while a workshop runs: `workshop/ID` and `draft/STEP/OWNER`. */
export interface LiveWorkshops {
  /**
   * What the room of a workshop tells: to everybody in it now, and to whoever enters until it is told anew. `news` is
   * asked each time, so that what it says of the clock is true. SPEC P12.
   */
  tell(workshopId: string, news: () => WorkshopNews): void
  /** The workshop is gone: everybody is told to leave. */
  forget(workshopId: string): Promise<void>
  /** Keys (`user:ID`, `seat:ID`) of those who are in a workshop's room or in an artefact's, each once. */
  present(room: { workshopId: string } | { artefactId: string }): string[]
  /** Everybody's private notes of a step, whoever is there now. `owner` is a participant's key. */
  drafts(stepId: string): Promise<{ owner: string; notes: PrivateNote[] }[]>
  draft(stepId: string, owner: string): Promise<PrivateNote[]>
  /**
   * Marks notes as shown, or takes them out of the draft, given as they were read. What its writer has reworded or held
   * back since stays as it is. On disk before it answers. Rejects where the draft takes no change.
   */
  settleDraft(stepId: string, owner: string, read: readonly PrivateNote[], how: 'mark' | 'remove'): Promise<void>
  /** Erases a step's drafts with their history. */
  eraseDrafts(stepId: string): Promise<void>
  /** A workshop's own change to an artefact, worked out in a worker, on disk before it answers. */
  change(artefactId: string, kind: KindId, change: WorkshopChange): Promise<ChangeResult>
  /** What participants may do there has changed: asked for anew, and the right of everybody in the room with it. */
  rulesChanged(artefactId: string): Promise<void>
}

/** What is said about artefacts: `artefact/ID/remarks` and `artefact/ID/org/ORGANISATION`. */
export interface LiveRemarks {
  /** `organisationId` null: what is shared. Whoever is shown it must be allowed to enter that room. */
  read(artefactId: string, organisationId: string | null): Promise<Remarks>
  /**
   * Puts shared threads, as a file brought them, beside those that are there, under their own ids: each is there once. On
   * disk before it answers.
   */
  seed(artefactId: string, remarks: Remarks): Promise<void>
  /** An organisation is no longer in the project: what its members said among themselves goes with its history. */
  eraseInternal(artefactIds: readonly string[], organisationId: string): Promise<void>
}

/** Makes files in a worker, so that making them never delays anyone's edits. Rejects with `ExporterError`. */
export interface Exporter {
  render(format: DocumentFormat, document: FinalDocument): Promise<Uint8Array>
  /** The document as a Word file, with what has changed since `before` as tracked changes by one author. */
  redline(before: DocumentTree, document: FinalDocument, change: Change): Promise<Uint8Array>
  /** An SVG made safe, or a PNG of it `width` pixels wide. */
  picture(svg: string, format: PictureFormat, width: number): Promise<Uint8Array>
}

/** Reads files that people bring in a process of its own. Rejects with `ExporterError`. */
export interface Importer {
  /** `untitled`: what a clause is called that the file gives no name. */
  docx(bytes: Uint8Array, untitled: string): Promise<ImportOutcome>
}

/** Puts final packages together in a process of their own. Rejects with `ExporterError`; `closed` once `signal` ends it. */
export interface Packager {
  make(
    sources: PackageSources,
    watch: { progressed(progress: PackageProgress): void; signal: AbortSignal },
  ): Promise<Uint8Array>
}

/** Structured lines for whoever runs the server. Never content, tokens or names of people. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void
  warn(event: string, fields?: Record<string, string | number | boolean>): void
  error(event: string, cause: unknown, fields?: Record<string, string | number | boolean>): void
}

export interface Services {
  settings: Settings
  log: Log
  database: PrismaClient
  live: LiveArtefacts
  liveWorkshops: LiveWorkshops
  remarks: LiveRemarks
  exporter: Exporter
  packager: Packager
  importer: Importer
  /** Milliseconds since the epoch; tests set it. */
  now(): number
  /** Milliseconds that only grow, whatever happens to the clock on the wall: for how long something lasts. */
  elapsed(): number
}

/** What the build has made of the browser's sources. Sources are named from the project's folder: "app/sync/open-session.ts". */
export interface BuiltScripts {
  /** The scripts in which these sources are, with all that those import, as addresses on this server. A source that is not there is left out. */
  addressesOf(sources: readonly string[]): string[]
  /** The sources that a source loads only when they are needed. */
  loadedLaterBy(source: string): readonly string[]
}

declare module 'react-router' {
  interface AppLoadContext {
    services: Services
    /** The caller's address, as far as trusted proxies tell it. */
    address: string
    /** For the page's Content-Security-Policy. */
    nonce: string
    /** None in development. */
    builtScripts?: BuiltScripts | undefined
  }
}
