import type { AnyKind } from '../artefacts/registry'
import { VersionRefused } from './refusal'

/**
 * A stored content in today's form. `kindVersion` is the form it was stored in.
 * @throws VersionRefused `unreadable` for a form later than this build's, and for what its kind does not accept.
 */
export function readContent(kind: AnyKind, kindVersion: number, stored: unknown): unknown {
  if (kindVersion > kind.version) throw new VersionRefused('unreadable')
  try {
    const migrated = [...kind.migrations]
      .sort((one, other) => one.to - other.to)
      .filter(({ to }) => to > kindVersion)
      .reduce((content, migration) => migration.content(content), stored)
    return kind.content.parse(migrated)
  } catch (cause) {
    throw new VersionRefused('unreadable', { cause })
  }
}
