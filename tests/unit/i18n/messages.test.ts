import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../app/i18n/languages'

const app = join(import.meta.dirname, '../../../app')

function messageFolders(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (!statSync(path).isDirectory()) return []
    return name === 'messages' ? [path] : messageFolders(path)
  })
}

/** Every key with its words, dotted. */
function flatten(words: unknown, prefix = ''): [string, string][] {
  if (typeof words === 'string') return [[prefix, words]]
  if (typeof words !== 'object' || words === null) throw new Error(`${prefix} is neither words nor a group`)
  return Object.entries(words).flatMap(([key, value]) => flatten(value, prefix ? `${prefix}.${key}` : key))
}

function read(folder: string, language: string): Map<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))))
}

const placesIn = (words: string) => [...words.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort()

describe.each(messageFolders(app).map((folder) => ({ name: relative(app, folder), folder })))(
  'the words of $name',
  ({ folder }) => {
    const byLanguage = languages.map((language) => ({ language, words: read(folder, language) }))
    const finnish = byLanguage[0]?.words ?? new Map<string, string>()

    test('are the same in Finnish, Swedish and English: none missing, none left over', () => {
      for (const { words } of byLanguage) expect([...words.keys()].sort()).toEqual([...finnish.keys()].sort())
    })

    test('are nowhere empty', () => {
      for (const { language, words } of byLanguage) {
        const empty = [...words].filter(([, value]) => value.trim() === '').map(([key]) => `${language}: ${key}`)
        expect(empty).toEqual([])
      }
    })

    test('name the same things in every language', () => {
      for (const { words } of byLanguage) {
        for (const [key, value] of words) expect([key, placesIn(value)]).toEqual([key, placesIn(finnish.get(key) ?? '')])
      }
    })
  },
)
