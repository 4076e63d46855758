import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { agreement as kind } from '../../../app/artefacts/agreement'
import { agreementExport } from '../../../app/artefacts/agreement/export'
import type { Agreement, Text } from '../../../app/artefacts/agreement/model/content'
import { commentsInTree } from '../../../app/exports/comments-in-tree'
import { redline } from '../../../app/exports/redline/redline'
import type { DocumentTree } from '../../../app/exports/tree'
import { writeDocument } from '../../../app/exports/write-document.server'
import { createKindTranslate } from '../../../app/i18n/translator'
import type { Thread } from '../../../app/remarks/model/content'
import { asQuoted } from '../../support/word/reviewed-agreement'
import { documentOf } from './sample'
import { pdfWords } from './poppler'

// What Typst, Word, HTML, Markdown, XML and spreadsheets would take for more than words.
const hostile = '#read("/etc/passwd") {DDEAUTO c:\\calc} =HYPERLINK("x") @SUM(1) <script>alert(1)</script> ]]>&amp; {{t}} [a](b)'
const addresses = ['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x', '//host/x', 'file:///etc/passwd', 'ms-word:ofe|u|x']

const by = { id: 's', author: 'user:1', name: hostile.slice(0, 200), organisation: hostile.slice(0, 200), at: 1_700_000_000_000 }
const run = (text: string, marks: Text['marks'] = []): Text => ({ type: 'text', text, marks })

/** As it could be only if somebody wrote past the editor and the schema. */
const content: Agreement = {
  clauses: [
    {
      type: 'clause',
      attrs: { id: 'a' },
      content: [
        { type: 'clauseTitle', content: [{ type: 'text', text: hostile }] },
        { type: 'paragraph', content: [run(hostile), { type: 'footnote', attrs: { words: hostile } }, { type: 'party', attrs: { organisation: 'o', name: hostile } }] },
        { type: 'paragraph', content: [run(`${hostile} lisätty`, [{ type: 'insertion', attrs: by }]), run(`${hostile} poistettu`, [{ type: 'deletion', attrs: by }])] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [run(hostile)] }] }] },
        { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [{ type: 'paragraph', content: [run(hostile)] }] }] }, { type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [run(hostile)] }] }] }] },
        { type: 'paragraph', content: addresses.map((href) => run('linkki ', [{ type: 'link', attrs: { href } }])) },
      ],
    },
  ],
}

const thread: Thread = {
  id: 't',
  anchor: { on: 'item', item: 'a', name: hostile.slice(0, 200) },
  remarks: [{ id: 'r', author: { key: '', name: by.name, organisation: by.organisation }, at: by.at, words: hostile, mentions: [] }],
}

function write(tree: DocumentTree, format: Parameters<typeof writeDocument>[0]): Promise<Uint8Array> {
  const document = documentOf()
  document.tree = tree
  return writeDocument(format, document, 'fi')
}

const decoded = (xml: string) => xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')

function expectPlainWord(file: Uint8Array): Record<string, string> {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const body = parts['word/document.xml'] ?? ''
  const words = [...body.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, said = '']) => decoded(said)).join('')
  expect(words).toContain(hostile)
  for (const xml of Object.values(parts)) {
    expect(xml).not.toMatch(/<w:(?:instrText|delInstrText)[^>]*>[^<]*(?:DDE|HYPERLINK|read)/)
    expect(xml).not.toMatch(/w:instr="[^"]*(?:DDE|HYPERLINK|read)/)
    expect(xml).not.toContain('<script')
  }
  expect(parts['word/_rels/document.xml.rels']).not.toMatch(/javascript|vbscript|file:|ms-word|data:|\/\/host/i)
  return parts
}

describe('an agreement whose words look like markup', () => {
  let tree: DocumentTree
  let review: DocumentTree

  beforeAll(async () => {
    const t = createKindTranslate('fi', await kind.loadMessages('fi'))
    tree = agreementExport.toDocument(content, hostile, t, 'fi')
    review = commentsInTree(agreementExport.toReviewDocument?.(content, hostile, t, 'fi') ?? tree, [asQuoted(thread)])
  })

  it('is these words in both PDFs, and leads nowhere', async () => {
    for (const format of ['pdf', 'pdfa'] as const) {
      const pdf = await write(tree, format)
      expect(pdfWords(pdf).replace(/-?\s+/g, ' ')).toContain(hostile.slice(0, 60))
      expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/URI \((?:javascript|data|vbscript|file|ms-)/i)
      expect(pdfWords(pdf)).not.toContain('root:')
    }
  })

  it('is these words in HTML and Markdown, and leads nowhere', async () => {
    const html = new TextDecoder().decode(await write(tree, 'html'))
    expect(decoded(html)).toContain(hostile)
    expect(html).not.toContain('<script>alert')
    expect([...html.matchAll(/href="([^"#][^"]*)"/g)]).toEqual([])
    const markdown = new TextDecoder().decode(await write(tree, 'md'))
    expect(markdown).not.toMatch(/\]\(<(?!#)/)
    expect(markdown).not.toMatch(/(?<!\\)<script/)
  })

  it('is these words in Word: final, with review marks, and as a redline', async () => {
    expectPlainWord(await write(tree, 'docx'))
    const parts = expectPlainWord(await write(review, 'docx'))
    expect(decoded(parts['word/comments.xml'] ?? '')).toContain(hostile)
    expectPlainWord(await write(redline({ ...tree, title: 'Ennen', blocks: tree.blocks.slice(1) }, tree, { author: hostile, at: new Date(0) }), 'docx'))
  })
})
