import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../../../app/exports/docx/write.server'
import { heading, paragraph, text, type FinalDocument } from '../../../app/exports/tree'
import type { Language } from '../../../app/i18n/languages'
import { documentOf, draft, everything } from './sample'

interface WordFile {
  bytes: Uint8Array
  parts: Record<string, Uint8Array>
  /** XML of a part. */
  xml(path: string): string
  /** The body's XML. */
  body: string
}

async function write(document: FinalDocument, language: Language = 'fi'): Promise<WordFile> {
  const bytes = await writeDocx(document, language)
  const parts = unzipSync(bytes)
  const xml = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  return { bytes, parts, xml, body: xml('word/document.xml') }
}

/** The words of some XML, as Word shows them. */
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words = '']) => words)
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

const paragraphWith = (body: string, words: string) =>
  body.match(/<w:p>(?:(?!<w:p>)[^])*?<\/w:p>/g)?.find((candidate) => wordsOf(candidate).includes(words)) ?? ''

describe('a Word file', () => {
  let file: WordFile

  beforeAll(async () => {
    file = await write(everything)
  })

  it('has headings in Word’s own styles, numbered by Word', () => {
    const numbered = [...file.body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>(.*?)<\/w:pPr>/g)]
    expect(numbered.map(([, style]) => style).slice(0, 4)).toEqual(['Heading1', 'Heading1', 'Heading2', 'Heading1'])
    expect(numbered[0]?.[2]).not.toContain('<w:numPr>')
    expect(numbered[1]?.[2]).toMatch(/<w:numPr><w:ilvl w:val="0"\/>/)
    expect(numbered[2]?.[2]).toMatch(/<w:numPr><w:ilvl w:val="1"\/>/)
    expect(file.xml('word/numbering.xml')).toMatch(/<w:lvlText w:val="%1\.%2"\/>/)
  })

  it('has a contents field that is filled in already and does not ask to be updated', () => {
    expect(file.body).toMatch(/TOC \\h \\o &quot;1-3&quot;/)
    const contents = file.body.slice(file.body.indexOf('<w:sdtContent>'), file.body.indexOf('</w:sdtContent>'))
    expect(wordsOf(contents)).toContain('1.1Kuntien rooli3')
    expect(contents).toMatch(/PAGEREF _Toc\d+ \\h/)
    expect(file.xml('word/settings.xml')).not.toContain('updateFields')
  })

  it('has header rows that repeat, and says which columns name the rows', () => {
    expect(file.body.match(/<w:tblHeader\/>/g)).toHaveLength(4)
    expect(file.body).toMatch(/<w:tblLook [^>]*w:firstRow="true"[^>]*w:firstColumn="true"/)
    expect(file.body).toMatch(/<w:gridSpan w:val="2"\/>/)
    expect(file.body).toMatch(/<w:vMerge w:val="restart"\/>/)
  })

  it('says its language, and that of a paragraph in another', () => {
    expect(file.xml('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="fi-FI"\/>.*<\/w:docDefaults>/)
    expect(paragraphWith(file.body, 'Avtalet finns också')).toContain('<w:lang w:val="sv-FI"/>')
  })

  it('has pictures with their descriptions, sharp and in a form for programs that draw no SVG', () => {
    expect(file.body).toContain('descr="Haapaveden kaupunki ohjaa asiakkaan Nuorten Ystäville."')
    const media = Object.keys(file.parts).filter((path) => path.startsWith('word/media/'))
    expect(media.some((path) => path.endsWith('.svg'))).toBe(true)
    expect(media.some((path) => path.endsWith('.png'))).toBe(true)
  })

  it('refers to clauses by fields that follow when the clauses move', () => {
    expect(file.body).toMatch(/<w:fldSimple w:instr="REF section_3 \\h \\w">.*?1\.1/)
    expect(file.body).toContain('<w:bookmarkStart w:name="section_3"')
    expect(wordsOf(paragraphWith(file.body, 'Tavoitteet perustuvat'))).toContain('kohtaan poistettu kohta.')
  })

  it('has footnotes of Word’s own', () => {
    expect(file.body).toMatch(/<w:footnoteReference w:id="1"\/>/)
    expect(wordsOf(file.xml('word/footnotes.xml'))).toContain('Luettelo on liitteessä 1.')
  })

  it('counts tables and figures by fields', () => {
    expect(file.body).toContain('SEQ Taulukko')
    expect(file.body).toContain('SEQ Kuva')
    expect(wordsOf(paragraphWith(file.body, 'Tavoitteet ja mittarit'))).toBe('Taulukko 1. Tavoitteet ja mittarit')
  })

  it('turns the page for what is wide', () => {
    expect(file.body.match(/w:orient="landscape"/g)).toHaveLength(2)
    expect(file.body).toMatch(/<w:pgSz [^>]*w:w="16838"[^>]*w:h="11906"|<w:pgSz [^>]*w:h="11906"[^>]*w:w="16838"/)
  })

  it('numbers its pages out of all, with the title and the version', () => {
    const footers = Object.keys(file.parts).filter((path) => /footer\d+\.xml$/.test(path))
    const footer = footers.map((path) => file.xml(path)).find((xml) => xml.includes('PAGE'))
    expect(footer).toMatch(/PAGE.*NUMPAGES/)
    expect(wordsOf(footer ?? '')).toContain('· Versio 3')
  })

  it('has its title, kind, makers and dates in its properties', () => {
    const core = file.xml('docProps/core.xml')
    expect(core).toContain('<dc:title>Kumppanuussopimus työllisyyden edistämisestä Haapaveden seudulla</dc:title>')
    expect(core).toContain('<dc:subject>Kumppanuussopimus</dc:subject>')
    expect(core).toContain('Nuorten Ystävät ry</dc:creator>')
    expect(core).toMatch(/<dcterms:created [^>]*>2026-11-21T10:05:00Z/)
  })

  it('starts each ordered list at its first number', async () => {
    const list = { type: 'list' as const, ordered: true, items: [[paragraph('yksi')], [paragraph('kaksi')]] }
    const { body } = await write(documentOf(list, paragraph('väli'), list))
    const lists = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(new Set(lists).size).toBe(2)
  })

  it('is the same, byte by byte, when it is made again', async () => {
    const again = await write(everything)
    expect(Buffer.from(again.bytes).equals(Buffer.from(file.bytes))).toBe(true)
  })

  it('says its own words in the language asked for', async () => {
    const swedish = await write(draft(everything), 'sv')
    expect(wordsOf(swedish.body)).toMatch(/Utkast.*Innehåll.*Tabell 1\./)
  })
})

describe('words that try to be more than words, in a Word file', () => {
  it('are words: no fields, no markup, nothing that XML forbids', async () => {
    const hostile = '{ DDEAUTO c:\\windows } =HYPERLINK("https://evil.example") <w:br/> ]]> & "PAGEREF _Toc1 \\h"'
    const forbidden = 'a\u0000b\u0008c\ufffed\uffffe\ud800f\u{1fffe}g'
    const document = documentOf(heading(1, hostile), paragraph(hostile), paragraph(forbidden))
    document.tree.title = hostile
    document.titlePage = { ...document.titlePage, project: hostile, organisations: [hostile, forbidden] }
    const { body, xml, parts } = await write(document)
    expect(wordsOf(paragraphWith(body, 'DDEAUTO'))).toContain('{ DDEAUTO')
    expect(wordsOf(body)).toContain(hostile)
    expect(wordsOf(body)).toContain('abcdefg')
    expect(body).not.toMatch(/<w:instrText[^>]*>[^<]*(?:DDEAUTO|HYPERLINK)/)
    for (const path of Object.keys(parts).filter((name) => name.endsWith('.xml'))) {
      // eslint-disable-next-line no-control-regex
      expect(xml(path)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    }
  })

  it('are no links unless they lead to the web or to mail', async () => {
    const { xml } = await write(
      documentOf(
        paragraph(
          text('a', { href: 'javascript:alert(1)' }),
          text('b', { href: '\\\\host\\share' }),
          text('c', { href: 'ms-word:ofe|u|https://evil.example' }),
          text('d', { href: 'mailto:kirjaamo@example.org' }),
        ),
      ),
    )
    const targets = [...xml('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g)]
    expect(targets.map(([, target]) => target)).toEqual(['mailto:kirjaamo@example.org'])
  })
})
