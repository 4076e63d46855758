/**
 * Why something with a version could not be done.
 * - `not-found`: no such artefact or version
 * - `not-allowed`: the person may not
 * - `locked`: nobody may while the artefact is locked
 * - `unreadable`: a later build wrote it, or it is damaged
 * - `failed`: the live room did not do it now; nothing has changed
 */
export type VersionRefusal = 'not-found' | 'not-allowed' | 'locked' | 'unreadable' | 'failed'

export class VersionRefused extends Error {
  override name = 'VersionRefused'

  constructor(
    readonly reason: VersionRefusal,
    options?: ErrorOptions,
  ) {
    super(`Version: ${reason}`, options)
  }
}

/** In characters. */
export const longestVersionName = 120
export const longestVersionNote = 2_000
