import { createHash } from 'node:crypto'
import { element, escapeHtml, tag } from '../../exports/html/escape'
import { languageNames, languages, type Language } from '../../i18n/languages'
import type { Manifest } from '../contents/manifest'
import en from '../messages/en.json'
import fi from '../messages/fi.json'
import sv from '../messages/sv.json'
import pageScript from './check-page.js?raw'
import hashScript from './sha256.js?raw'
import { style } from './style'

export interface CheckedPackage extends Manifest {
  standing: string
}

// As they are written: the page itself fills their places.
const messages: Record<Language, typeof fi> = { fi, sv, en }

type Key = keyof typeof fi.check

type Say = (key: Key) => string

// One script of two modules: what one takes from the other stands above it.
const script = [hashScript, pageScript.replace(/^import .*$/m, '')].join('\n')

const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/**
 * A page that checks the files of a package by their hashes, opened from the package's folder: one file, no network, no
 * other script than its own. `manifest.files` is what it looks for. Words in three languages.
 */
export function writeCheckPage(checked: CheckedPackage, language: Language): string {
  const say: Say = (key) => messages[language].check[key]
  const { files, name } = checked
  const data = {
    language,
    words: Object.fromEntries(languages.map((one) => [one, messages[one].check])),
    files,
    own: languages.flatMap((one) => {
      const { check, hashes } = messages[one].fileName
      return [`${check}.html`, `${hashes}.txt`]
    }),
  }
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  const head = [
    '<meta charset="utf-8">',
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, escapeHtml(`${say('title')} – ${name}`)),
    `<style>${style}</style>`,
  ]
  const body = [
    languageButtons(),
    element('main', {}, ...about(checked, say), chooser(say), table(files, say), strange(say)),
    // Nothing in it ends the element that it stands in.
    `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    `<script type="module">${script}</script>`,
  ]
  return `<!doctype html>\n${element('html', { lang: language }, element('head', {}, ...head), element('body', {}, ...body))}\n`
}

function languageButtons(): string {
  const buttons = languages.map((language) =>
    element('button', { type: 'button', lang: language, 'data-language': language }, languageNames[language]),
  )
  return element('header', { id: 'languages', hidden: true }, ...buttons)
}

const said = (name: string, key: Key, say: Say, attributes = {}): string =>
  element(name, { ...attributes, 'data-say': key }, escapeHtml(say(key)))

function about({ name, standing, versionHash }: CheckedPackage, say: Say): string[] {
  return [
    said('h1', 'title', say),
    element('p', {}, element('strong', {}, escapeHtml(name)), '<br>', escapeHtml(standing)),
    element('p', {}, said('span', 'versionHash', say), '<br>', element('span', { class: 'hash' }, versionHash)),
    said('p', 'explained', say),
    element('noscript', {}, element('p', {}, escapeHtml(say('noScript')))),
  ]
}

function chooser(say: Say): string {
  const input = (id: string, key: 'folder' | 'files', attributes: Record<string, true>) =>
    said('label', key, say, { for: id }) + tag('input', { type: 'file', id, multiple: true, ...attributes })
  return element(
    'section',
    { id: 'scripted', hidden: true, 'aria-labelledby': 'choose' },
    said('h2', 'choose', say, { id: 'choose' }),
    element('div', { class: 'drop' }, input('folder', 'folder', { webkitdirectory: true }), input('files', 'files', {}), said('p', 'drop', say)),
    element('p', { id: 'outcome', role: 'status' }),
  )
}

function table(files: CheckedPackage['files'], say: Say): string {
  const rows = files.map(({ path, title, sha256 }) =>
    element(
      'tr',
      { 'data-path': path },
      element(
        'th',
        { scope: 'row' },
        element('span', { class: 'path' }, escapeHtml(path)),
        element('span', { class: 'title' }, escapeHtml(title)),
        element('span', { class: 'hash' }, sha256),
      ),
      element('td', { class: 'state' }, escapeHtml(say('waiting'))),
    ),
  )
  const head = element('tr', {}, said('th', 'file', say, { scope: 'col' }), said('th', 'state', say, { scope: 'col' }))
  return element('table', {}, said('caption', 'caption', say), element('thead', {}, head), element('tbody', {}, ...rows))
}

function strange(say: Say): string {
  const list = element('ul', { id: 'strange-files' })
  return element('section', { id: 'strange', hidden: true }, said('h2', 'strangeTitle', say), said('p', 'strangeExplained', say), list)
}
