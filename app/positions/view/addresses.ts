/** The agreement with a clause in sight, and the positions on it beside it. */
export const agreementAt = (artefactId: string, clause: string): string =>
  `/artefacts/${artefactId}?panel=positions&at=${encodeURIComponent(clause)}#place=${encodeURIComponent(clause)}`

/** The table of all positions, at a clause where one is named. */
export const tableAt = (artefactId: string, clause?: string): string =>
  `/artefacts/${artefactId}/positions${clause ? `#clause=${encodeURIComponent(clause)}` : ''}`

/** Which clause an address of the table is at. */
export const clauseIn = (hash: string): string | undefined => new URLSearchParams(hash.replace(/^#/, '')).get('clause') ?? undefined
