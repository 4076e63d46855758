import type { Migration } from '../../kind'

/** Raised together with a new entry of `migrations`. */
export const modelVersion = 1

/** One entry per raised version, in order: the same change to plain JSON and to a live document. */
export const migrations: Migration[] = []
