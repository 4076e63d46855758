import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What one client's items lost: sorted, apart from each other, and cut into the starts and, at the same index, the
 * ends. As typed arrays, because a thread hands over a million of them as bytes and a million objects in seconds.
 */
export interface ClientDeletions {
  client: number
  starts: Float64Array
  ends: Float64Array
}

export interface DeletedRange {
  client: number
  clock: number
  length: number
}

/** As in `ClientDeletions`, to be grown. */
interface Ranges {
  starts: number[]
  ends: number[]
}

type Sorted = Ranges | Pick<ClientDeletions, 'starts' | 'ends'>

/**
 * What has been deleted in a document. A state vector does not tell it, and Yjs sends its whole delete set with
 * each sync: without this, every client that comes back would add all of it to the log again.
 */
export class DeletedRanges {
  private readonly clients = new Map<number, Ranges>()

  /** @throws on bytes that `encode` did not make. */
  static decode(bytes: Uint8Array): DeletedRanges {
    const deleted = new DeletedRanges()
    const decoder = decoding.createDecoder(bytes)
    const clientCount = decoding.readVarUint(decoder)
    for (let index = 0; index < clientCount; index += 1) {
      const client = decoding.readVarUint(decoder)
      const read = new RangeList()
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const clock = decoding.readVarUint(decoder)
        read.push(clock, clock + decoding.readVarUint(decoder))
      }
      deleted.clients.set(client, united(deleted.clients.get(client), read.sorted()))
    }
    return deleted
  }

  /** In Yjs' own encoding of a delete set. */
  encode(): Uint8Array {
    return encodedDeletions([...this.clients].map(([client, ranges]) => ({ client, ...ranges })))
  }

  all(): DeletedRange[] {
    return [...this.clients].flatMap(([client, { starts, ends }]) =>
      starts.map((clock, index) => ({ client, clock, length: (ends[index] ?? clock) - clock })),
    )
  }

  /** Those that are not all in here already; the same list when that is all of them. */
  missing(deletions: readonly ClientDeletions[]): readonly ClientDeletions[] {
    const fresh = deletions.map((given) => withoutCovered(given, this.clients.get(given.client)))
    if (fresh.every((one, index) => one === deletions[index])) return deletions
    return fresh.filter(({ starts }) => starts.length > 0)
  }

  add(deletions: readonly ClientDeletions[]): void {
    for (const { client, ...fresh } of deletions) {
      const present = this.clients.get(client)
      if (present && fresh.starts.length <= FEW) {
        fresh.starts.forEach((start, index) => insert(present, start, fresh.ends[index] ?? start))
      } else this.clients.set(client, united(present, fresh))
    }
  }

  addAll(others: DeletedRanges): void {
    for (const [client, ranges] of others.clients) this.clients.set(client, united(this.clients.get(client), ranges))
  }
}

/** Up to so many are inserted one by one; more are united in one pass, so that no update costs its square. */
const FEW = 16

/** Ranges as they come, to be put in order. */
class RangeList {
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private inOrder = true

  push(start: number, end: number): void {
    if (start <= (this.ends.at(-1) ?? -1)) this.inOrder = false
    this.starts.push(start)
    this.ends.push(end)
  }

  sorted(): Ranges {
    const { starts, ends } = this
    if (this.inOrder) return { starts, ends }
    const order = Uint32Array.from(starts.keys()).sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0))
    const result: Ranges = { starts: [], ends: [] }
    for (const index of order) append(result, starts[index] ?? 0, ends[index] ?? 0)
    return result
  }
}

/** Puts a range that starts at or after the last one behind it, or into it. */
function append({ starts, ends }: Ranges, start: number, end: number): void {
  const last = ends.length - 1
  const lastEnd = ends[last]
  if (lastEnd !== undefined && start <= lastEnd) ends[last] = Math.max(lastEnd, end)
  else {
    starts.push(start)
    ends.push(end)
  }
}

function united(one: Sorted | undefined, other: Sorted): Ranges {
  if (!one) return { starts: Array.from(other.starts), ends: Array.from(other.ends) }
  const result: Ranges = { starts: [], ends: [] }
  let mine = 0
  let theirs = 0
  for (;;) {
    const myStart = one.starts[mine] ?? Infinity
    const theirStart = other.starts[theirs] ?? Infinity
    if (myStart === Infinity && theirStart === Infinity) return result
    if (myStart <= theirStart) append(result, myStart, one.ends[mine++] ?? myStart)
    else append(result, theirStart, other.ends[theirs++] ?? theirStart)
  }
}

/** The same object when nothing of it is covered. */
function withoutCovered(given: ClientDeletions, present: Ranges | undefined): ClientDeletions {
  if (!present) return given
  const kept: number[] = []
  let at = given.starts.length <= FEW ? -1 : 0
  given.starts.forEach((start, index) => {
    const end = given.ends[index] ?? start
    if (at < 0) at = firstEndAtOrAfter(present, end)
    while ((present.ends[at] ?? Infinity) < end) at += 1
    if ((present.starts[at] ?? Infinity) > start) kept.push(index)
  })
  if (kept.length === given.starts.length) return given
  return {
    client: given.client,
    starts: Float64Array.from(kept, (index) => given.starts[index] ?? 0),
    ends: Float64Array.from(kept, (index) => given.ends[index] ?? 0),
  }
}

function insert({ starts, ends }: Ranges, newStart: number, newEnd: number): void {
  let start = newStart
  let end = newEnd
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
export function encodedDeletions(clients: readonly (Sorted & { client: number })[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.length)
  for (const { client, starts, ends } of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, starts.length)
    for (let index = 0; index < starts.length; index += 1) {
      const start = starts[index] ?? 0
      encoding.writeVarUint(encoder, start)
      encoding.writeVarUint(encoder, (ends[index] ?? start) - start)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** The deletions of one client as they stand in an update, in any order, put in order. */
export function clientDeletions(client: number, ranges: Iterable<{ clock: number; len: number }>): ClientDeletions {
  const list = new RangeList()
  for (const { clock, len } of ranges) list.push(clock, clock + len)
  const { starts, ends } = list.sorted()
  return { client, starts: Float64Array.from(starts), ends: Float64Array.from(ends) }
}
