import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocx } from '../../../app/imports/docx/import-docx'
import { largestFile } from '../../../app/imports/docx/limits'
import { madeFile, madeParts, paragraph, run, styled } from '../../support/word/made-file'

let counted = 0
const outcomeOf = (bytes: Uint8Array) => {
  const outcome = importDocx(bytes, { newId: () => `id${(counted += 1)}`, untitled: 'Johdanto' })
  return outcome.outcome === 'read' ? 'read' : outcome.reason
}

const body = styled('Heading1', 'A') + paragraph(run('Teksti.'))
const good = madeFile({ body })

/** The sizes that the directory says of every part, made small. */
function withSmallSizes(zip: Uint8Array): Uint8Array {
  const lying = Uint8Array.from(zip)
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  return lying
}

describe('a file that is not taken in', () => {
  it('is another kind of file', () => {
    expect(outcomeOf(strToU8('%PDF-1.7'))).toBe('not-word')
    expect(outcomeOf(new Uint8Array())).toBe('not-word')
    expect(outcomeOf(zipSync({ 'content.xml': strToU8('<x/>') }))).toBe('not-word')
    const sheet = strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
    expect(outcomeOf(zipSync({ ...madeParts({ body }), '[Content_Types].xml': sheet }))).toBe('not-word')
  })

  it('is of Word before 2007, or protected by a password', () => {
    const compound = (words: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(words, 'utf16le')])
    expect(outcomeOf(compound('WordDocument'))).toBe('old-word')
    expect(outcomeOf(compound('EncryptedPackage'))).toBe('encrypted')
    const locked = Uint8Array.from(good)
    const view = new DataView(locked.buffer)
    for (let at = 0; at < locked.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) locked[at + 8] = 1
    expect(outcomeOf(locked)).toBe('encrypted')
  })

  it('is damaged: cut anywhere, or a byte of it changed, it is refused or read, and never more than that', () => {
    for (let length = 4; length < good.length; length += 97) expect(outcomeOf(good.slice(0, length))).toBe('damaged')
    for (let at = 0; at < good.length; at += 13) {
      const flipped = Uint8Array.from(good)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      expect(['read', 'damaged', 'not-word', 'encrypted', 'too-large', 'empty']).toContain(outcomeOf(flipped))
    }
    expect(outcomeOf(zipSync({ ...madeParts({ body }), 'word/document.xml': strToU8('<w:document') }))).toBe('damaged')
  })

  it('is too large, whatever it says of itself', () => {
    expect(outcomeOf(new Uint8Array(largestFile + 1))).toBe('too-large')
    const bomb = zipSync({ ...madeParts({ body }), 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(largestFile)
    expect(outcomeOf(bomb)).toBe('too-large')
    const before = process.memoryUsage().rss
    expect(outcomeOf(withSmallSizes(bomb))).toBe('too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('has too many parts, two of one name, or elements too deep in each other', () => {
    const many = Object.fromEntries(Array.from({ length: 4_100 }, (_, index) => [`x/${index}`, new Uint8Array()]))
    expect(outcomeOf(zipSync({ ...madeParts({ body }), ...many }))).toBe('too-large')
    const twice = zipSync({ ...madeParts({ body }), 'word/document.xmk': strToU8('x') })
    expect(outcomeOf(Uint8Array.from(Buffer.from(Buffer.from(twice).toString('latin1').replaceAll('document.xmk', 'document.xml'), 'latin1')))).toBe('damaged')
    const deep = '<w:sdt><w:sdtContent>'.repeat(5_000) + '</w:sdtContent></w:sdt>'.repeat(5_000)
    expect(outcomeOf(madeFile({ body: deep }))).toBe('damaged')
  })

  it('defines entities, or would fetch some: none is expanded, none is read', () => {
    const laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(outcomeOf(madeFile({ body: body + paragraph(run('&b;')), prologue: laughs }))).toBe('damaged')
    expect(outcomeOf(madeFile({ body, prologue: '<!DOCTYPE x SYSTEM "file:///dev/zero">' }))).toBe('damaged')
    expect(outcomeOf(madeFile({ body: paragraph(run('&unknown;')) }))).toBe('damaged')
  })

  it('says nothing', () => {
    expect(outcomeOf(madeFile({ body: paragraph('') }))).toBe('empty')
  })
})

describe('what else is in a file', () => {
  it('is left alone: files in it that are packed again, and names that would lead elsewhere', () => {
    const parts = { 'word/embeddings/inner.zip': zipSync({ 'bomb.xml': new Uint8Array(1_000_000) }), '../../etc/passwd': strToU8('x') }
    expect(outcomeOf(madeFile({ body, parts }))).toBe('read')
  })
})
