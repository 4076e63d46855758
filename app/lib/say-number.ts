const locales: Record<'fi' | 'sv' | 'en', string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

/** A number as it is written in a language: "4,3". */
export function sayNumber(value: number, language: keyof typeof locales, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locales[language], digits).format(value)
}
