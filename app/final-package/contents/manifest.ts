import { canonicalJson } from '../../lib/canonical-json'

/** One file of a package. `path` is below the package's folder, with `/` between. */
export interface PackageFile {
  path: string
  /** What is in it, in the package's language. */
  title: string
  bytes: Uint8Array
}

export interface ManifestEntry {
  path: string
  title: string
  size: number
  /** Hexadecimal. */
  sha256: string
}

export interface Manifest {
  format: 'tahto-package/1'
  /** "Kumppanuussopimus, versio 3 – Lausuntokierros" */
  name: string
  /** Of the version that the package is of: what the records bind to. */
  versionHash: string
  final: boolean
  /** In the order of their paths. */
  files: ManifestEntry[]
}

export function manifestJson(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(manifest)}\n`)
}

/** As `sha256sum --check` reads it: a hash, two spaces, a path, one a line. */
export function manifestText(entries: readonly Pick<ManifestEntry, 'path' | 'sha256'>[]): Uint8Array {
  return new TextEncoder().encode(entries.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
}
