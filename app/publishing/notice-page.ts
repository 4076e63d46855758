import { element, escapeHtml, tag } from '../exports/html/escape'
import { style } from '../exports/html/style'
import type { Language } from '../i18n/languages'

/** A page that only says something: in the look of what is published, without a script. */
export function noticePage(language: Language, { title, words }: { title: string; words: readonly string[] }): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    tag('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, escapeHtml(title)),
    `<style>${style}</style>`,
  ]
  const said = words.filter(Boolean).map((one) => element('p', { style: 'white-space:pre-line' }, escapeHtml(one)))
  const main = element('main', { class: 'page' }, element('h1', {}, escapeHtml(title)), ...said)
  return `<!doctype html>\n${element('html', { lang: language }, element('head', {}, ...head), element('body', {}, main))}\n`
}
