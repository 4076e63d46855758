import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../app/exports/pdf/write.server'
import { heading, paragraph, plainTable, text } from '../../../app/exports/tree'
import { pdfFacts, pdfFonts, pdfMetadata, pdfTags, pdfWords } from './poppler'
import { documentOf, draft, everything, sampleSvg } from './sample'

const published = writePdf(everything, 'fi')
const tags = pdfTags(published)
const words = pdfWords(published)

/** Words as they were typed, whatever lines they were broken into. */
const oneLine = (pdf: Uint8Array) => pdfWords(pdf).replace(/-?\s+/g, ' ')

describe('a PDF for readers', () => {
  it('says that it keeps PDF/UA-1, and in which language it is', () => {
    expect(pdfMetadata(published)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(Buffer.from(published).toString('latin1')).toContain('/Lang (fi-FI)')
  })

  it('carries its title, its kind, the project and the organisations in its properties', () => {
    const facts = pdfFacts(published)
    expect(facts).toMatch(/Title: +Kumppanuussopimus työllisyyden edistämisestä Haapaveden seudulla/)
    expect(facts).toMatch(/Subject: +Kumppanuussopimus · Versio 3 – Lausuntokierros · Tahtotilasta tulokseen/)
    expect(facts).toMatch(/Author: +Haapaveden kaupunki, Kalajoen kaupunki/)
    expect(facts).toMatch(/CreationDate: +Sat Nov 21 10:05:00 2026 UTC/)
    expect(facts).toMatch(/Tagged: +yes/)
  })

  it('tags headings by their level', () => {
    expect(tags).toMatch(/\n {2}H1 "Osapuolet" \(block\)\n {4}"1"\n {4}"Osapuolet"/)
    expect(tags).toMatch(/\n {2}H2 "Kuntien rooli" \(block\)\n {4}"1\.1"\n {4}"Kuntien rooli"/)
  })

  it('tags contents, lists, links, footnotes and pictures with what they show', () => {
    expect(tags).toMatch(/TOC\n\s+TOCI/)
    expect(tags).toMatch(/\n +L \(block\)/)
    expect(tags).toMatch(/\n +Link \(inline\)\n[^]{0,200}?"työllisyysalue"/)
    expect(tags).toMatch(/Note <Note 1>/)
    expect(Buffer.from(published).toString('latin1')).toMatch(/\/S \/Figure\n[^]{0,200}\/Alt/)
  })

  it('tags header cells for their column and for their row', () => {
    expect(tags).toMatch(/THead\n\s+TR\n\s+TH <U1x0y0>:\n\s+\/Scope \/Column[^]*?"Tavoite"/)
    expect(tags).toMatch(/TH <R1x0y1>:\n\s+\/Scope \/Row\n[^]*?"Nopeampi pääsy palveluun"/)
    expect(tags).toMatch(/TD:\n\s+\/Headers \[\(R1x0y1\) \(U1x1y0\)\]\n[^]*?"Odotusaika päivinä"/)
    expect(tags).toMatch(/TH <U2x0y0>:[^]{0,80}\/RowSpan 2/)
    expect(tags).toMatch(/TH <U2x1y0>:[^]{0,80}\/ColSpan 2/)
    expect(tags).toMatch(/Caption[^]*?"Taulukko 1\."/)
  })

  it('tells the title, the version, its date, its organisations and its hash on the title page', () => {
    const title = words.slice(0, words.indexOf('Sisällys'))
    for (const said of [
      'Tahtotilasta tulokseen',
      'Versio 3 – Lausuntokierros',
      'Ohjausryhmän kommentit on otettu huomioon.',
      '21. marraskuuta 2026',
      'Nuorten Ystävät ry',
      everything.titlePage.hash,
    ]) {
      expect(title).toContain(said)
    }
  })

  it('calls the present state a draft, with the time of day', () => {
    const said = pdfWords(writePdf(draft(everything), 'fi'))
    expect(said).toContain('Luonnos')
    expect(said).toMatch(/21\. marraskuuta 2026 klo 12[.:]05/)
    expect(said).not.toContain('Versio 3')
  })

  it('numbers its pages out of all, with the title and the version', () => {
    expect(words).toMatch(/Kumppanuussopimus työllisyyden edistämisestä Haapaveden se… · Versio 3\n?.*3 \/ 9/)
  })

  it('writes a reference as the number of its clause, and as words where the clause is gone', () => {
    expect(words.replace(/\s+/g, ' ')).toContain('perustuvat kohtaan 1.1 ja kohtaan poistettu kohta.')
  })

  it('marks a paragraph in another language', () => {
    expect(Buffer.from(published).toString('latin1')).toContain('/Lang (sv')
  })

  it('uses no font but its own', () => {
    const fonts = pdfFonts(writePdf(documentOf(paragraph('Smile 😀 → ✓ Ж ع'), { ...figure() }), 'fi'))
    const names = fonts.split('\n').slice(2).filter(Boolean)
    for (const name of names) expect(name).toMatch(/AtkinsonHyperlegibleNext|DejaVuSans|NotoEmoji/)
  })

  it('says its own words in Swedish and English too', () => {
    expect(pdfWords(writePdf(everything, 'sv'))).toMatch(/Innehåll[^]*Tabell 1\./)
    expect(pdfWords(writePdf(everything, 'en'))).toMatch(/Contents[^]*Table 1\./)
  })

  it('is the same, byte by byte, when it is made again', () => {
    expect(Buffer.from(writePdf(everything, 'fi')).equals(Buffer.from(published))).toBe(true)
  })
})

describe('a PDF for the archive', () => {
  it('says that it keeps PDF/A-2a', () => {
    const archived = writePdf(everything, 'fi', 'a-2a')
    expect(pdfMetadata(archived)).toMatch(/<pdfaid:part>2<\/pdfaid:part>[^]*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    const archivedTags = pdfTags(archived)
    expect(archivedTags).toMatch(/\/Scope \/Row/)
    expect(Buffer.from(archived).toString('latin1')).toContain('/Lang (fi-FI)')
    for (const tag of [/H1 "Osapuolet"/, /H2 "Kuntien rooli"/, /\n +L \(block\)/, /THead\n\s+TR\n\s+TH/, /\n +Link \(inline\)/, /Note <Note 1>/]) {
      expect(archivedTags).toMatch(tag)
    }
    expect(Buffer.from(writePdf(everything, 'fi', 'a-2a')).equals(Buffer.from(archived))).toBe(true)
  })
})

function figure() {
  return {
    type: 'figure' as const,
    svg: sampleSvg.replace('kunta', 'kunta 😀 漢'),
    width: 960,
    height: 420,
    description: 'Kuva',
    caption: '',
  }
}

describe('words that try to be more than words', () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#{panic()} $x$ *not bold* _not italic_ = not a heading',
    '{{project}} %%MERGE%% =HYPERLINK("https://evil.example")',
    '<script>alert(1)</script> @reference `raw`',
    '\\u{41} // comment /* comment */ #import "@preview/x:1.0.0"',
  ]

  it('are printed as they are, in every place', () => {
    const document = documentOf(
      heading(1, hostile[0] ?? '', { numbered: true }),
      ...hostile.map((line) => paragraph(line)),
      plainTable(hostile[1] ?? '', [hostile[2] ?? ''], [[hostile[3] ?? '']]),
    )
    const [title = ''] = hostile
    document.tree.title = title
    document.titlePage = { ...document.titlePage, project: title, organisations: hostile }
    const said = oneLine(writePdf(document, 'fi'))
    for (const line of hostile) expect(said).toContain(line)
    expect(said).not.toContain('root:')
  })

  it('lose what steers the reader or cannot be printed', () => {
    const said = oneLine(writePdf(documentOf(paragraph('maksetaan \u202e001\u202c euroa\u0000\u0007\ufffe\ud800')), 'fi'))
    expect(said).toContain('maksetaan 001 euroa')
  })

  it('are no links unless they lead to the web or to mail', () => {
    const document = documentOf(
      paragraph(
        text('paha', { href: 'javascript:alert(1)' }),
        text('tiedosto', { href: 'file:///etc/passwd' }),
        text('hyvä', { href: 'https://example.org/' }),
      ),
    )
    const source = Buffer.from(writePdf(document, 'fi')).toString('latin1')
    expect(source).toContain('https://example.org/')
    expect(source).not.toMatch(/javascript:|file:/)
  })

  it('are printed with a sign in the place of letters that no font has', () => {
    const odd = 'Kiinaksi 漢字 ja \u{1f468}\u200d\u{1f469}\u200d\u{1f467} ja e\u0301\u0323\u035c loppu'
    for (const standard of ['ua-1', 'a-2a'] as const) {
      expect(oneLine(writePdf(documentOf(heading(1, odd), paragraph(odd), figure()), 'fi', standard))).toContain('loppu')
    }
  })
})

describe('odd documents', () => {
  it('still become a PDF: no content, only a heading, a level skipped, an empty table, a broken picture', () => {
    const broken = { ...figure(), svg: '<svg><not closed' }
    const documents = [
      documentOf(),
      documentOf(heading(3, ''), heading(5, 'Syvällä'), heading(2, 'Ylempänä')),
      documentOf({ type: 'table', caption: 'Tyhjä', headerRows: 3, rowHeaders: true, rows: [[]] }),
      documentOf({ type: 'table', caption: 'Otsikkoa vain', headerRows: 9, rowHeaders: true, rows: [[{ children: [] }]] }),
      documentOf(broken, { type: 'page-break' }, { type: 'page-break' }),
    ]
    for (const document of documents) expect(pdfFacts(writePdf(document, 'sv'))).toMatch(/Pages: +[23]/)
    expect(pdfWords(writePdf(documentOf(broken), 'fi'))).toContain('Kuvaa ei voitu piirtää.')
  })
})

describe('tables over several pages', () => {
  const pagesWith = (pdf: Uint8Array, said: string) =>
    pdfWords(pdf).split('\f').flatMap((page, index) => (page.includes(said) ? [index] : []))

  it('never leave a heading or a caption alone at the foot of a page', () => {
    for (const rows of [3, 60]) {
      for (const lines of [30, 31, 34, 37, 40]) {
        const body = Array.from({ length: rows }, () => ['x', 'y'])
        const pdf = writePdf(
          documentOf(
            ...Array.from({ length: lines }, (_, line) => paragraph(`Rivi ${line}`)),
            heading(2, 'Viimeinen'),
            plainTable('Kuvateksti', ['a', 'b'], [['Ensimmäinen solu', 'y'], ...body]),
          ),
          'fi',
        )
        const first = pagesWith(pdf, 'Ensimmäinen solu')
        expect([pagesWith(pdf, 'Viimeinen'), pagesWith(pdf, 'Kuvateksti')]).toEqual([first, first])
      }
    }
  })

  it('say their header again on each page, unless something in it leads elsewhere or it is as high as the page', () => {
    const rows = Array.from({ length: 90 }, () => ['x', 'y'])
    const withHeader = (header: ReturnType<typeof paragraph>) => {
      const table = plainTable('Taulukko', ['OTSAKE', 'b'], rows)
      table.rows[0]?.splice(0, 1, { children: [header] })
      return pagesWith(writePdf(documentOf(table), 'fi'), 'OTSAKE').length
    }
    expect(withHeader(paragraph('OTSAKE'))).toBeGreaterThan(2)
    expect(withHeader(paragraph('OTSAKE', { type: 'footnote', children: [text('selitys')] }))).toBe(1)
    expect(withHeader(paragraph(text('OTSAKE', { href: 'https://example.org/' })))).toBe(1)
    expect(withHeader(paragraph('OTSAKE ', 'pitkä selitys '.repeat(400)))).toBe(1)
  })
})
