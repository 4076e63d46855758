import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inDataDirectory } from './data-directory'

const LEAST_LENGTH = 32
/** 32 random hexadecimal digits have fewer than this many different ones about once in 25 million. */
const LEAST_VARIETY = 8
const WELL_KNOWN = /change.?me|change.?this|secret|password|passw0rd|salasana|example|default|insecure|keyboard.?cat/i

/** Why a secret must not sign sessions in production, as the end of a sentence; null when it may. */
export function secretWeakness(secret: string): string | null {
  if (secret === '') return 'is missing, and production needs it'
  if (secret.length < LEAST_LENGTH) return `is too short: at least ${LEAST_LENGTH} characters are needed`
  if (WELL_KNOWN.test(secret)) return 'looks like a well-known default'
  if (hasLittleVariety(secret)) return 'has too little variety to be random'
  return null
}

function hasLittleVariety(secret: string): boolean {
  const codes = [...secret].map((character) => character.charCodeAt(0))
  // A run like abcdef… has many characters but hardly any different steps between them.
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return new Set(codes).size < LEAST_VARIETY || new Set(steps).size < LEAST_VARIETY || repeatsItself(secret)
}

function repeatsItself(secret: string): boolean {
  // A text that is a repetition is found in its own double, before the place where the second copy begins.
  return (secret + secret).indexOf(secret, 1) < secret.length
}

/** The secret of this data directory, made at random when there is none yet; only its owner can read the file. */
export function keptSecret(dataDirectory: string): string {
  const file = path.join(dataDirectory, inDataDirectory.sessionSecret)
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= LEAST_LENGTH) return secret
  throw new Error(`${file} is damaged. Delete it: a new one is made, and everybody has to sign in again.`)
}
