import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

/**
 * SHA-256 over the names and bytes of files and of everything in folders.
 * @param {string[]} sources relative to the project; those that do not exist count as absent.
 * @param {string[]} [except] relative paths left out with all they hold.
 */
export function fingerprint(sources, except = []) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(source, except)).sort()) {
    const bytes = readFileSync(path.join(root, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** @param {string} source @param {string[]} except @returns {string[]} */
function filesIn(source, except) {
  const absolute = path.join(root, source)
  if (except.includes(source) || !existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [source]
  return readdirSync(absolute).flatMap((name) => filesIn(path.posix.join(source, name), except))
}

/**
 * Makes something again only when what it is made from has changed since it was last made whole.
 * @param {{ stamp: string, from: string, make: () => Promise<void> }} work `stamp` is the file that remembers.
 * @returns {Promise<boolean>} whether it was made now.
 */
export async function whenChanged({ stamp, from, make }) {
  const file = path.join(root, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === from) return false
  rmSync(file, { force: true })
  await make()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, from)
  return true
}
