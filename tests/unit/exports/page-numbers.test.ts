import type { PageNumberEstimator } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { loadKind } from '../../../app/artefacts/registry'
import { writeDocx } from '../../../app/exports/docx/write.server'
import { redline } from '../../../app/exports/redline/redline'
import { bullets, heading, paragraph, plainTable, text, type Block, type FinalDocument } from '../../../app/exports/tree'
import { createKindTranslate } from '../../../app/i18n/translator'
import { exampleAgreement } from '../../../prisma/seed/example/agreement'
import { longAgreement } from '../../bench/package/long-agreement'
import { agreement, documentOf, everything } from './sample'

const library = vi.hoisted(() => ({ reads: 'lines' as 'lines' | 'words' }))

vi.mock('../../../app/exports/docx/page-numbers.server', async (original) => {
  const { estimatePages } = await original<{ estimatePages(): PageNumberEstimator }>()
  const { estimatePageNumbersWith } = await import('docx/layout')
  return { estimatePages: () => (library.reads === 'words' ? estimatePageNumbersWith({ guess: true }) : estimatePages()) }
})

async function bodyOf(document: FinalDocument, reads: typeof library.reads): Promise<string> {
  library.reads = reads
  return strFromU8(unzipSync(await writeDocx(document, 'fi'))['word/document.xml'] ?? new Uint8Array())
}

const pagesIn = (body: string): string[] => [...body.matchAll(/PAGEREF _Toc\d+ \\h.*?<w:t [^>]*>(\d+)</g)].map(([, page = '']) => page)

async function agrees(document: FinalDocument): Promise<string[]> {
  const fast = await bodyOf(document, 'lines')
  const slow = await bodyOf(document, 'words')
  expect(pagesIn(fast)).toEqual(pagesIn(slow))
  expect(fast === slow).toBe(true)
  return pagesIn(fast)
}

async function asDocument(content: unknown): Promise<FinalDocument> {
  const kind = await loadKind('agreement')
  const [outlet, messages] = await Promise.all([kind.loadExport(), kind.loadMessages('fi')])
  const tree = outlet.toDocument(content, 'Kumppanuussopimus', createKindTranslate('fi', messages), 'fi')
  return { titlePage: everything.titlePage, tree }
}

const clauses = (count: number, inside: (index: number) => Block[]): Block[] =>
  Array.from({ length: count }, (_, index) => [heading(1, `Kohta ${index}`, { numbered: true }), ...inside(index)]).flat()

const sentence = 'Osapuolet sopivat TE-palvelujen ja kuntien työnjaosta – myös määräajoista (30 päivää) – vuosiksi 2026–2029. '

describe('pages in the contents of a Word file, told by counted lines, are those that laying out every word tells', {
  timeout: 120_000,
}, () => {
  it('in the example agreement', async () => {
    const pages = await agrees(await asDocument(exampleAgreement))
    expect(Number(pages.at(-1))).toBeGreaterThan(5)
  })

  it('in a long agreement, and where everything stands that a document can hold', async () => {
    const { clauses: all } = longAgreement(1, [])
    await agrees(await asDocument({ clauses: all.slice(0, 8), annexes: [] }))
    await agrees(agreement(24))
    await agrees(everything)
  })

  it('with bold and slanted words, hyphens, lists in lists, tables and notes', async () => {
    const inside = (index: number): Block[] => [
      paragraph(sentence.repeat((index % 7) + 1), text('Lihavoitu sana', { bold: true }), ` ${sentence}`, text(sentence, { italic: true })),
      { ...paragraph(sentence.repeat(2)), tone: 'lead' },
      { ...paragraph(sentence.repeat(3)), tone: 'note' },
      { type: 'list', ordered: true, items: [[paragraph(sentence.repeat(2)), bullets([sentence, sentence.repeat(index % 4)])], [paragraph('a')]] },
      plainTable('Vastuut', ['Tehtävä', 'Vastuu'], [[sentence, sentence.repeat(2)], ['x', sentence]], { rowHeaders: true }),
      paragraph('Viite', { type: 'footnote', children: [text(sentence)] }, sentence),
    ]
    await agrees(documentOf(...clauses(8, inside)))
  })

  it('with what is left to the library: words longer than a line, other scripts, breaks', async () => {
    const odd = ['w'.repeat(200), 'كلمة ועוד 👩‍👩‍👧', `${sentence}\u00a0${sentence}`, `so\u00adft ${sentence}`]
    await agrees(documentOf(...clauses(8, (index) => [paragraph(odd[index % odd.length] ?? '', { type: 'break' }, sentence), paragraph(odd[index % odd.length] ?? '')])))
    await agrees(documentOf(...clauses(3, () => [paragraph(sentence)]), heading(1, sentence.repeat(2), { numbered: true }), paragraph(sentence)))
  })

  it('with tracked changes', async () => {
    const before = documentOf(...clauses(8, (index) => [paragraph(sentence.repeat(4), String(index))]))
    const after = documentOf(...clauses(7, (index) => [paragraph(sentence.repeat(4), String(index + 1)), paragraph(sentence)]))
    const change = { author: 'Ohjausryhmä', at: new Date('2026-11-21T10:05:00Z') }
    await agrees({ ...after, tree: redline(before.tree, after.tree, change) })
  })
})
