/** "Nuorten Ystävät ry" → "NY", "Haapavesi" → "HA": as little as tells organisations apart beside a name. */
export function initials(organisation: string): string {
  const words = organisation.split(/[\s\-–]+/).filter((word) => /^\p{Letter}/u.test(word) && word !== 'ry')
  const letters =
    words.length > 1
      ? words.slice(0, 3).map(firstLetter).join('')
      : [...(words[0] ?? '')].slice(0, 2).join('')
  return letters.toLocaleUpperCase('fi')
}

function firstLetter(word: string): string {
  return [...word][0] ?? ''
}
