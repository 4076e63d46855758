import type { Mention, RemarkAuthor, Thread } from './content'

/** A call that is being written: what follows the @ so far, and where that stands in the text. */
export interface BegunCall {
  start: number
  query: string
}

const longestQuery = 40
export const mostOffered = 8

/** The call that the caret is in; undefined where there is none. An @ within a word is an address. */
export function callAt(words: string, caret: number): BegunCall | undefined {
  const before = words.slice(0, caret)
  const start = before.lastIndexOf('@')
  if (start < 0 || caret - start - 1 > longestQuery) return undefined
  if (start > 0 && /[\p{L}\p{N}]/u.test(before.charAt(start - 1))) return undefined
  const query = before.slice(start + 1)
  return /[\n@]/.test(query) ? undefined : { start, query }
}

/** Who is offered for what is written: names, or words of names, that begin so. */
export function offered(query: string, known: readonly Mention[]): Mention[] {
  const wanted = fold(query)
  return known
    .filter(({ name }) => fold(name).startsWith(wanted) || fold(name).split(/[\s-]+/).some((word) => word.startsWith(wanted)))
    .slice(0, mostOffered)
}

/** The text with the call filled in, and where the caret goes. */
export function withCall(words: string, { start }: BegunCall, caret: number, { name }: Mention) {
  const filled = `${words.slice(0, start)}@${name} `
  return { words: filled + words.slice(caret).replace(/^ /, ''), caret: filled.length }
}

/** Those one may call in a thread: whom the page knows, and who has spoken in it. */
export function knownIn(thread: Thread | undefined, mentionable: readonly Mention[]): Mention[] {
  const authors = (thread?.remarks ?? []).map(({ author }) => author)
  const spoken = authors.filter(({ key, name }) => key !== '' && name !== '').map(personOf)
  const known = new Map([...mentionable, ...spoken].map((one) => [`${one.kind} ${one.id}`, one]))
  return [...known.values()]
}

const personOf = ({ key, name }: RemarkAuthor): Mention => ({ kind: 'person', id: key, name })

const fold = (words: string) => words.toLocaleLowerCase('fi')

/** A text cut up into calls of those it mentions and what stands between. */
export function splitByCalls(words: string, mentions: readonly Mention[]): { text: string; isCall: boolean }[] {
  const names = mentions.map(({ name }) => `@${name}`).sort((one, other) => other.length - one.length)
  const parts: { text: string; isCall: boolean }[] = []
  let from = 0
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const name = at < from ? undefined : names.find((one) => fold(words.slice(at, at + one.length)) === fold(one))
    if (name === undefined) continue
    if (at > from) parts.push({ text: words.slice(from, at), isCall: false })
    parts.push({ text: words.slice(at, at + name.length), isCall: true })
    from = at + name.length
  }
  if (from < words.length) parts.push({ text: words.slice(from), isCall: false })
  return parts
}
