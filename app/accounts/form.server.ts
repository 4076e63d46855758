import type { z } from 'zod'
import { boundedBody } from './bounded-body.server'
import { isFieldProblem, type FieldProblem, type FormProblems } from './form-problem'

const mostBytes = 256 * 1024
const mostFields = 500

export type ReadForm<Value> = { ok: true; value: Value } | ({ ok: false } & FormProblems)

/**
 * Reads a posted form: bounded before it is parsed, texts only, checked by `schema`. What a person can mend
 * comes back as problems beside the fields; what no page of ours posts is a 400 or 413 Response, thrown.
 */
export async function readForm<Value>(
  request: Request,
  schema: z.ZodType<Value>,
  limit = mostBytes,
): Promise<ReadForm<Value>> {
  return checked(fieldsOf(await parsedForm(request, limit)), schema)
}

function checked<Value>(fields: Fields, schema: z.ZodType<Value>): ReadForm<Value> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems: Record<string, FieldProblem> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    problems[field] ??= isFieldProblem(issue.message) ? issue.message : 'invalid'
  }
  return { ok: false, values: shownAgain(fields), problems }
}

/**
 * The same for a form that one file may come with, of at most `mostFileBytes`, in the field `fileField`. The file is as
 * it came: whoever takes it looks into it.
 */
export async function readFormWithFile<Value>(
  request: Request,
  schema: z.ZodType<Value>,
  { fileField, mostFileBytes }: { fileField: string; mostFileBytes: number },
): Promise<{ form: ReadForm<Value>; file: File | undefined }> {
  const posted = await parsedForm(request, mostBytes + mostFileBytes)
  const files = posted.getAll(fileField)
  posted.delete(fileField)
  const [file] = files
  if (files.length > 1 || typeof file === 'string') throw new Response(null, { status: 400 })
  return { form: checked(fieldsOf(posted), schema), file }
}

/** The same answer for a problem that only the database could tell. */
export function refusedField(value: object, field: string, problem: FieldProblem): FormProblems {
  return { values: shownAgain(value), problems: { [field]: problem } }
}

type Fields = Record<string, string | string[]>

function fieldsOf(form: FormData): Fields {
  const fields: Fields = Object.create(null) as Fields
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (count > mostFields || name === '' || typeof value !== 'string')
      throw new Response(null, { status: 400 })
    const before = fields[name]
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return fields
}

async function parsedForm(request: Request, limit: number): Promise<FormData> {
  const bytes = await boundedBody(request, limit)
  try {
    const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded'
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Response(null, { status: 400 })
  }
}

const longestShownAgain = 10_000

function shownAgain(fields: object): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && !/password/i.test(name)) values[name] = value.slice(0, longestShownAgain)
  }
  return values
}
