/**
 * The colours people are shown in: cursors, carets, selections. Each can be read with white words on it
 * (4.5:1 at least), and stands out from paper. Never the only sign of who it is: the name is always beside it.
 */
export const personColours = [
  '#1d4ed8',
  '#b91c1c',
  '#15803d',
  '#7e22ce',
  '#9a3412',
  '#0f766e',
  '#be185d',
  '#4d6b07',
  '#0369a1',
  '#854d0e',
  '#5b21b6',
  '#334155',
] as const

/** The least used of the colours, and among those the one that this participant gets everywhere if it can. */
export function colourFor(participantKey: string, used: readonly string[]): string {
  const counts = personColours.map((colour) => used.filter((other) => other === colour).length)
  const fewest = Math.min(...counts)
  let hash = 0
  for (const character of participantKey) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  for (let step = 0; step < personColours.length; step += 1) {
    const index = (hash + step) % personColours.length
    const colour = personColours[index]
    if (colour && counts[index] === fewest) return colour
  }
  return personColours[0]
}
