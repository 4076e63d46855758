import { printable } from '../fonts/printable'
import type { SettledDocument } from '../settled'
import { sheetsOf } from '../sheets'
import { footerWords, stateInWords, titleLines } from '../title-lines'
import { BlockData, type Setting } from './block-data'
import { sidewaysPage, uprightPage } from './measures'

/** What is never drawn as letters, or is lettered already. */
const notDrawn = new Set(['svg', 'href', 'anchor', 'type', 'description'])

function utcParts(date: Date) {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** What the template reads, as JSON: every string in it is words to print, already such that the faces can. */
export function templateData(document: SettledDocument, setting: Setting): string {
  const { faces, links } = setting
  const { language, wordsLanguage, words, title, project, kind, organisations, version, date } = document
  const data = {
    language,
    region: language === 'en' ? 'GB' : 'FI',
    wordsLanguage,
    words: { document: words.document },
    fonts: faces.map(({ family }) => family),
    title,
    project,
    kind,
    organisations,
    description: [kind, stateInWords(document), project].filter(Boolean).join(' · '),
    keywords: [kind, project].filter(Boolean),
    date: utcParts(date),
    draft: !version,
    state: stateInWords(document),
    footer: footerWords(document),
    lines: titleLines(document),
    // A page of its own is not worth a couple of lines.
    contents: document.headings.length > 2,
    contentsDepth: document.contentsDepth,
    sheets: sheetsOf(document.blocks).map(({ wide, blocks }) => {
      const page = new BlockData(setting, { ...(wide ? sidewaysPage(blocks) : uprightPage), inTable: false })
      return { wide, blocks: blocks.map((block) => page.of(block)) }
    }),
  }
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === 'href' && !links) return undefined
    return typeof value === 'string' && !notDrawn.has(key) ? printable(value, faces) : value
  })
}
