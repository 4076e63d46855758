import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentDisposition, exportFileName } from '../../../app/exports/file-name'
import { formatIds, formats, formatsOffered } from '../../../app/exports/formats'
import { writeJson } from '../../../app/exports/json'
import { exportWords, fill } from '../../../app/exports/words'
import { languages } from '../../../app/i18n/languages'
import { canonicalJson } from '../../../app/lib/canonical-json'
import { contentHash } from '../../../app/lib/content-hash.server'

describe('the name of a file', () => {
  it('says what is in it and in which version, in letters that stand', () => {
    expect(exportFileName('Kumppanuussopimus, Haapavesi', 3, 'pdf')).toBe('kumppanuussopimus-haapavesi-v3.pdf')
    expect(exportFileName('Yhteistyömalli', 'Luonnos', 'docx')).toBe('yhteistyömalli-luonnos.docx')
  })

  it('never steers a path, whatever the title is', () => {
    expect(exportFileName('../../etc/passwd\u0000', 1, 'pdf')).toBe('etc-passwd-v1.pdf')
    expect(exportFileName('  ', 1, 'pdf')).toBe('tahto-v1.pdf')
    expect(exportFileName('a'.repeat(500), 1, 'pdf').length).toBeLessThan(100)
  })

  it('goes to the browser with its letters, and in plain letters for old ones', () => {
    expect(contentDisposition('yhteistyömalli-v2.pdf')).toBe(
      `attachment; filename="yhteistyomalli-v2.pdf"; filename*=UTF-8''yhteisty%C3%B6malli-v2.pdf`,
    )
  })

  it('cannot break out of its header', () => {
    const header = contentDisposition('a"; x=y\r\nSet-Cookie: z\\ \u{1f600}.pdf')
    expect(header).not.toMatch(/[\r\n]/)
    expect(header.match(/"/g)).toHaveLength(2)
    expect(header).toMatch(/^attachment; filename="[\u0020-\u007e]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/)
  })
})

describe('the formats', () => {
  it('each have a name and an explanation in every language', () => {
    for (const language of languages) {
      for (const id of formatIds) {
        const { name, explained } = exportWords(language).formats[id]
        expect(name).not.toBe('')
        expect(explained).not.toBe('')
        expect(formats[id].id).toBe(id)
      }
    }
  })

  it('leave pictures out where a kind has none, and review marks where nothing is suggested', () => {
    const offered = (hasPicture: boolean, hasReview: boolean) => formatsOffered({ hasPicture, hasReview }).map(({ id }) => id)
    expect(offered(false, false)).toEqual(['pdf', 'pdfa', 'docx', 'html', 'md', 'json'])
    expect(offered(false, true)).toContain('review')
    expect(offered(true, true)).toHaveLength(9)
  })
})

describe('the words of exports', () => {
  const keys = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? keys(value).map((below) => `${key}.${below}`) : [key],
    )

  it('are there in every language', () => {
    for (const language of languages) expect(keys(exportWords(language))).toEqual(keys(exportWords('fi')))
  })

  it('take values as they are', () => {
    expect(fill('{{a}} ja {{b}} ja {{c}}', { a: '{{b}}', b: 2 })).toBe('{{b}} ja 2 ja {{c}}')
  })
})

describe('a JSON export', () => {
  it('holds the version and its content, and anyone can check the hash', () => {
    const content = { clauses: [{ title: 'Osapuolet', id: 'a' }] }
    const hash = contentHash(content)
    const bytes = writeJson({
      kind: 'agreement',
      kindVersion: 1,
      title: 'Sopimus',
      project: 'Tahtotilasta tulokseen',
      version: { number: 1, name: 'Ensimmäinen', note: '' },
      takenAt: new Date('2026-11-21T10:05:00Z'),
      hash,
      content,
    })
    const read = JSON.parse(new TextDecoder().decode(bytes))
    expect(read).toMatchObject({ format: 'tahto/1', kind: 'agreement', kindVersion: 1, takenAt: '2026-11-21T10:05:00.000Z' })
    expect(createHash('sha256').update(canonicalJson(read.content)).digest('hex')).toBe(hash)
    expect(Object.keys(read)).toEqual(Object.keys(read).toSorted())
  })
})
