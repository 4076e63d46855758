import { canonicalJson } from '../lib/canonical-json'

/** A version, or the present state, as another system reads it. */
export interface ContentExport {
  /** The kind's stored id and the version of its content's shape. */
  kind: string
  kindVersion: number
  title: string
  project: string
  /** Absent for the present state. */
  version?: { number: number; name: string; note: string }
  /** When the version was taken, or the present state read. */
  takenAt: Date
  /** SHA-256 of the canonical JSON of `content`, hexadecimal. */
  hash: string
  content: unknown
}

/** Canonical JSON (UTF-8, sorted keys), so that anyone can check `hash` against `content`. */
export function writeJson(exported: ContentExport): Uint8Array {
  const { kind, kindVersion, title, project, version, takenAt, hash, content } = exported
  return new TextEncoder().encode(
    canonicalJson({
      format: 'tahto/1',
      kind,
      kindVersion,
      title,
      project,
      version: version ?? null,
      takenAt: takenAt.toISOString(),
      hash,
      content,
    }),
  )
}
