/** The largest file that is taken, in bytes. An agreement of a hundred pages with its pictures is some megabytes. */
export const largestFile = 15 * 1024 * 1024

/**
 * The most that may come of a file, in bytes of JSON: some five times an agreement of 300 clauses with 2,000 suggestions and
 * comments. The server takes it over on the thread on which it serves everybody else.
 */
export const largestOutcome = 4 * 1024 * 1024
