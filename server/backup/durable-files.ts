import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const CHUNK_BYTES = 1024 * 1024

/** Waits until a file's bytes, or a folder's list of names, are on the disk. */
export function syncToDisk(place: string): void {
  const descriptor = openSync(place, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export function copyDurably(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  copyFileSync(from, to)
  syncToDisk(to)
}

export function writeDurably(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 })
  syncToDisk(file)
}

/** SHA-256 of a file of any size, hexadecimal. */
export function fileHash(file: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, read))
    }
  } finally {
    closeSync(descriptor)
  }
  return hash.digest('hex')
}

/** Every file below a folder, as paths relative to it with slashes, sorted. Links are left out. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}

/** Waits for the names in a folder and in all that are below it. */
export function syncFoldersToDisk(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) syncFoldersToDisk(path.join(directory, entry.name))
  }
  syncToDisk(directory)
}
