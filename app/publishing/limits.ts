/** In characters: why a page was withdrawn. */
export const longestWithdrawal = 1_000
