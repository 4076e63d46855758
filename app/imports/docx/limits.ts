/** The largest file that is taken, in bytes. An agreement of a hundred pages with its pictures is some megabytes. */
export const largestFile = 15 * 1024 * 1024
