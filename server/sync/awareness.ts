import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'

/** One client's entry of an awareness update. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  /** JSON; `null` says that the client is gone. */
  json: string
}

/** A clock or an id beyond this is nobody's: Yjs' client ids have 32 bits, and clocks count seconds at most. */
const LARGEST = 2 ** 32

/**
 * The entries that `wanted` chooses by their id; the JSON of the others is skipped unread. A stock client sends
 * on what it hears of all others, so most entries are not its own.
 * @throws on bytes that are no awareness update.
 */
export function readAwareness(
  update: Uint8Array,
  longest: number,
  wanted: (clientId: number) => boolean,
): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update)
  const entries: AwarenessEntry[] = []
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    const usable = bytes.byteLength <= longest && clientId < LARGEST && clock < LARGEST
    if (usable && wanted(clientId)) entries.push({ clientId, clock, json: new TextDecoder().decode(bytes) })
  }
  return entries
}

/** An entry as it stands in an update, to be put together with others without being encoded again. */
export function encodeEntry({ clientId, clock, json }: AwarenessEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, json)
  return encoding.toUint8Array(encoder)
}

export function awarenessUpdate(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) encoding.writeUint8Array(encoder, entry)
  return encoding.toUint8Array(encoder)
}

const stateSchema = z.record(z.string(), z.unknown())

/** A state as sent, or undefined when it is no JSON object. */
export function parseState(json: string): Record<string, unknown> | undefined {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
