// What a heading is called by its kind goes along as a bookmark, so that it is known when the file comes back. Word
// allows letters, digits and underscores, 40 at most, and no two of one name.

const present = 'tahto_'
/** Of a heading that is taken away here, and stands elsewhere too: it was moved. */
const former = 'tahtofrom_'

const longestName = 40

/** Undefined where a bookmark cannot hold it. */
export function clauseBookmark(id: string, where: 'present' | 'former'): string | undefined {
  const coded = id.replace(/_/g, '__').replace(/-/g, '_h')
  const name = (where === 'present' ? present : former) + coded
  return /^[A-Za-z0-9_-]+$/.test(id) && name.length <= longestName ? name : undefined
}

/** What a bookmark says of the heading it stands at; undefined for any other bookmark. */
export function readClauseBookmark(name: string): { id: string; where: 'present' | 'former' } | undefined {
  const where = name.startsWith(present) ? 'present' : name.startsWith(former) ? 'former' : undefined
  if (!where) return undefined
  const coded = name.slice((where === 'present' ? present : former).length)
  if (!/^(?:[A-Za-z0-9]|__|_h)+$/.test(coded)) return undefined
  return { id: coded.replace(/__|_h/g, (sign) => (sign === '__' ? '_' : '-')), where }
}

/** Of the annex that tells where parts came from: no part of its own when the file comes back. */
export const originAnnexId = 'tahto-origins'
