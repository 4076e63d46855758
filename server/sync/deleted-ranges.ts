import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface DeletedRange {
  client: number
  clock: number
  length: number
}

/** Sorted, apart from each other: the starts and, at the same index, the ends. */
interface Ranges {
  starts: number[]
  ends: number[]
}

/** One client's part of a delete set. */
export type ClientRanges = [client: number, ranges: { clock: number; length: number }[]]

/**
 * What has been deleted in a document. A state vector does not tell it, and Yjs sends its whole delete set with
 * each sync: without this, every client that comes back would add all of it to the log again.
 */
export class DeletedRanges {
  private readonly clients = new Map<number, Ranges>()

  /** @throws on bytes that `encode` did not make. */
  static decode(bytes: Uint8Array): DeletedRanges {
    const ranges: DeletedRange[] = []
    const decoder = decoding.createDecoder(bytes)
    const clientCount = decoding.readVarUint(decoder)
    for (let index = 0; index < clientCount; index += 1) {
      const client = decoding.readVarUint(decoder)
      const rangeCount = decoding.readVarUint(decoder)
      for (let range = 0; range < rangeCount; range += 1) {
        const clock = decoding.readVarUint(decoder)
        ranges.push({ client, clock, length: decoding.readVarUint(decoder) })
      }
    }
    const deleted = new DeletedRanges()
    deleted.add(ranges)
    return deleted
  }

  /** In Yjs' own encoding of a delete set. */
  encode(): Uint8Array {
    return encodedDeletions(byClient(this.all()))
  }

  all(): DeletedRange[] {
    return [...this.clients].flatMap(([client, { starts, ends }]) =>
      starts.map((clock, index) => ({ client, clock, length: (ends[index] ?? clock) - clock })),
    )
  }

  covers({ client, clock, length }: DeletedRange): boolean {
    const ranges = this.clients.get(client)
    if (!ranges) return false
    const index = firstEndAtOrAfter(ranges, clock + length)
    return (ranges.starts[index] ?? Infinity) <= clock
  }

  add(ranges: readonly DeletedRange[]): void {
    for (const [client, fresh] of byClient(ranges)) {
      const present = this.clients.get(client)
      if (present && fresh.length <= FEW) for (const { clock, length } of fresh) insert(present, clock, length)
      else this.clients.set(client, merged(present, fresh))
    }
  }
}

/** Up to so many are inserted one by one; more are merged in one pass, so that no update costs its square. */
const FEW = 16

function insert({ starts, ends }: Ranges, clock: number, length: number): void {
  let start = clock
  let end = clock + length
  const from = firstEndAtOrAfter({ starts, ends }, start)
  let to = from
  for (; to < starts.length; to += 1) {
    const nextStart = starts[to] ?? Infinity
    if (nextStart > end) break
    start = Math.min(start, nextStart)
    end = Math.max(end, ends[to] ?? end)
  }
  starts.splice(from, to - from, start)
  ends.splice(from, to - from, end)
}

function merged(present: Ranges | undefined, fresh: { clock: number; length: number }[]): Ranges {
  const all = fresh.map(({ clock, length }) => ({ start: clock, end: clock + length }))
  present?.starts.forEach((start, index) => all.push({ start, end: present.ends[index] ?? start }))
  all.sort((one, other) => one.start - other.start)
  const result: Ranges = { starts: [], ends: [] }
  for (const { start, end } of all) {
    const last = result.ends.length - 1
    const lastEnd = result.ends[last]
    if (lastEnd !== undefined && start <= lastEnd) result.ends[last] = Math.max(lastEnd, end)
    else {
      result.starts.push(start)
      result.ends.push(end)
    }
  }
  return result
}

function firstEndAtOrAfter({ ends }: Ranges, clock: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? Infinity) < clock) low = middle + 1
    else high = middle
  }
  return low
}

/** A Yjs delete set as it stands at the end of an update (format 1). */
export function encodedDeletions(clients: readonly ClientRanges[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.length)
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** The ranges of one update, by client, in the order given. */
export function byClient(ranges: readonly DeletedRange[]): ClientRanges[] {
  const clients = new Map<number, { clock: number; length: number }[]>()
  for (const { client, clock, length } of ranges) {
    const found = clients.get(client)
    if (found) found.push({ clock, length })
    else clients.set(client, [{ clock, length }])
  }
  return [...clients]
}
