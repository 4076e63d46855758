import { z } from 'zod'
import { plainLine, plainText } from '../lib/plain-text'
import { problem } from './form-problem'

/** One line of words: cleaned, not empty, at most `longest` characters. */
export function lineField(longest: number) {
  return z
    .string(problem('invalid'))
    .transform(plainLine)
    .pipe(z.string().min(1, problem('missing')).max(longest, problem('tooLong')))
}

/** One line of words that may be left out: then an empty text. */
export function optionalLineField(longest: number) {
  return z
    .string(problem('invalid'))
    .default('')
    .transform(plainLine)
    .pipe(z.string().max(longest, problem('tooLong')))
}

/** Several lines of words that may be left out: then an empty text. */
export function textField(longest: number) {
  return z
    .string(problem('invalid'))
    .default('')
    .transform((value) => plainText(value).trim())
    .pipe(z.string().max(longest, problem('tooLong')))
}

export const emailField = z
  .string(problem('invalid'))
  .transform((value) => plainLine(value).toLowerCase())
  .pipe(
    z
      .string()
      .min(1, problem('missing'))
      .max(254, problem('tooLong'))
      .regex(z.regexes.html5Email, problem('notAnEmail')),
  )

export const shortestPassword = 12

/** A new password: long rather than complicated. */
export const newPasswordField = z
  .string(problem('invalid'))
  .min(1, problem('missing'))
  .min(shortestPassword, problem('passwordTooShort'))
  .max(200, problem('tooLong'))
  .refine((password) => new Set(password.toLowerCase()).size >= 5, problem('passwordTooPlain'))

/** A password as somebody signs in with it. */
export const givenPasswordField = z
  .string(problem('invalid'))
  .min(1, problem('missing'))
  .max(200, problem('tooLong'))

/** A box that is ticked or not. */
export const tickField = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** Fields of one name, however many there are, at most `most`. */
export function listField<Item extends z.ZodType>(item: Item, most: number) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, problem('tooMany')),
  )
}
