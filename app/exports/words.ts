import type { Language } from '../i18n/languages'
import en from './messages/en.json'
import fi from './messages/fi.json'
import sv from './messages/sv.json'

/** Every word that exports say by themselves, in one language. */
export type ExportWords = typeof fi

const words: Record<Language, ExportWords> = { fi, sv, en }

export function exportWords(language: Language): ExportWords {
  return words[language]
}

/** Puts values in the `{{places}}` of a message. The values are text: what they contain is not looked at again. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  )
}
