import { z } from 'zod'
import { compareParts, type Difference } from '../../versions/compare'
import type { Part } from '../../artefacts/kind'
import { canonicalJson } from '../../lib/canonical-json'

/** A clause, a note or a card that is another than it was at a party's yes, with its name now; without an id, the title. */
const askedPartSchema = z.object({ id: z.string(), name: z.string(), change: z.enum(['added', 'removed', 'changed']) })

export type AskedPart = z.infer<typeof askedPartSchema>

/**
 * What a party is asked about, settled when a version is proposed. Stored as JSON.
 * - `whole`: it has not approved anything before, or has decided otherwise since
 * - `changes`: what has changed since its yes. No parts: not the words, but formatting, an annex or the like
 * - `nothing`: the version says exactly what it has approved; its yes carries on, and it is not asked
 */
export const askedSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('whole') }),
  z.object({ of: z.literal('changes'), parts: z.array(askedPartSchema) }),
  z.object({ of: z.literal('nothing') }),
])

export type Asked = z.infer<typeof askedSchema>

/** One state of an artefact: what it says, and the same as parts. */
export interface ComparedVersion {
  title: string
  content: unknown
  parts: readonly Part[]
}

/** What whoever has said yes to `approved` is asked about `proposed`. Only what is the same to the letter is not asked. */
export function askedAfterYes(approved: ComparedVersion, proposed: ComparedVersion): Asked {
  if (sameState(approved, proposed)) return { of: 'nothing' }
  const { differences } = compareParts(approved.parts, proposed.parts)
  // The title is nobody's part: ids of parts are never empty.
  const title: AskedPart[] = approved.title === proposed.title ? [] : [{ id: '', name: proposed.title, change: 'changed' }]
  return { of: 'changes', parts: [...title, ...differences.map(askedPart)] }
}

const sameState = (one: ComparedVersion, other: ComparedVersion): boolean =>
  one.title === other.title && canonicalJson(one.content) === canonicalJson(other.content)

const askedPart = ({ change, part: { id, name } }: Difference): AskedPart => ({ id, name, change })

/** As it was stored; what cannot be read is asked about as a whole. */
export function readAsked(json: string): Asked {
  try {
    return askedSchema.catch({ of: 'whole' }).parse(JSON.parse(json))
  } catch {
    return { of: 'whole' }
  }
}
