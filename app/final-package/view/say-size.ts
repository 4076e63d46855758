import type { Language } from '../../i18n/languages'

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** "2,4 Mt", "2.4 MB": how much a file takes, in millions of bytes. */
export function saySize(bytes: number, language: Language): string {
  const digits = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1, minimumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locales[language], digits).format(bytes / 1_000_000)
}
