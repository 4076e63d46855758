/**
 * Runs in the check page of a package, wherever that is opened: it has no network, and needs none.
 */
import { sha256 } from './sha256.js'

/**
 * @typedef {{ path: string, title: string, size: number, sha256: string }} ListedFile
 * @typedef {'waiting' | 'right' | 'changed' | 'missing'} FileState
 * @typedef {Record<string, string>} Words
 * @typedef {{ language: string, words: Record<string, Words>, files: ListedFile[], own: string[] }} PageData
 */

/** @type {PageData} */
const data = JSON.parse(need('data').textContent ?? '')

let language = data.language
/** @type {Map<string, FileState>} by path */
const states = new Map(data.files.map(({ path }) => [path, 'waiting']))
/** @type {string[]} names of files that the list does not know */
let strange = []
/** @type {{ key: string, values: Record<string, string | number> } | undefined} */
let outcome

/** @param {string} id */
function need(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no ${id}`)
  return element
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
function say(key, values = {}) {
  const words = data.words[language]?.[key] ?? key
  return words.replace(/\{\{(\w+)\}\}/g, (place, name) => String(values[name] ?? place))
}

/** The file's name, of a path with either kind of slash. @param {string} path */
const nameOf = (path) => path.split(/[/\\]/).at(-1) ?? path

/** @param {Uint8Array} bytes */
async function hashOf(bytes) {
  const { subtle } = globalThis.crypto ?? {}
  if (!subtle) return sha256(bytes)
  const digest = await subtle.digest('SHA-256', /** @type {Uint8Array<ArrayBuffer>} */ (bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Names are each their own in a package, so that files found in another folder are known too. @param {readonly File[]} files */
async function check(files) {
  const listed = new Map(data.files.map((file) => [nameOf(file.path), file]))
  const found = new Set()
  strange = []
  for (const [index, file] of files.entries()) {
    tell('checking', { done: index + 1, total: files.length })
    const expected = listed.get(nameOf(file.name))
    if (expected) {
      const right = (await hashOf(new Uint8Array(await file.arrayBuffer()))) === expected.sha256
      states.set(expected.path, right ? 'right' : 'changed')
      found.add(expected.path)
    } else if (!data.own.includes(nameOf(file.name))) strange.push(file.name)
  }
  // One file alone is a question about that file; a folder is one about all of it.
  const all = files.length > 1
  for (const { path } of data.files) if (!found.has(path)) states.set(path, all ? 'missing' : 'waiting')
  conclude()
}

function conclude() {
  const count = (/** @type {FileState} */ state) => [...states.values()].filter((one) => one === state).length
  const [right, changed, missing] = [count('right'), count('changed'), count('missing')]
  const values = { right, changed, missing, strange: strange.length, total: data.files.length }
  const bad = changed + missing + strange.length > 0
  const key = right + changed === 0 ? 'none' : bad ? 'bad' : right === data.files.length ? 'good' : 'some'
  tell(key, values)
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
function tell(key, values) {
  outcome = { key, values }
  render()
}

function render() {
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = say(element.getAttribute('data-say') ?? '')
  }
  for (const row of document.querySelectorAll('tr[data-path]')) {
    const state = states.get(row.getAttribute('data-path') ?? '') ?? 'waiting'
    row.className = state
    const cell = row.querySelector('.state')
    if (cell) cell.textContent = say(state)
  }
  need('outcome').textContent = outcome ? say(outcome.key, outcome.values) : ''
  need('outcome').className = outcome?.key ?? ''
  need('strange').hidden = strange.length === 0
  need('strange-files').replaceChildren(
    ...strange.map((name) => Object.assign(document.createElement('li'), { textContent: name })),
  )
  for (const button of document.querySelectorAll('button[data-language]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language))
  }
}

/** Every file of what was dropped, folders opened. @param {readonly FileSystemEntry[]} entries @returns {Promise<File[]>} */
async function filesIn(entries) {
  /** @type {File[]} */
  const files = []
  for (const entry of entries) {
    if (entry.isFile) {
      files.push(await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)))
    } else files.push(...(await filesIn(await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry)))))
  }
  return files
}

/** A folder is read a hundred entries at a time. @param {FileSystemDirectoryEntry} folder */
async function childrenOf(folder) {
  const reader = folder.createReader()
  /** @type {FileSystemEntry[]} */
  const children = []
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const more = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
    if (more.length === 0) return children
    children.push(...more)
  }
}

for (const id of ['folder', 'files']) {
  const input = /** @type {HTMLInputElement} */ (need(id))
  input.addEventListener('change', () => void check([...(input.files ?? [])]).catch(() => tell('unreadable', {})))
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? [])
  void filesIn(entries)
    .then(check)
    .catch(() => tell('unreadable', {}))
})

for (const button of document.querySelectorAll('button[data-language]')) {
  button.addEventListener('click', () => {
    language = button.getAttribute('data-language') ?? language
    render()
  })
}

for (const id of ['languages', 'scripted']) need(id).hidden = false
render()
