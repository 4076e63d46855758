/** When an organisation last said something about an artefact, and on which version where that is known. */
export interface LastWords {
  organisationId: string
  at: Date
  /** Of a recorded decision. What was said of the text as it stood was said of the newest version then. */
  versionNumber?: number
}

/**
 * By organisation: number of the version that it last approved or commented on, whichever it did last. An organisation
 * that has said nothing, or only before there was a version, is left out.
 */
export function knownVersions(
  said: readonly LastWords[],
  versions: readonly { number: number; takenAt: Date }[],
): Map<string, number> {
  const known = new Map<string, number>()
  for (const [organisationId, words] of newestOf(said)) {
    const number = words.versionNumber ?? newestAt(words.at, versions)
    if (number !== undefined) known.set(organisationId, number)
  }
  return known
}

function newestOf(said: readonly LastWords[]): Map<string, LastWords> {
  const newest = new Map<string, LastWords>()
  for (const words of said) {
    const before = newest.get(words.organisationId)
    if (!before || before.at < words.at) newest.set(words.organisationId, words)
  }
  return newest
}

function newestAt(at: Date, versions: readonly { number: number; takenAt: Date }[]): number | undefined {
  const numbers = versions.filter(({ takenAt }) => takenAt <= at).map(({ number }) => number)
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}
