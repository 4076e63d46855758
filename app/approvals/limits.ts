/** In characters. */
export const longestBody = 160
export const longestSection = 40
export const longestDecisionWords = 10_000
export const longestCirculationWords = 4_000

/** Of an attached extract of the minutes. */
export const mostExtractBytes = 10 * 1024 * 1024
