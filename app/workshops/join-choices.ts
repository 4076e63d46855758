/** What a guest may choose beside the project's own organisations. */
export const otherOrganisation = 'other'
export const noOrganisation = 'none'

export function isChoice(value: string): boolean {
  return value === otherOrganisation || value === noOrganisation
}
