import type { Language } from '../../i18n/languages'
import { settle } from '../settle'
import type { SettledDocument } from '../settled'
import { stateInWords, titleLines, type TitleLine } from '../title-lines'
import type { FinalDocument } from '../tree'
import { HtmlBlocks } from './blocks'
import { element, escapeHtml, tag } from './escape'
import { writeInline } from './inline'
import { style } from './style'

/** A face that the page carries along, so that it looks the same without a connection. */
export interface EmbeddedFace {
  style: 'normal' | 'italic'
  /** WOFF2 with weights from 200 to 800. */
  data: Uint8Array
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function faceRule({ style, data }: EmbeddedFace): string {
  return (
    `@font-face{font-family:'Atkinson Hyperlegible Next';font-style:${style};font-weight:200 800;font-display:swap;` +
    `src:url(data:font/woff2;base64,${base64(data)}) format('woff2')}`
  )
}

function particulars({ label, values, explained, name }: TitleLine): string {
  const said =
    name === 'organisations'
      ? element('p', {}, escapeHtml(values.join(' · ')))
      : values.map((value) => element('p', {}, escapeHtml(value))).join('')
  const more = explained ? element('p', { class: 'explained' }, escapeHtml(explained)) : ''
  return element('div', {}, element('dt', {}, escapeHtml(label)), element('dd', {}, said, more))
}

function titlePage(document: SettledDocument, wordsLanguage: string | undefined): string {
  const { project, kind, title, version } = document
  return element(
    'header',
    {},
    element('p', { class: 'project' }, escapeHtml(project)),
    kind ? element('p', { class: 'kind', lang: wordsLanguage }, escapeHtml(kind)) : '',
    element('h1', {}, escapeHtml(title)),
    element('p', { class: version ? 'state' : 'state draft', lang: wordsLanguage }, escapeHtml(stateInWords(document))),
    element('dl', { class: 'particulars', lang: wordsLanguage }, ...titleLines(document).map(particulars)),
  )
}

/** What else there is of the document at our own address. */
function links({ links: shown }: SettledDocument, wordsLanguage: string | undefined): string {
  if (!shown || shown.items.length === 0) return ''
  const items = shown.items.map(({ label, href, note }) =>
    element('li', {}, element('a', { href }, escapeHtml(label)), note ? ` ${element('span', { class: 'explained' }, escapeHtml(note))}` : ''),
  )
  const heading = element('h2', { id: 'links' }, escapeHtml(shown.title))
  return element('nav', { class: 'links', lang: wordsLanguage, 'aria-labelledby': 'links' }, heading, element('ul', {}, ...items))
}

function contents({ headings, contentsDepth, words }: SettledDocument, wordsLanguage: string | undefined): string {
  if (headings.length < 2) return ''
  const entries = headings
    .filter(({ level }) => level <= contentsDepth)
    .map(({ level, number, title, anchor }) => {
      const counted = number ? `<span class="number">${escapeHtml(number)}</span>` : ''
      const link = element('a', { href: `#${anchor}` }, counted, escapeHtml(title))
      return element('li', { class: `level-${level}` }, link)
    })
  const heading = element('h2', { id: 'contents', lang: wordsLanguage }, escapeHtml(words.document.contents))
  return element('nav', { class: 'contents', 'aria-labelledby': 'contents' }, heading, element('ol', {}, ...entries))
}

function footnotes({ footnotes: notes, words }: SettledDocument, wordsLanguage: string | undefined): string {
  if (notes.length === 0) return ''
  const items = notes.map(({ number, children }) => {
    const back = { href: `#noted_${number}`, role: 'doc-backlink', 'aria-label': words.document.backToText }
    return element(
      'li',
      { id: `note_${number}` },
      writeInline(children, words),
      ' ',
      element('a', { ...back, lang: wordsLanguage }, '↩'),
    )
  })
  const heading = element('h2', { id: 'notes', lang: wordsLanguage }, escapeHtml(words.document.footnotes))
  const attributes = { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes' }
  return element('section', attributes, heading, element('ol', {}, ...items))
}

// Even a browser that reads something into the words runs and fetches nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

/** The document as one HTML file that needs nothing else: no script, no connection. */
export function writeHtml(
  finalDocument: FinalDocument,
  language: Language,
  faces: readonly EmbeddedFace[] = [],
): string {
  const document = settle(finalDocument, language)
  const blocks = new HtmlBlocks(document)
  const { wordsLanguage } = blocks
  const head = [
    '<meta charset="utf-8">',
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    tag('meta', { name: 'author', content: document.organisations.join(', ') }),
    tag('meta', { name: 'dcterms.date', content: document.date.toISOString() }),
    element('title', {}, escapeHtml(`${document.title} · ${stateInWords(document)}`)),
    `<style>${faces.map(faceRule).join('')}${style}</style>`,
  ]
  const skip = element(
    'a',
    { class: 'skip', href: '#content', lang: wordsLanguage },
    escapeHtml(document.words.document.skipToContent),
  )
  const page = element(
    'div',
    { class: 'page' },
    titlePage(document, wordsLanguage),
    links(document, wordsLanguage),
    contents(document, wordsLanguage),
    element('main', { id: 'content', tabindex: -1 }, blocks.write(document.blocks), footnotes(document, wordsLanguage)),
  )
  return `<!doctype html>\n${element('html', { lang: document.language }, element('head', {}, ...head), element('body', {}, skip, page))}\n`
}
