/**
 * What a page keeps on this device until the server has it, beside the copies of rooms: a position, a ballot. Its name ends
 * with whose it is, so that it goes when they sign out.
 */
export interface KeptWords {
  /** Null where nothing is kept, also where the browser keeps nothing. */
  read(): string | null
  keep(words: string): void
  forget(): void
}

const prefix = 'tahto.'

/** `of`: what it is and of what, such as `ballot.STEP`. `participant`: `user:ID` or `seat:ID`. */
export function keptWords(of: string, participant: string): KeptWords {
  const name = `${prefix}${of}.${participant}`
  return {
    read: () => withStorage((storage) => storage.getItem(name)) ?? null,
    keep: (words) => withStorage((storage) => storage.setItem(name, words)),
    forget: () => withStorage((storage) => storage.removeItem(name)),
  }
}

/** Of what something is kept for somebody, as it was given to `keptWords`. */
export function keptFor(participant: string): string[] {
  const end = `.${participant}`
  const names = withStorage((storage) => Object.keys(storage)) ?? []
  return names
    .filter((name) => name.startsWith(prefix) && name.endsWith(end))
    .map((name) => name.slice(prefix.length, -end.length))
}

export function forgetKeptWords(participant: string): void {
  for (const of of keptFor(participant)) keptWords(of, participant).forget()
}

function withStorage<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}
