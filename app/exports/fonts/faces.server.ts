import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readGlyphs } from './font-tables'
import type { PrintFace } from './printable'

// Font files are resolved from the packages they come in, wherever this module is bundled to.
const { resolve } = createRequire(import.meta.url)

function inPackage(name: string, path: string): string {
  return join(dirname(resolve(`${name}/package.json`)), path)
}

function atkinson(folder: string): string {
  const file = `AtkinsonHyperlegibleNext_${folder}.ttf`
  return inPackage('@expo-google-fonts/atkinson-hyperlegible-next', join(folder, file))
}

/** The face of screens and documents alike. */
export const documentFace = 'Atkinson Hyperlegible Next'

/** In order: the document's face, then those that lend it the letters and signs it has not. */
export const families = [documentFace, 'DejaVu Sans', 'Noto Emoji'] as const

const facePaths = {
  regular: atkinson('400Regular'),
  italic: atkinson('400Regular_Italic'),
  semibold: atkinson('600SemiBold'),
  bold: atkinson('700Bold'),
  boldItalic: atkinson('700Bold_Italic'),
}

const lendingPaths = [
  inPackage('dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf'),
  inPackage('@expo-google-fonts/noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'),
]

/** Paths of all font files that documents and pictures are set in. No font of the machine is used. */
export const fontPaths: readonly string[] = [...Object.values(facePaths), ...lendingPaths]

export type Face = keyof typeof facePaths

export function readFace(face: Face): Buffer {
  return readFileSync(facePaths[face])
}

export interface WebFace {
  style: 'normal' | 'italic'
  /** WOFF2, all weights from 200 to 800. */
  data: Buffer
}

/** The document's face as browsers take it, for a web page that must carry it along. */
export function readWebFaces(): WebFace[] {
  return (['normal', 'italic'] as const).map((style) => ({
    style,
    data: readFileSync(
      inPackage(
        '@fontsource-variable/atkinson-hyperlegible-next',
        `files/atkinson-hyperlegible-next-latin-wght-${style}.woff2`,
      ),
    ),
  }))
}

let printFaces: readonly PrintFace[] | undefined

/** The faces in the order in which they are asked for a letter, each with what it covers in all its weights. */
export function readPrintFaces(): readonly PrintFace[] {
  printFaces ??= families.map((family, index) => {
    const paths = index === 0 ? Object.values(facePaths) : lendingPaths.slice(index - 1, index)
    const drawn = paths.map((path) => readGlyphs(readFileSync(path)))
    return { family, covers: (codePoint) => drawn.every((glyphs) => glyphs.has(codePoint)) }
  })
  return printFaces
}
