import { z } from 'zod'

/** The languages of every screen and document, in the order they are offered. */
export const languages = ['fi', 'sv', 'en'] as const

export const languageSchema = z.enum(languages)

export type Language = z.infer<typeof languageSchema>

export const defaultLanguage: Language = 'fi'

/** Each language's own name for itself: never translated. */
export const languageNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
