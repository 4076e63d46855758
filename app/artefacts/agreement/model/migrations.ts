import type { Migration } from '../../kind'

/** How content of an older version of this kind becomes content of the next; version 1 has nothing before it. */
export const migrations: Migration[] = []
