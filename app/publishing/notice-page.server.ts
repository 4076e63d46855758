import { element, escapeHtml, tag } from '../exports/html/escape'
import { readWebFaces } from '../exports/fonts/faces.server'
import { style } from '../exports/html/style'
import { faceRule } from '../exports/html/write'
import type { Language } from '../i18n/languages'

let faces: string | undefined

/** The face that what is published is set in, read once. */
function faceRules(): string {
  faces ??= readWebFaces().map(faceRule).join('')
  return faces
}

/** Tahto's mark, as app/components/mark.tsx draws it. */
const mark =
  '<svg viewBox="0 0 32 32" width="28" height="28" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true">' +
  '<path d="M4 7c7 0 7 9 14 9h10M4 16h14M4 25c7 0 7-9 14-9"/></svg>'

/** A page that only says something: in the look of what is published, without a script. */
export function noticePage(language: Language, { title, words }: { title: string; words: readonly string[] }): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    tag('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, escapeHtml(title)),
    `<style>${faceRules()}${style}.brand{display:flex;align-items:center;gap:.6rem;color:var(--accent);font-weight:700;margin:0 0 3rem}</style>`,
  ]
  const said = words.filter(Boolean).map((one) => element('p', { style: 'white-space:pre-line' }, escapeHtml(one)))
  const main = element('main', { class: 'page' }, element('p', { class: 'brand' }, mark, 'Tahto'), element('h1', {}, escapeHtml(title)), ...said)
  return `<!doctype html>\n${element('html', { lang: language }, element('head', {}, ...head), element('body', {}, main))}\n`
}
