/** Where the way back from a clause begins: the page of the decision that it came from. */
export const originAddress = (origin: string) => `/origins/${encodeURIComponent(origin)}`
