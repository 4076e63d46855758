import { z } from 'zod'

/** What can be wrong with a field; each has its words in messages/*.json under `field`. */
export const fieldProblems = [
  'missing',
  'tooLong',
  'tooShort',
  'tooMany',
  'invalid',
  'notAnEmail',
  'passwordTooShort',
  'passwordTooPlain',
  'passwordsDiffer',
  'wrongPassword',
  'tooManyTries',
  'emailTaken',
  'notADate',
  'endsBeforeStart',
  'notMinutes',
  'nameTaken',
  'notAnOption',
  'inTheFuture',
  'inThePast',
  'beforeVersion',
  'noneChosen',
  'notALink',
  'notAPdf',
  'fileTooLarge',
] as const

export type FieldProblem = (typeof fieldProblems)[number]

/** What a form's action answers when something in it has to be mended. Secrets are never sent back. */
export interface FormProblems {
  values: Record<string, string>
  problems: Record<string, FieldProblem>
}

export function isFieldProblem(value: string): value is FieldProblem {
  return fieldProblems.some((problem) => problem === value)
}

/** Says a problem's code as the issue's message, which `readForm` reads. */
export function problem(code: FieldProblem): { message: FieldProblem } {
  return { message: code }
}

/** Refuses one field from within a domain function, after the form itself was in order. */
export class FieldRefused extends Error {
  override name = 'FieldRefused'

  constructor(
    readonly field: string,
    readonly code: FieldProblem,
  ) {
    super(`${field}: ${code}`)
  }
}

/** An id of our own making (app/lib/id.ts). Parsed before every query: Prisma reads `undefined` as "any". */
export const idSchema = z.string().regex(/^[0-9a-z]{16}$/, 'notAnOption')
