import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json'

/** SHA-256 of the content's canonical JSON, as 64 hexadecimal digits. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}
