import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function run(tool: string, pdf: Uint8Array, options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tahto-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    const output = tool === 'pdftotext' ? ['-'] : []
    return execFileSync(tool, [...options, file, ...output], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 50_000_000,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Title, pages and the like. */
export const pdfFacts = (pdf: Uint8Array): string => run('pdfinfo', pdf, [])

/** The XMP metadata, where a file says which standard it keeps. */
export const pdfMetadata = (pdf: Uint8Array): string => run('pdfinfo', pdf, ['-meta'])

/** The tags, with the words under them. */
export const pdfTags = (pdf: Uint8Array): string => run('pdfinfo', pdf, ['-struct-text'])

/** The words, in reading order. */
export const pdfWords = (pdf: Uint8Array): string => run('pdftotext', pdf, ['-raw', '-enc', 'UTF-8'])

/** Names of the fonts in the file. */
export const pdfFonts = (pdf: Uint8Array): string => run('pdffonts', pdf, [])
