import { beforeAll, describe, expect, it } from 'vitest'
import { clause, paragraph } from '../../../app/artefacts/agreement/model/compose'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { redline } from '../../../app/exports/redline/redline'
import { importDocx } from '../../../app/imports/docx/import-docx'
import type { ImportOutcome } from '../../../app/imports/docx/outcome'
import { newId } from '../../../app/lib/id'
import { converted, libreOffice } from '../../support/word/libreoffice'
import { by, fileOf, finalTree, plainAgreement, reviewFile, run, suggested, threads } from '../../support/word/reviewed-agreement'
import { allOf, readXml, type XmlNode } from '../../support/word/xml'
import { pdfWords } from './poppler'

const suggestions: Agreement = {
  clauses: [
    {
      type: 'clause',
      attrs: { id: 'o-1_a' },
      content: [
        { type: 'clauseTitle', content: [{ type: 'text', text: 'Osapuolet' }] },
        { type: 'paragraph', content: [run('Kunnat '), run('vastaavat', { type: 'deletion', attrs: by('s1') }), run('huolehtivat', { type: 'insertion', attrs: by('s1') }), run(' palveluista '), run('aina', { type: 'formatting', attrs: { ...by('s2'), change: '+bold' } }), run('.')] },
      ],
    },
    suggested(clause('new', 'Uusi kohta', paragraph('Uutta.')), { ...by('s3', 'Valmistelija', 'Haapavesi'), does: 'insert' }),
    clause('goals', 'Tavoitteet', paragraph('Selkeä palvelu.')),
  ],
}

const wordsIn = (node: XmlNode): string => node.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('')
/** Without the space between elements, which the file is set in. */
const words = (node: XmlNode): string => wordsIn(node).replace(/\s*\n\s*/g, ' ').trim()

/** What stands in the text between the two ends of a tracked change. */
function textOfChange(body: XmlNode, id: string): string {
  let text = ''
  let isInside = false
  const look = (node: XmlNode) => {
    for (const child of node.children) {
      if (typeof child === 'string') text += isInside ? child : ''
      else if (child.attributes['text:change-id'] === id) isInside = child.name === 'text:change-start'
      else look(child)
    }
  }
  look(body)
  return text.replace(/\s+/g, ' ').trim()
}

if (libreOffice) {
  describe('a Word file opened by LibreOffice', () => {
    let opened: Record<string, XmlNode>
    let printed: Record<string, string>
    let returned: Record<string, ImportOutcome>

    beforeAll(async () => {
      const before = await finalTree(plainAgreement)
      const after = await finalTree({
        clauses: [...plainAgreement.clauses.slice(1), clause('o-1_a', 'Sopijapuolet', paragraph('Kunnat ja järjestöt.'))],
      })
      const files = {
        final: await fileOf(before),
        review: await reviewFile(suggestions, threads),
        redline: await fileOf(redline(before, after, { author: 'Hankkeen vetäjä', at: new Date('2026-11-21T10:05:00Z') })),
      }
      opened = Object.fromEntries(Object.entries(converted(files, 'fodt')).map(([name, bytes]) => [name, readXml(bytes.toString('utf8'))]))
      printed = Object.fromEntries(Object.entries(converted({ final: files.final }, 'pdf')).map(([name, bytes]) => [name, pdfWords(bytes)]))
      returned = Object.fromEntries(Object.entries(converted(files, 'docx')).map(([name, bytes]) => [name, importDocx(bytes, { newId, untitled: 'Johdanto' })]))
    }, 250_000)

    const body = (name: string) => allOf(opened[name] ?? readXml('<x/>'), 'office:text')[0] ?? readXml('<x/>')
    const headings = (name: string) => allOf(body(name), 'text:h').map((one) => [one.attributes['text:outline-level'], words(one)])

    it('has its headings at their levels, and numbers them by itself', () => {
      expect(headings('final')).toEqual([['1', 'Osapuolet'], ['1', 'Tavoitteet'], ['2', 'Mittarit'], ['3', 'Tarkemmin']])
      expect(printed['final']).toMatch(/1\s+Osapuolet[^]*2\s+Tavoitteet[^]*2\.1\s+Mittarit[^]*2\.1\.1\s+Tarkemmin/)
    })

    it('has lists in lists, a table with its header row, links, and references that know their numbers', () => {
      const items = allOf(body('final'), 'text:list-item').map(words)
      expect(items.some((item) => item.includes('nopea palvelu'))).toBe(true)
      expect(printed['final']).toMatch(/• ?selkeä palvelu[^]*a\. ?viikossa[^]*b\. ?kuukaudessa[^]*1\. ?yksi[^]*2\. ?kaksi/)
      expect(allOf(body('final'), 'table:table-header-rows').map(words)).toEqual(['Tavoite Mittari'])
      expect(allOf(body('final'), 'text:a').map((one) => one.attributes['xlink:href'])).toContain('https://example.org/a?b=c&d=e')
      expect(printed['final']).toMatch(/Ks\. kohta 1\s+Osapuolet ja 2\.1\.1\s+Tarkemmin/)
    })

    it('has its tracked changes: what, by whom, when', () => {
      const changes = allOf(body('review'), 'text:changed-region').map((region) => {
        const [change] = region.children.filter((child) => typeof child !== 'string')
        return [change?.name, words(allOf(region, 'dc:creator')[0] ?? region), words(allOf(region, 'dc:date')[0] ?? region)]
      })
      expect(changes).toContainEqual(['text:deletion', 'Asiantuntija (Kela)', '2026-11-20T09:30:00'])
      expect(changes).toContainEqual(['text:insertion', 'Asiantuntija (Kela)', '2026-11-20T09:30:00'])
      expect(changes).toContainEqual(['text:format-change', 'Asiantuntija (Kela)', '2026-11-20T09:30:00'])
      expect(changes).toContainEqual(['text:insertion', 'Valmistelija (Haapavesi)', '2026-11-20T09:30:00'])
    })

    it('has its comments where they belong, with their answers, and knows which are settled', () => {
      const comments = allOf(body('review'), 'office:annotation').map((one) => ({
        by: words(allOf(one, 'dc:creator')[0] ?? one),
        said: allOf(one, 'text:p').map(words).join('\n'),
        settled: one.attributes['loext:resolved'] === 'true',
      }))
      expect(comments).toContainEqual({ by: 'A (Kela)', said: 'Ketkä?\nKaikki?', settled: false })
      expect(comments).toContainEqual({ by: 'B (Kela)', said: 'Kunnat.', settled: false })
      expect(comments).toContainEqual({ by: 'C (Kela)', said: 'Liikaa', settled: true })
      expect(comments).toHaveLength(5)
    })

    it('comes back the same when LibreOffice has saved it: its clauses by their ids, suggestions and comments', () => {
      expect(returned['final']).toMatchObject({ outcome: 'read', agreement: plainAgreement, found: { left: [] } })
      expect(returned['review']).toMatchObject({
        outcome: 'read',
        agreement: { clauses: [{ attrs: { id: 'o-1_a' } }, { attrs: { id: 'new', suggestion: { does: 'insert', name: 'Valmistelija', organisation: 'Haapavesi' } } }, { attrs: { id: 'goals' } }] },
        found: { comments: 5, left: [] },
      })
      expect(JSON.stringify(returned['review'])).toMatch(/"huolehtivat","marks":\[\{"type":"insertion","attrs":\{"id":"[^"]+","author":"","name":"Asiantuntija","organisation":"Kela"/)
    })

    it('has what two versions differ in as tracked changes', () => {
      const regions = allOf(body('redline'), 'text:changed-region')
      expect(regions.every((region) => words(allOf(region, 'dc:creator')[0] ?? region) === 'Hankkeen vetäjä')).toBe(true)
      const changed = (kind: string) => regions.filter((region) => allOf(region, kind).length > 0).map((region) => textOfChange(body('redline'), region.attributes['text:id'] ?? ''))
      expect(changed('text:deletion').join(' ')).toMatch(/Osapuolet.*osapuolia ovat/)
      expect(changed('text:insertion').join(' ')).toMatch(/Sopijapuolet.*Kunnat ja järjestöt/)
    })
  })
} else {
  describe('a Word file', () => {
    it('is not opened by LibreOffice here, which is not installed: .ci/run installs it', () => {
      expect(libreOffice).toBeUndefined()
    })
  })
}
