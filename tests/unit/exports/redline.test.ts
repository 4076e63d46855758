import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '../../../app/exports/docx/write.server'
import { redline } from '../../../app/exports/redline/redline'
import { settle } from '../../../app/exports/settle'
import { bullets, heading, paragraph, plainTable, text, type Block } from '../../../app/exports/tree'
import { judged } from '../../support/word/judged'
import { documentOf } from './sample'

const change = { author: 'Hankkeen vetäjä (Haapaveden kaupunki)', at: new Date('2026-11-21T10:05:00Z') }
const write = (blocks: Block[]) => writeDocx(documentOf(...blocks), 'fi')

async function written(before: Block[], after: Block[]) {
  const document = documentOf(...after)
  document.tree = redline(documentOf(...before).tree, document.tree, change)
  const file = await writeDocx(document, 'fi')
  return { file, tree: document.tree, body: strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()) }
}

/** Accepting everything gives the later document, rejecting everything the earlier one. */
async function leadsToBoth(before: Block[], after: Block[]) {
  const { file, body } = await written(before, after)
  expect(judged(file, 'accept')).toEqual(judged(await write(after), 'accept'))
  expect(judged(file, 'reject')).toEqual(judged(await write(before), 'reject'))
  return body
}

const clause = (id: string, level: 1 | 2 | 3, title: string, ...blocks: Block[]): Block[] => [heading(level, title, { id, numbered: true }), ...blocks]
const reference = (target: string) => ({ type: 'reference', target, fallback: '?' }) as const

describe('a redline of two versions', () => {
  it('marks changed words as Word tracks them: by whom, when, and no more than these', async () => {
    const body = await leadsToBoth(
      clause('a', 1, 'Osapuolet', paragraph('Sopimuksen osapuolia ovat kunnat ja järjestöt.')),
      clause('a', 1, 'Osapuolet', paragraph('Sopimuksen osapuolia ovat kunnat, yritykset ja järjestöt.')),
    )
    expect(body).toMatch(/<w:ins w:id="\d+" w:author="Hankkeen vetäjä \(Haapaveden kaupunki\)" w:date="2026-11-21T10:05:00Z"><w:r><w:t xml:space="preserve">yritykset /)
    expect(body).not.toContain('<w:delText')
  })

  it('marks clauses that are new, gone, moved, renamed and lifted to another level', async () => {
    const before = [
      ...clause('a', 1, 'Osapuolet', paragraph('Kunnat.')),
      ...clause('a1', 2, 'Kunnat', paragraph('Kunnat vastaavat palveluista.')),
      ...clause('b', 1, 'Tavoitteet', paragraph('Selkeä palvelu.'), paragraph('Katso ', reference('d'), '.')),
      ...clause('c', 1, 'Viestintä', paragraph('Viestitään yhdessä.'), bullets(['verkossa', 'lehdissä'])),
      ...clause('d', 1, 'Kustannukset', plainTable('Kustannukset', ['Osapuoli', 'Osuus'], [['Kunta', '60 %'], ['Järjestö', '40 %']])),
    ]
    const after = [
      ...clause('d', 1, 'Kustannukset ja resurssit', plainTable('Kustannukset ja resurssit', ['Osapuoli', 'Osuus'], [['Kunta', '50 %'], ['TE-palvelut', '10 %'], ['Järjestö', '40 %']])),
      ...clause('a', 1, 'Sopijapuolet', paragraph('Kunnat.')),
      ...clause('a1', 1, 'Kunnat', paragraph('Kunnat vastaavat palveluista.')),
      ...clause('b', 1, 'Tavoitteet', paragraph('Selkeä palvelu.'), paragraph('Katso ', reference('a'), '.')),
      ...clause('e', 1, 'Arviointi', paragraph('Arvioidaan vuosittain.'), bullets(['kevät'])),
    ]
    await leadsToBoth(before, after)
    await leadsToBoth(after, before)
  })

  it('marks what only looks otherwise', async () => {
    const body = await leadsToBoth(
      clause('a', 1, 'A', paragraph('Kunnat ', text('vastaavat', { bold: true }), ' palveluista.')),
      clause('a', 1, 'A', paragraph('Kunnat vastaavat ', text('palveluista', { italic: true }), '.')),
    )
    expect(body.match(/<w:rPrChange /g)).toHaveLength(2)
    expect(body).not.toMatch(/<w:(?:ins|del) /)
  })

  it('marks links, line breaks, footnotes and references that came or went', async () => {
    await leadsToBoth(
      clause('a', 1, 'A', paragraph('Lisää ', text('täällä', { href: 'https://example.org/a' }), '.', { type: 'footnote', children: [text('Vanha.')] })),
      clause('a', 1, 'A', paragraph('Lisää ', text('täällä', { href: 'https://example.org/b' }), '.', { type: 'break' }, 'Ja ', reference('a'))),
    )
  })

  it('marks items, rows and cells one by one', async () => {
    const body = await leadsToBoth(
      clause('a', 1, 'A', bullets(['yksi', 'kaksi', 'kolme']), plainTable('T', ['x', 'y'], [['a', 'b'], ['c', 'd']])),
      clause('a', 1, 'A', bullets(['nolla', 'yksi', 'kolme ja puoli']), plainTable('T', ['x', 'y'], [['a', 'bee'], ['e', 'f'], ['c', 'd']])),
    )
    expect(body.match(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:ins /g)).toHaveLength(1)
  })

  it('puts a table in the place of one of another shape', async () => {
    await leadsToBoth(
      clause('a', 1, 'A', plainTable('T', ['x', 'y'], [['a', 'b']]), paragraph('loppu')),
      clause('a', 1, 'A', plainTable('T', ['x', 'y', 'z'], [['a', 'b', 'c']]), paragraph('loppu')),
    )
  })

  it('has no marks where nothing has changed', async () => {
    const blocks = clause('a', 1, 'A', paragraph('Sama.'), bullets(['x']))
    const { body } = await written(blocks, blocks)
    expect(body).not.toMatch(/<w:(?:ins|del|rPrChange) /)
  })

  it('is in every other format the document as it was before', async () => {
    const { tree } = await written(
      clause('a', 1, 'Osapuolet', paragraph('Kunnat ja järjestöt.'), bullets(['x'])),
      clause('a', 1, 'Sopijat', paragraph('Kunnat ja yritykset.'), plainTable('T', ['x'], [['a']])),
    )
    const document = documentOf()
    document.tree = tree
    const { blocks } = settle(document, 'fi')
    expect(JSON.stringify(blocks)).not.toMatch(/Sopijat|yritykset|tracked/)
    expect(JSON.stringify(blocks)).toMatch(/Osapuolet.*järjestöt/)
  })
})
