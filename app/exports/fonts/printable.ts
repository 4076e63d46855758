/** A face that documents are set in. */
export interface PrintFace {
  family: string
  covers(codePoint: number): boolean
}

/** Stand where no face at hand has the letter: archival PDF forbids the empty box that fonts draw by themselves. */
const placeholders = ['□', '?']

// Joiners, soft hyphens and variation selectors shape their neighbours and need no glyph of their own.
const shaping = /\u00ad|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu

const usual = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026]*$/u

const graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' })

function faceOf(cluster: string, faces: readonly PrintFace[]): PrintFace | undefined {
  const drawn = [...cluster.replace(shaping, '')].map((character) => character.codePointAt(0) ?? 0)
  return faces.find(({ covers }) => drawn.every((codePoint) => codePoint < 0x20 || covers(codePoint)))
}

/** A letter with its marks as some face can draw it: all of it, the letter alone, or a placeholder. */
function settleCluster(cluster: string, faces: readonly PrintFace[]): { words: string; face: PrintFace | undefined } {
  const [base = ''] = cluster
  for (const words of [cluster, base, ...placeholders]) {
    const face = faceOf(words, faces)
    if (face && words.replace(shaping, '') !== '') return { words, face }
  }
  return { words: '', face: undefined }
}

/**
 * Words taken apart by the face that draws them, with placeholders for what none can. Runs in the first face have no
 * `family`: it is the one that stands anyway.
 */
export function byFace(words: string, faces: readonly PrintFace[]): { words: string; family?: string }[] {
  if (usual.test(words)) return [{ words }]
  const runs: { words: string; family?: string }[] = []
  for (const { segment } of graphemes.segment(words)) {
    const settled = settleCluster(segment, faces)
    const family = settled.face === faces[0] ? undefined : settled.face?.family
    const last = runs.at(-1)
    if (last && last.family === family) last.words += settled.words
    else runs.push({ words: settled.words, ...(family ? { family } : {}) })
  }
  return runs
}

/** The words with every letter that no face can draw replaced. */
export function printable(words: string, faces: readonly PrintFace[]): string {
  return usual.test(words)
    ? words
    : byFace(words, faces)
        .map((run) => run.words)
        .join('')
}
