import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { workshopReport } from '../../../../app/artefacts/workshop-report'
import { workshopReportExport } from '../../../../app/artefacts/workshop-report/export'
import type { WorkshopReport } from '../../../../app/artefacts/workshop-report/model/content'
import { formatIds, isDocumentFormat } from '../../../../app/exports/formats'
import type { FinalDocument } from '../../../../app/exports/tree'
import { writeDocument } from '../../../../app/exports/write-document.server'
import { translatorFor } from '../../../../app/i18n/catalogue.server'
import { languages, type Language } from '../../../../app/i18n/languages'
import { createKindTranslate } from '../../../../app/i18n/translator'
import { buildReport } from '../../../../app/workshops/report/build-report'
import { fullWorkshop } from '../../../support/workshop-facts'
import { pdfTags, pdfWords } from '../../exports/poppler'

async function documentOf(content: WorkshopReport, language: Language = 'fi'): Promise<FinalDocument> {
  const t = createKindTranslate(language, await workshopReport.loadMessages(language))
  return {
    titlePage: {
      project: 'Yhdessä työelämään',
      kind: t('name'),
      organisations: ['Haapavesi', 'Kela'],
      date: new Date('2026-11-18T12:00:00Z'),
      hash: '0'.repeat(64),
    },
    tree: workshopReportExport.toDocument(content, 'Roolit ja rajapinnat: raportti', t, language),
  }
}

const report = (language: Language = 'fi') => buildReport(fullWorkshop(), translatorFor(language))

describe('a workshop’s report as a final document', () => {
  it.each(languages.flatMap((language) => formatIds.filter(isDocumentFormat).map((format) => [format, language] as const)))(
    'can be written as %s in %s',
    async (format, language) => {
      const bytes = await writeDocument(format, await documentOf(report(language), language), language)
      expect(bytes.length).toBeGreaterThan(1000)
    },
    60_000,
  )

  it('has in PDF real headings of two levels, lists, and tables with header cells', async () => {
    const pdf = await writeDocument('pdf', await documentOf(report()), 'fi')
    const tags = pdfTags(pdf)
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD']) expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
    const words = pdfWords(pdf)
    for (const said of ['4.1 Päätökset', 'Sama puhelinnumero', 'Avataan yksi luukku', 'Taulukko 1']) {
      expect(words.replaceAll('\n', ' ')).toContain(said)
    }
  })

  it('has in Word real headings, and tables whose first row is repeated', async () => {
    const parts = unzipSync(await writeDocument('docx', await documentOf(report()), 'fi'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:val="Heading2"')
    expect(xml.match(/<w:tbl>/g)?.length).toBeGreaterThanOrEqual(6)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(6)
  })

  it('has in HTML header cells for columns and rows, and markup as the letters it is', async () => {
    const facts = { ...fullWorkshop(), summary: '<script>alert(1)</script>' }
    const html = new TextDecoder().decode(
      await writeDocument('html', await documentOf(buildReport(facts, translatorFor('fi'))), 'fi'),
    )
    expect(html).toMatch(/<th[^>]*scope="col"/)
    expect(html).toMatch(/<th[^>]*scope="row"/)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })

  it('begins with a chapter also where its first section is a part of one, and leaves an empty table out', async () => {
    const section = { id: 'a', order: 'a0', depth: 2 as const, heading: '', text: '' }
    const table = { caption: '', columns: [{ id: 'c', order: 'a0', name: '' }], rows: [] }
    const { tree } = await documentOf({ sections: [{ ...section, table }] })
    expect(tree.blocks).toEqual([
      { type: 'heading', level: 1, numbered: true, children: [{ type: 'text', text: 'Nimetön osio' }] },
    ])
  })

  it('is compared section by section and row by row', async () => {
    const t = createKindTranslate('fi', await workshopReport.loadMessages('fi'))
    const parts = workshopReportExport.parts(report(), t)
    expect(parts.find(({ name }) => name === 'Avataan yksi luukku')).toMatchObject({
      kind: 'Taulukon rivi',
      place: 'Päätökset',
      fields: expect.arrayContaining([{ name: 'Vastuu', text: 'Haapavesi' }]) as unknown,
    })
  })
})
