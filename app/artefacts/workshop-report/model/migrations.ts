import type { Migration } from '../../kind'

/** The version that this code reads and writes. */
export const workshopReportVersion = 1

/** One entry for each version after the first, in order; each also mends live documents. */
export const workshopReportMigrations: Migration[] = []
