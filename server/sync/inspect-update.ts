import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { rootTypes } from '../../app/document/layout'
import { clientDeletions, encodedDeletions, type ClientDeletions } from './deleted-ranges'
import { clockOf, encodeStateVector, type StateVector } from './state-vector'

/** What an update would bring, told from its bytes and the room's state vector; the room's content is not needed. */
export type Verdict =
  | {
      sound: true
      /** Per client, the clock after its last struct. */
      ends: [client: number, clock: number][]
      deletions: ClientDeletions[]
      /** How many bytes at the end of the update, or of `trimmed`, hold the deletions; 0 when that cannot be told. */
      deletionBytes: number
      /** The update without structs that were known and without repetitions; absent when it has none of those. */
      trimmed?: Uint8Array
    }
  | { sound: false; reason: 'malformed' | 'unknown-root' | 'gap' }

type Struct = Y.Item | Y.GC | Y.Skip

interface ClientStructs {
  structs: Struct[]
  next: number
}

/**
 * SPEC R9–R11: decodes the update and checks that every client could integrate it at once, on top of
 * `known` — a gap would be parked for ever in every document that receives it.
 */
export function inspectUpdate(update: Uint8Array, known: StateVector): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return { sound: false, reason: 'malformed' }
  }
  const clients = new Map<number, ClientStructs>()
  for (const struct of decoded.structs) {
    if (!isBounded(struct.id.clock, struct.length)) return { sound: false, reason: 'malformed' }
    if (struct instanceof Y.Item && !fitsLayout(struct)) return { sound: false, reason: 'unknown-root' }
    const { client } = struct.id
    const found = clients.get(client)
    if (found) found.structs.push(struct)
    else clients.set(client, { structs: [struct], next: 0 })
  }
  // Yjs keeps only the last of several groups of one client, and would find the others missing.
  if (decoding.readVarUint(decoding.createDecoder(update)) !== clients.size) return { sound: false, reason: 'malformed' }
  const reached = integrate(clients, known)
  if (typeof reached === 'string') return { sound: false, reason: reached }

  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isBounded(clock, len)) return { sound: false, reason: 'malformed' }
      if (clock + len > (reached.get(client) ?? clockOf(known, client))) return { sound: false, reason: 'gap' }
    }
  }
  return { sound: true, ends: [...reached], ...withoutRepetitions(update, decoded, known) }
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** What is kept of a sound update: neither structs that are known, nor a deletion twice. */
function withoutRepetitions(update: Uint8Array, { structs, ds }: Decoded, known: StateVector) {
  const deletions = [...ds.clients]
    .map(([client, ranges]) => clientDeletions(client, ranges))
    .filter(({ starts }) => starts.length > 0)
  let trimmed = repeats(structs, known) ? Y.diffUpdate(update, encodeStateVector(known)) : undefined
  let deletionBytes = trailingBytes(trimmed ?? update, ds)
  if (deletionBytes === 0) {
    // Numbers written longer than they are: as Yjs writes them it can be told.
    trimmed = Y.diffUpdate(update, encodeStateVector(known))
    deletionBytes = trailingBytes(trimmed, ds)
  }
  const count = deletions.reduce((sum, { starts }) => sum + starts.length, 0)
  const countSent = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0)
  if (deletionBytes > 0 && count < countSent) {
    const shorter = withDeletions(trimmed ?? update, deletionBytes, deletions)
    deletionBytes += shorter.byteLength - (trimmed ?? update).byteLength
    trimmed = shorter
  }
  return { deletions, deletionBytes, trimmed }
}

/** The update with other deletions at its end, where `deletionBytes` hold them. */
export function withDeletions(
  update: Uint8Array,
  deletionBytes: number,
  deletions: readonly ClientDeletions[],
): Uint8Array {
  const encoded = encodedDeletions(deletions)
  const structBytes = update.byteLength - deletionBytes
  const result = new Uint8Array(structBytes + encoded.byteLength)
  result.set(update.subarray(0, structBytes))
  result.set(encoded, structBytes)
  return result
}

/** Some clients answer with everything they have. The room must not keep that again and again. */
function repeats(structs: readonly Struct[], known: StateVector): boolean {
  return structs.some(({ id }) => id.clock < clockOf(known, id.client))
}

function isBounded(clock: number, length: number): boolean {
  return length > 0 && Number.isSafeInteger(clock + length)
}

/** Roots are the known maps, and nothing but entries of theirs; documents within documents are nobody's. */
function fitsLayout({ parent, parentSub, content }: Y.Item): boolean {
  if (content instanceof Y.ContentDoc) return false
  if (typeof parent !== 'string') return true
  return parentSub !== null && (rootTypes as readonly string[]).includes(parent)
}

/** Goes the way that Yjs goes when it integrates, and says where each client then stands. */
function integrate(clients: Map<number, ClientStructs>, known: StateVector): Map<number, number> | 'malformed' | 'gap' {
  const reached = new Map<number, number>()
  const clock = (client: number) => reached.get(client) ?? clockOf(known, client)
  const waiting = new Set<number>()
  for (const start of clients.keys()) {
    const stack = [start]
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const stopped = advance(client, clients.get(client), clock, reached)
      if (stopped === 'done') {
        waiting.delete(client)
        stack.pop()
      } else if (typeof stopped === 'string') return stopped
      else {
        const needed = clients.get(stopped.needs)
        waiting.add(client)
        // Nothing that could fill it, or two that wait for each other.
        if (!needed || needed.next === needed.structs.length || waiting.has(stopped.needs)) return 'gap'
        stack.push(stopped.needs)
      }
    }
  }
  return reached
}

function advance(
  client: number,
  own: ClientStructs | undefined,
  clock: (client: number) => number,
  reached: Map<number, number>,
): 'done' | 'malformed' | 'gap' | { needs: number } {
  if (!own) return 'done'
  for (; own.next < own.structs.length; own.next += 1) {
    const struct = own.structs[own.next]
    if (!struct) break
    const state = clock(client)
    const end = struct.id.clock + struct.length
    if (end <= state) continue
    if (struct instanceof Y.Skip || struct.id.clock > state) return 'gap'
    if (struct instanceof Y.Item) {
      for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
        if (!(id instanceof Y.ID)) continue
        if (id.client === client) {
          if (id.clock >= struct.id.clock) return 'malformed'
        } else if (id.clock >= clock(id.client)) return { needs: id.client }
      }
    }
    reached.set(client, end)
  }
  return 'done'
}

function trailingBytes(update: Uint8Array, ds: Decoded['ds']): number {
  const clients = [...ds.clients].map(([client, ranges]) => ({
    client,
    starts: ranges.map(({ clock }) => clock),
    ends: ranges.map(({ clock, len }) => clock + len),
  }))
  // As it came, and as Yjs writes it.
  for (const order of [clients, [...clients].sort((one, other) => other.client - one.client)]) {
    const encoded = encodedDeletions(order)
    const start = update.byteLength - encoded.byteLength
    if (start > 0 && encoded.every((byte, index) => byte === update[start + index])) return encoded.byteLength
  }
  return 0
}
