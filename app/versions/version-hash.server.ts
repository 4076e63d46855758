import { contentHash } from '../lib/content-hash.server'

/** All that a version's hash stands for: what it is, in which form, what it was called, and every word of it. */
export interface Hashed {
  kind: string
  kindVersion: number
  title: string
  content: unknown
}

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits: docs/decisions/version-is-state-json-hash.md. */
export function versionHash({ kind, kindVersion, title, content }: Hashed): string {
  return contentHash({ kind, kindVersion, title, content })
}
