/** "Tarve syntyy; Ensikontakti; Seuranta": names may hold commas. */
export function listOf(names: readonly string[]): string {
  return names.join('; ')
}
