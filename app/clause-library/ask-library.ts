import { z } from 'zod'
import { offeredClausesSchema, type OfferedClauses } from './library-clause'

const addressOf = (artefactId: string) => `/artefacts/${artefactId}/clause-library`

/** What there is to insert; undefined where it cannot be fetched. Never rejects. */
export async function askForClauses(artefactId: string): Promise<OfferedClauses | undefined> {
  const answer = await fetch(addressOf(artefactId), { redirect: 'manual' }).catch(() => undefined)
  return answer?.ok ? offeredClausesSchema.safeParse(await answer.json().catch(() => undefined)).data : undefined
}

export type KeepAnswer =
  | { outcome: 'kept' }
  | { outcome: 'gone' | 'full' | 'too-long' }
  | { outcome: 'problems'; problems: Record<string, string> }
  | { outcome: 'failed' }

const refusalSchema = z.union([
  z.object({ problems: z.record(z.string(), z.string()) }),
  z.object({ notKept: z.enum(['gone', 'full', 'too-long']) }),
])

/** Keeps a clause of the agreement in the library. Never rejects. */
export async function keepInLibrary(artefactId: string, form: FormData): Promise<KeepAnswer> {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const body = new URLSearchParams(fields)
  const answer = await fetch(addressOf(artefactId), { method: 'POST', redirect: 'manual', body }).catch(() => undefined)
  if (answer?.ok) return { outcome: 'kept' }
  const read = refusalSchema.safeParse(await answer?.json().catch(() => undefined))
  if (!read.success) return { outcome: 'failed' }
  return 'notKept' in read.data ? { outcome: read.data.notKept } : { outcome: 'problems', problems: read.data.problems }
}
