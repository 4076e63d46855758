/**
 * What the running server offers loaders and actions: types only, so that the app never imports the server.
 */
import type { PrismaClient } from '../prisma/generated/client'
import type { KindId } from './artefacts/registry'
import type { DocumentFormat, PictureFormat } from './exports/formats'
import type { FinalDocument } from './exports/tree'
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

/** Whose sockets to look at again. */
export type RightsChange =
  | { sessionTokenHash: string }
  | { userId: string }
  | { seatId: string }
  | { artefactId: string }
  | { workshopId: string }
  | { projectId: string }

/** The live rooms. Everything here goes through the same door as everyone's edits. */
export interface LiveArtefacts {
  /** Seeds a new artefact once, on disk before it answers. Throws when the room already holds something. */
  create(artefactId: string, kind: KindId, content: unknown): Promise<void>
  read(artefactId: string, kind: KindId): Promise<LiveContent>
  capture(artefactId: string, kind: KindId): Promise<CapturedState>
  /** A forward change to `content`, on disk before it answers. Edits made meanwhile stay in history. */
  restore(artefactId: string, kind: KindId, content: unknown): Promise<void>
  /** Re-checks open sockets: write lost is read-only at once, read lost is closed within 2 s. */
  rightsChanged(change: RightsChange): Promise<void>
  /** Who is in the room now. */
  people(artefactId: string): Person[]
}

/** Makes files in a worker, so that making them never delays anyone's edits. Rejects with `ExporterError`. */
export interface Exporter {
  render(format: DocumentFormat, document: FinalDocument): Promise<Uint8Array>
  /** An SVG made safe, or a PNG of it `width` pixels wide. */
  picture(svg: string, format: PictureFormat, width: number): Promise<Uint8Array>
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
  exporter: Exporter
  /** Milliseconds since the epoch; tests set it. */
  now(): number
}

declare module 'react-router' {
  interface AppLoadContext {
    services: Services
    /** The caller's address, as far as trusted proxies tell it. */
    address: string
    /** For the page's Content-Security-Policy. */
    nonce: string
  }
}
