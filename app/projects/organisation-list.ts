import { plainLine } from '../lib/plain-text'

export const longestOrganisationName = 120
export const mostOrganisations = 200

/**
 * The names in a text of one a line, as typed or pasted: list marks and empty lines are left out, and a name
 * that comes twice comes once.
 */
export function readNameList(text: string): string[] {
  const names = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => plainLine(line.replace(/^\s*(?:[-–—•*·]|\d{1,3}[.)])\s+/, '')).replace(/[;,]$/, ''))
    .filter((name) => name !== '')
    .map((name) => name.slice(0, longestOrganisationName))
  return [...new Set(names)].slice(0, mostOrganisations)
}
