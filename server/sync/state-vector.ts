import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Per client, how many of its clock ticks are known: Yjs' state vector. */
export type StateVector = ReadonlyMap<number, number>

export function clockOf(vector: StateVector, client: number): number {
  return vector.get(client) ?? 0
}

/** In Yjs' own encoding. */
export function encodeStateVector(vector: StateVector): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, vector.size)
  for (const [client, clock] of vector) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}

/** @throws on bytes that are no state vector. */
export function decodeStateVector(bytes: Uint8Array): Map<number, number> {
  const decoder = decoding.createDecoder(bytes)
  const vector = new Map<number, number>()
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder)
    vector.set(client, decoding.readVarUint(decoder))
  }
  return vector
}

/** Whether everything in `part` is in `whole`. */
export function covers(whole: StateVector, part: StateVector): boolean {
  for (const [client, clock] of part) if (clockOf(whole, client) < clock) return false
  return true
}
