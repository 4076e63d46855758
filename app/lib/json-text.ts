import { z } from 'zod'

/** A text that holds JSON, checked by `schema`. What is no JSON is refused as what the schema refuses. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid' })
        return z.NEVER
      }
    })
    .pipe(schema as z.ZodType<z.output<Schema>>)
}
