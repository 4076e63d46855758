import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordText, type StoredRecord } from '../../../app/approvals/model/record'
import { buildPackage } from '../../../app/final-package/contents/build-package.server'
import type { PackageProgress } from '../../../app/final-package/model/progress'
import { languages } from '../../../app/i18n/languages'
import { pdfMetadata, pdfTags, pdfWords } from '../exports/poppler'
import { circulationOf, model, recordOf, sampleSources, storedVersion } from './sample'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const sources = sampleSources()
const told: PackageProgress[] = []
let zip: Uint8Array
let files: Record<string, Uint8Array>

beforeAll(async () => {
  zip = await buildPackage(sources, (progress) => told.push(progress))
  files = unzipSync(zip)
})

const file = (path: string): Uint8Array => {
  const found = files[`kumppanuussopimus-v2/${path}`]
  if (!found) throw new Error(`${path} is not among ${Object.keys(files).join(', ')}`)
  return found
}
const words = (path: string) => strFromU8(file(path))
const onOneLine = (pdf: Uint8Array) => pdfWords(pdf).replace(/\s+/g, ' ')
const json = (path: string) => JSON.parse(words(path)) as Record<string, unknown>

interface Listed {
  path: string
  size: number
  sha256: string
}

describe('the final package', () => {
  it('holds every file in one folder, by names of its language that any system takes', () => {
    expect(Object.keys(files)).toEqual(
      [
        'asiakirja/kumppanuussopimus-v2-pdf-a-2a.pdf',
        'asiakirja/kumppanuussopimus-v2-pdf-ua-1.pdf',
        'asiakirja/kumppanuussopimus-v2.docx',
        'liitteet/liite-1-yhteistyomalli-v2.md',
        'liitteet/liite-1-yhteistyomalli-v2.pdf',
        'liitteet/liite-1-yhteistyomalli-v2.png',
        'liitteet/liite-1-yhteistyomalli-v2.svg',
        'lue-ensin.txt',
        'tarkista-paketti.html',
        'tarkisteet.json',
        'tarkisteet.txt',
        'tausta/muutokset-versioittain.json',
        'tausta/muutokset-versioittain.pdf',
        'tausta/osallistuminen.csv',
        'tausta/osallistuminen.pdf',
        'tiedot/hyvaksynnat.json',
        'tiedot/paketin-tiedot.json',
        'tiedot/sisalto.json',
      ].map((path) => `kumppanuussopimus-v2/${path}`),
    )
  })

  it('has the document in both standards, one a file, and as Word, each with what was decided', async () => {
    const archive = file('asiakirja/kumppanuussopimus-v2-pdf-a-2a.pdf')
    const accessible = file('asiakirja/kumppanuussopimus-v2-pdf-ua-1.pdf')
    expect(pdfMetadata(archive)).toMatch(/pdfaid:part>2[\s\S]*pdfaid:conformance>A/)
    expect(pdfMetadata(accessible)).toContain('pdfuaid:part>1')
    for (const pdf of [archive, accessible]) {
      const text = onOneLine(pdf)
      expect(text).toContain('kaikki osapuolet ovat hyväksyneet tämän version')
      expect(text).toContain('Hyväksytty varaumin')
      expect(text).toContain('Varaumat: 2 Kustannukset')
      expect(text).toContain('Kaupunginhallitus, 15.2.2027, § 228')
      expect(text).toContain('Hyväksyttiin esityksen mukaan.')
      // Who recorded it is said by organisation.
      expect(text).not.toContain('Kirjaajan Nimi')
    }
    const structure = pdfTags(accessible)
    expect(structure).toMatch(/H1[\s\S]*Table[\s\S]*TH/)
    const docx = unzipSync(file('asiakirja/kumppanuussopimus-v2.docx'))
    expect(strFromU8(docx['word/document.xml'] ?? new Uint8Array())).toContain('Hyväksytty varaumin')
  })

  it('has its annex as a document, a picture and text: the very version that it names', async () => {
    expect(onOneLine(file('liitteet/liite-1-yhteistyomalli-v2.pdf'))).toContain('Liite 1 asiakirjaan Kumppanuussopimus, versio 2')
    expect(words('liitteet/liite-1-yhteistyomalli-v2.svg')).toContain('palvelupiste')
    expect(strFromU8(file('liitteet/liite-1-yhteistyomalli-v2.png').subarray(1, 4))).toBe('PNG')
    expect(words('liitteet/liite-1-yhteistyomalli-v2.md')).toContain(model.hash)
  })

  it('tells who was in its workshops by organisation and role, and names those who gave leave', async () => {
    expect(words('tausta/osallistuminen.csv')).toContain('Roolit ja rajapinnat;15.1.2027;Haapavesi;Kunta;2;palveluohjaaja (2)')
    expect(words('tausta/osallistuminen.csv')).not.toContain('Osallistuja,')
    const text = onOneLine(file('tausta/osallistuminen.pdf'))
    expect(text).toContain('Nimetty Osallistuja')
    expect(text).not.toContain('Nimetön')
  })

  it('tells which version changed what, when and by whom', async () => {
    const text = onOneLine(file('tausta/muutokset-versioittain.pdf'))
    expect(text).toContain('Versio 2 – Päätettäväksi')
    expect(text).toContain('Ottanut: Fasilitaattori')
    expect(text).toContain('lisätty 1, poistettu 0, muutettu 1')
    expect(text).toContain('[+ työllisyyden hyväksi]')
    const log = JSON.parse(words('tausta/muutokset-versioittain.json')) as { number: number; differences: unknown[] | null }[]
    expect(log.map(({ number, differences }) => [number, differences?.length ?? null])).toEqual([
      [1, null],
      [2, 2],
    ])
  })

  it('has the content whose very bytes have the hash that was decided on', () => {
    expect(sha256(file('tiedot/sisalto.json'))).toBe(sources.version.hash)
    const text = words('tiedot/hyvaksynnat.json')
    const { records } = JSON.parse(text) as { records: (StoredRecord & { hash: string })[] }
    expect(records.map(({ versionHash }) => versionHash)).toEqual(records.map(() => sources.version.hash))
    for (const { hash, ...record } of records) {
      expect(sha256(new TextEncoder().encode(recordText(record)))).toBe(hash)
    }
    expect(records.map(({ previousHash }) => previousHash)).toEqual(['0'.repeat(64), records[0]?.hash, records[1]?.hash])
    expect(json('tiedot/paketin-tiedot.json')).toMatchObject({
      final: true,
      versionHash: sources.version.hash,
      annexes: [{ number: 1, included: true }],
      parties: [{ organisation: 'Haapavesi', answer: 'approved', record: 1 }, {}, { organisation: 'Kela' }],
    })
  })

  it('lists every file with its hash, for machines and as sha256sum reads it', () => {
    const { files: listed, final } = json('tarkisteet.json') as unknown as { files: Listed[]; final: boolean }
    expect(final).toBe(true)
    for (const { path, size, sha256: hash } of listed) {
      expect([path, file(path).byteLength, sha256(file(path))]).toEqual([path, size, hash])
    }
    const unlisted = ['tarkista-paketti.html', 'tarkisteet.json', 'tarkisteet.txt']
    expect(listed.length).toBe(Object.keys(files).length - unlisted.length)
    const lines = words('tarkisteet.txt').trimEnd().split('\n')
    expect(lines).toEqual([...listed, { path: 'tarkisteet.json', sha256: sha256(file('tarkisteet.json')) }].map(({ path, sha256: hash }) => `${hash}  ${path}`))
  })

  it('is the same to the byte when it is made again', async () => {
    expect(sha256(await buildPackage(sampleSources()))).toBe(sha256(zip))
  })

  it('tells of every piece before it is made', () => {
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(new Set(told.map(({ total }) => total))).toEqual(new Set([7]))
    expect(told.map(({ step }) => step)).toEqual(['archive-pdf', 'accessible-pdf', 'word', 'annexes', 'background', 'background', 'hashes'])
  })
})

describe('a package of what was translated', () => {
  it('holds the translation as a document of its own, which says how much of the text it covers', async () => {
    const translated = {
      title: 'Syfte',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Parterna arbetar tillsammans.' }] }],
      agreesWith: '',
      agreed: '',
    }
    const content = { ...(JSON.parse(sources.version.content) as object), translation: { language: 'sv', clauses: { c1: translated } } }
    const version = storedVersion('agreement', content, { number: 2 })
    const made = unzipSync(await buildPackage({ ...sources, version }))
    const pdf = made['kumppanuussopimus-v2/asiakirja/kumppanuussopimus-v2-ruotsiksi.pdf'] ?? new Uint8Array()
    const text = onOneLine(pdf)
    expect(text).toContain('Parterna arbetar tillsammans.')
    expect(text).toContain('Kukin vastaa omistaan.')
    expect(text).toContain('Översatta punkter: 1 / 2')
    const original = made['kumppanuussopimus-v2/asiakirja/kumppanuussopimus-v2-pdf-a-2a.pdf'] ?? new Uint8Array()
    expect(onOneLine(original)).not.toContain('Parterna')
    expect(strFromU8(made['kumppanuussopimus-v2/lue-ensin.txt'] ?? new Uint8Array())).toContain('Käännös ruotsiksi')
  })
})

describe('a package of what is not final', () => {
  it('says so in its name, in the document, and to whoever reads it first; an annex that is gone is told', async () => {
    const full = sampleSources()
    const record = recordOf(full.version, 'Haapavesi', 'approved')
    const parties = [{ name: 'Haapavesi', record }, { name: 'Kela', record: null }]
    const draft = sampleSources({
      signOff: { circulation: circulationOf(full.version, parties), records: [record] },
      annexes: [{ title: 'Poistettu malli', versionNumber: 4, hash: 'a'.repeat(64), version: null }],
    })
    const made = unzipSync(await buildPackage(draft))
    const folder = 'kumppanuussopimus-v2-ei-lopullinen'
    expect(Object.keys(made).every((path) => path.startsWith(`${folder}/`))).toBe(true)
    const readme = strFromU8(made[`${folder}/lue-ensin.txt`] ?? new Uint8Array())
    expect(readme).toContain('Ei lopullinen: 1 / 2 osapuolta')
    expect(readme).toContain('Liitettä 1 (Poistettu malli) ei ole paketissa')
    const text = onOneLine(made[`${folder}/asiakirja/kumppanuussopimus-v2-pdf-ua-1.pdf`] ?? new Uint8Array())
    expect(text).toContain('Tämä on luonnos')
    expect(text).toContain('Ei vielä päätöstä')
    expect(text).toContain('Liite 1 (Poistettu malli): versio ei ole enää saatavilla.')
  })

  it.each(languages)('is whole in %s, and hostile words stay words', async (language) => {
    const hostile = '=HYPERLINK("javascript:alert(1)") </script><script>alert(1)</script> #let x = 1 ../../'
    const full = sampleSources()
    const made = unzipSync(
      await buildPackage({ ...full, language, version: { ...full.version, title: hostile, name: hostile }, signOff: { circulation: null, records: [] } }),
    )
    const paths = Object.keys(made)
    expect(paths.length).toBe(18)
    expect(paths.every((path) => /^[a-z0-9/.-]+$/.test(path) && !path.includes('..'))).toBe(true)
    const page = strFromU8(made[paths.find((path) => path.endsWith('.html')) ?? ''] ?? new Uint8Array())
    expect(page).not.toContain('<script>alert')
    expect(page.match(/<script/g)).toHaveLength(2)
  })
})
