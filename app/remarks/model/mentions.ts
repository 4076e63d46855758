import { mostMentions, type Mention, type Remark, type Remarks, type Thread } from './content'

/** Somebody who may be called, as far as a mention can mean them. */
export interface Called {
  /** `user:ID` or `seat:ID`. */
  participantKey: string
  organisationId: string | null
}

/**
 * Who is called in words: those of `known` whose name stands there after an @. Of two names that begin alike the longer
 * is meant where it fits.
 */
export function mentionsIn(words: string, known: readonly Mention[]): Mention[] {
  const byLength = [...known].filter(({ name }) => name !== '').sort((one, other) => other.name.length - one.name.length)
  const found: Mention[] = []
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const rest = words.slice(at + 1).toLocaleLowerCase()
    const mention = byLength.find(({ name }) => beginsWith(rest, name.toLocaleLowerCase()))
    if (mention && !found.some(({ kind, id }) => kind === mention.kind && id === mention.id)) found.push(mention)
  }
  return found.slice(0, mostMentions)
}

/** Whether a remark calls somebody, or the organisation they speak for. */
export function calls({ mentions }: Remark, { participantKey, organisationId }: Called): boolean {
  return mentions.some(({ kind, id }) => id === (kind === 'person' ? participantKey : organisationId))
}

/** The open threads in which another calls somebody or their organisation, and they have said nothing since. */
export function waitingFor({ threads }: Remarks, called: Called): Thread[] {
  const isOwn = ({ author }: Remark) => author.key === called.participantKey
  return threads.filter(({ resolved, remarks }) => {
    const sinceOwn = remarks.slice(remarks.findLastIndex(isOwn) + 1)
    return !resolved && sinceOwn.some((remark) => calls(remark, called))
  })
}

function beginsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))
}
