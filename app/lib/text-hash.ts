import { digest } from 'lib0/hash/sha256'
import { canonicalJson } from './canonical-json'

/**
 * SHA-256 of a text, as 64 hexadecimal digits: in a browser at once, and the same as `contentHash` of the text on the
 * server.
 */
export function textHash(text: string): string {
  const bytes = digest(new TextEncoder().encode(canonicalJson(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
