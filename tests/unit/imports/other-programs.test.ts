import { describe, expect, it } from 'vitest'
import { placeClauses } from '../../../app/artefacts/agreement/model/clauses'
import type { Agreement } from '../../../app/artefacts/agreement/model/content'
import { importDocx } from '../../../app/imports/docx/import-docx'
import { link, madeFile, paragraph, run, styled, type MadeFile } from '../../support/word/made-file'

let counted = 0

function taken(made: MadeFile) {
  const outcome = importDocx(madeFile(made), { newId: () => `id${(counted += 1)}`, untitled: 'Johdanto' })
  if (outcome.outcome !== 'read') throw new Error(outcome.reason)
  return outcome
}

const outline = (agreement: Agreement) => placeClauses(agreement).map(({ number, title }) => `${number} ${title}`)
const json = (agreement: Agreement) => JSON.stringify(agreement)
const left = (made: MadeFile) => Object.fromEntries(taken(made).found.left.map(({ what, count }) => [what, count]))

const headingStyle = (id: string, name: string, more = '') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const lists =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
const inList = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`

describe('headings of a Word file', () => {
  it('become clauses, whatever language the styles are in, and by their outline level', () => {
    const styles = [
      headingStyle('Otsikko1', 'heading 1'),
      headingStyle('Rubrik2', 'Rubrik 2'),
      headingStyle('Oma', 'Oma pykälä', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      headingStyle('Perustuu', 'Perustuva', '<w:basedOn w:val="Otsikko1"/>'),
    ].join('')
    const body = [styled('Otsikko1', 'A'), styled('Rubrik2', 'B'), styled('Oma', 'C'), paragraph(run('x')), styled('Perustuu', 'D')].join('')
    const { agreement, found } = taken({ body, styles })
    expect(outline(agreement)).toEqual(['1 A', '1.1 B', '1.1.1 C', '2 D'])
    expect(found.headings).toBe('styles')
  })

  it('are lifted where they stand deeper than clauses go, and lose the numbers that were typed, and both is said', () => {
    const body = ['1. Yksi', '1.1 Kaksi', '1.1.1 Kolme', '1.1.1.1 Neljä'].map((words, index) => styled(`Heading${index + 1}`, words)).join('')
    const { agreement, found } = taken({ body })
    expect(outline(agreement)).toEqual(['1 Yksi', '1.1 Kaksi', '1.1.1 Kolme', '1.1.2 Neljä'])
    expect(found.left).toEqual([
      { what: 'deepHeadings', count: 1 },
      { what: 'typedNumbers', count: 4 },
    ])
  })

  it('are looked for among numbered lines where there are none, and that is said', () => {
    const typed = ['Sopimus', '1 § Osapuolet', 'Osapuolia ovat kunnat.', '2 § Tavoitteet', 'Tavoite on selkeä.'].map((words) => paragraph(run(words))).join('')
    const byHand = taken({ body: typed })
    expect(byHand.found.headings).toBe('numbers')
    expect(outline(byHand.agreement)).toEqual(['1 Johdanto', '2 Osapuolet', '3 Tavoitteet'])
    const numbered = [paragraph(run('Osapuolet'), inList(0)), paragraph(run('Kunnat sopivat.')), paragraph(run('Tavoitteet'), inList(0))].join('')
    expect(outline(taken({ body: numbered, numbering: lists }).agreement)).toEqual(['1 Osapuolet', '2 Tavoitteet'])
  })

  it('below one that stands alone above all others are the clauses of the agreement that it names', () => {
    const body = [
      styled('Heading1', 'Yhteistyösopimus'),
      styled('Heading2', '1. Osapuolet'),
      paragraph(run('Kunnat sopivat kohdan 2 ja liitteen 1 mukaan.')),
      styled('Heading2', '2. Tarkoitus'),
      styled('Heading3', '2.1 Rajaus'),
    ].join('')
    const { agreement, found } = taken({ body })
    expect(found.title).toBe('Yhteistyösopimus')
    expect(outline(agreement)).toEqual(['1 Osapuolet', '2 Tarkoitus', '2.1 Rajaus'])
    expect(found.outline.map(({ number, title }) => `${number} ${title}`)).toEqual(outline(agreement))
    expect(found.left).toEqual([
      { what: 'typedNumbers', count: 3 },
      { what: 'typedReferences', count: 2 },
    ])
    const withWords = styled('Heading1', 'Yhteistyösopimus') + paragraph(run('Alkusanat.')) + styled('Heading2', 'Osapuolet')
    expect(outline(taken({ body: withWords }).agreement)).toEqual(['1 Johdanto', '2 Osapuolet'])
    const alone = styled('Heading1', 'Osapuolet') + paragraph(run('Kunnat sopivat.'))
    expect(outline(taken({ body: alone }).agreement)).toEqual(['1 Osapuolet'])
  })

  it('need not be there: everything becomes one clause', () => {
    const { agreement, found } = taken({ body: paragraph(run('Vain tekstiä.')) })
    expect(outline(agreement)).toEqual(['1 Johdanto'])
    expect(found.headings).toBe('none')
  })

  it('leave what stands before them in a clause of its own', () => {
    const { agreement, found } = taken({ body: paragraph(run('Alkusanat.')) + styled('Heading1', 'A') })
    expect(outline(agreement)).toEqual(['1 Johdanto', '2 A'])
    expect(found.left).toContainEqual({ what: 'beforeFirst', count: 1 })
  })
})

describe('what stands under the headings', () => {
  it('keeps lists in lists, and bold and italic words', () => {
    const body = styled('Heading1', 'A') + paragraph(run('yksi'), inList(0)) + paragraph(run('piste', '<w:b/>'), inList(1)) + paragraph(run('kaksi', '<w:i/>'), inList(0))
    expect(taken({ body, numbering: lists }).agreement.clauses[0]?.content[1]).toEqual({
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'yksi' }] },
            { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'piste', marks: [{ type: 'bold' }] }] }] }] },
          ],
        },
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'kaksi', marks: [{ type: 'italic' }] }] }] },
      ],
    })
  })

  it('keeps merged cells, and takes a bold first row for a header', () => {
    const cell = (words: string, properties = '', look = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(words, look))}</w:tc>`
    const body =
      styled('Heading1', 'A') +
      `<w:tbl><w:tr>${cell('X', '<w:gridSpan w:val="2"/>', '<w:b/>')}</w:tr><w:tr>${cell('a', '<w:vMerge w:val="restart"/>')}${cell('b')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('c')}</w:tr></w:tbl>`
    const { agreement } = taken({ body })
    expect(json(agreement)).toMatch(/"tableHeader","attrs":\{"colspan":2\}.*"tableCell","attrs":\{"rowspan":2\}/)
  })

  it('lets references to a heading follow it, whether by a field or by a link', () => {
    const target = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Ref1"/>${run('Tavoitteet')}<w:bookmarkEnd w:id="1"/></w:p>`
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const { agreement } = taken({ body: target + paragraph(run('Ks. ') + field + `<w:hyperlink w:anchor="_Ref1">${run('kohta')}</w:hyperlink>`) })
    const [clause] = agreement.clauses
    expect(json(agreement).match(/"clauseReference"/g)).toHaveLength(2)
    expect(json(agreement)).toContain(`"clause":"${clause?.attrs.id}"`)
  })

  it('makes tracked changes suggestions of their author, and moved text one that goes and one that comes', () => {
    const by = 'w:author="Asiantuntija (Kela)" w:date="2026-01-02T03:04:00Z"'
    const body = styled('Heading1', 'A') + paragraph(run('Ennen ') + `<w:moveFrom w:id="1" ${by}>${run('siirto')}</w:moveFrom><w:ins w:id="2" ${by}>${run('lisäys')}</w:ins>`)
    const { agreement, found } = taken({ body })
    expect(json(agreement)).toMatch(/"siirto","marks":\[\{"type":"deletion","attrs":\{"id":"[^"]+","author":"","name":"Asiantuntija","organisation":"Kela","at":1767323040000\}/)
    expect(json(agreement)).toMatch(/"lisäys","marks":\[\{"type":"insertion"/)
    expect(found.suggestions).toBe(1)
  })

  it('makes comments shared threads, on the words that they are about', () => {
    const comments = `<w:comment w:id="7" w:author="Lakimies" w:date="2026-01-02T03:04:00Z">${paragraph(run('Miksi?'))}</w:comment>`
    const body = styled('Heading1', 'A') + paragraph(`${run('Osapuolet ')}<w:commentRangeStart w:id="7"/>${run('sopivat')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${run(' tästä.')}`)
    const { remarks } = taken({ body, comments })
    expect(remarks.threads).toMatchObject([{ anchor: { on: 'passage', quote: 'sopivat', before: 'A Osapuolet ', after: ' tästä.' }, remarks: [{ words: 'Miksi?', author: { key: '', name: 'Lakimies' } }] }])
  })
})

describe('what cannot come along', () => {
  const heading = styled('Heading1', 'A')

  it('is counted and told, and never fetched', () => {
    const picture = '<w:r><w:drawing><a xmlns="x" link="rId9"/></w:drawing></w:r>'
    const box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ruutu</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'
    const body =
      heading +
      paragraph(picture + box + run('x', '<w:u w:val="single"/>') + run('piilossa', '<w:vanish/>') + '<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>') +
      paragraph('<w:fldSimple w:instr="INCLUDETEXT &quot;/etc/passwd&quot;"><w:r><w:t>ennen</w:t></w:r></w:fldSimple>')
    const links = link('rId9', 'image', 'file:///dev/zero') + link('rId8', 'attachedTemplate', 'http://169.254.169.254/t.dotm')
    const found = left({ body, links, parts: { 'word/vbaProject.bin': new Uint8Array([1]) } })
    expect(found).toEqual({ pictures: 1, textBoxes: 1, equations: 1, external: 2, macros: 1, fields: 1, formatting: 1, hidden: 1 })
    expect(json(taken({ body }).agreement)).toMatch(/E=mc².*ennen/)
    expect(json(taken({ body }).agreement)).not.toMatch(/piilossa|ruutu|passwd/)
  })

  it('is every address that could run something: the words stay, the link does not', () => {
    const hostile = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'vbscript:x', '//host/x', 'ms-word:ofe|u|x', 'java&#9;script:x']
    const links = hostile.map((address, index) => link(`h${index}`, 'hyperlink', address.replace('|', '%7C'))).join('')
    const body = heading + paragraph(hostile.map((_, index) => `<w:hyperlink r:id="h${index}">${run(`sana${index}`)}</w:hyperlink>`).join('')) + paragraph(`<w:fldSimple w:instr="HYPERLINK &quot;javascript:alert(1)&quot;">${run('kenttä')}</w:fldSimple>`)
    const { agreement, found } = taken({ body, links })
    expect(json(agreement)).not.toContain('href')
    expect(json(agreement)).toMatch(/sana0.*sana6.*kenttä/)
    expect(found.left).toEqual([{ what: 'links', count: 8 }])
  })

  it('is no text that looks like markup: it stays the words that it is', () => {
    const words = '#read("x") $=1$ {{t}} =HYPERLINK("x") { DDE } **b** &lt;script&gt;'
    expect(json(taken({ body: heading + paragraph(run(words)) }).agreement)).toContain(JSON.stringify(words.replace('&lt;', '<').replace('&gt;', '>')).slice(1, -1))
  })
})
