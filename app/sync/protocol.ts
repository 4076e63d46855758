import { createDecoder, readVarUint } from 'lib0/decoding'
import { z } from 'zod'
import { undoneSchema } from '../artefacts/edit-rule'

/** The wire, as server/sync/SPEC.md describes it (P4, P12). Stock clients know the first four types only. */
export const messageSync = 0
export const messageAwareness = 1
export const messageReceipt = 8
export const messageNotice = 9

/** Opaque to the browser: it only gives them back. */
const token = z.union([z.string().max(400), z.number()]).transform(String)

const size = { bytes: z.number(), limit: z.number() }

export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('right'), right: z.enum(['edit', 'comment', 'see']) }),
  z.object({ kind: z.literal('epoch'), epoch: token }),
  z.object({ kind: z.literal('you'), participant: token }),
  z.object({ kind: z.literal('position'), position: token }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('cannot-save') }),
  z.object({ kind: z.literal('saved-again') }),
  z.object({ kind: z.literal('document-large'), ...size }),
  z.object({ kind: z.literal('document-full'), ...size }),
  z.object({ kind: z.literal('document-fits') }),
  z.object({ kind: z.literal('damaged') }),
  z.object({ kind: z.literal('page-changed') }),
  z.object({ kind: z.literal('workshop'), state: z.unknown() }),
  z.object({ kind: z.literal('undone'), what: z.array(undoneSchema.catch('edit')).max(20) }),
  z.object({ kind: z.literal('restarting') }),
  z.object({ kind: z.literal('reload-needed') }),
  z.object({ kind: z.literal('closing'), code: z.number(), reason: z.string() }),
])

export type Notice = z.infer<typeof noticeSchema>

/** The notice in a message; undefined for kinds that this build does not know (P12), and for what is no notice. */
export function readNotice(json: string): Notice | undefined {
  try {
    return noticeSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** What a message that the browser is about to send carries: all that the server lacks, one edit, or neither. */
export type Carries = 'whole' | 'edit' | 'nothing'

export function carries(message: Uint8Array): Carries {
  // Type and subtype are varuints below 128: one byte each.
  if (message[0] !== messageSync) return 'nothing'
  return message[1] === 1 ? 'whole' : message[1] === 2 ? 'edit' : 'nothing'
}

/** Whether an awareness message tells where this browser's own person is, and of nobody else. */
export function tellsOnlyOf(clientId: number, message: Uint8Array): boolean {
  const decoder = createDecoder(message)
  readVarUint(decoder) // the message's type
  readVarUint(decoder) // the length of what follows
  return readVarUint(decoder) === 1 && readVarUint(decoder) === clientId
}
