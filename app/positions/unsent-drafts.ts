import { keptFor, keptWords, type KeptWords } from '../sync/kept-words'

const of = 'positions.'

/** Where this device keeps what somebody writes about where their organisation stands on an agreement. */
export const draftsOf = (artefactId: string, asker: string): KeptWords => keptWords(`${of}${artefactId}`, asker)

/** The agreements of which this device keeps such words that the server has not confirmed. */
export function artefactsWithDrafts(asker: string): string[] {
  return keptFor(asker)
    .filter((kept) => kept.startsWith(of))
    .map((kept) => kept.slice(of.length))
}
