import { describe, expect, it } from 'vitest'
import { writeMarkdown } from '../../../app/exports/markdown/write'
import { bullets, heading, paragraph, plainTable, text } from '../../../app/exports/tree'
import { documentOf, everything } from './sample'

const written = writeMarkdown(everything, 'fi')

describe('a Markdown text', () => {
  it('has the title, the state and the facts of the title page', () => {
    expect(written).toMatch(/^# Kumppanuussopimus työllisyyden edistämisestä Haapaveden seudulla\n/)
    expect(written).toContain('Tahtotilasta tulokseen · Kumppanuussopimus · Versio 3 – Lausuntokierros')
    expect(written).toContain(`- **Tarkiste (SHA-256):** ${everything.titlePage.hash}`)
  })

  it('has numbered headings, and references that lead to them', () => {
    expect(written).toContain('\n### 1.1 Kuntien rooli\n')
    expect(written).toContain('kohtaan [1.1](#11-kuntien-rooli) ja kohtaan poistettu kohta.')
  })

  it('has tables with one header row, whatever the header was', () => {
    expect(written).toContain('| Tavoite | Mittari | Vastuu |\n| --- | --- | --- |\n| **Nopeampi pääsy palveluun** |')
    expect(written).toContain('| Vaihe | Vastuutaho / Kunta | Vastuutaho / TE-palvelut |')
  })

  it('has nested lists, footnotes, and the description of a picture', () => {
    expect(written).toContain('1. ohjaus\n2. palvelut\n   - valmennus\n   - työpaja')
    expect(written).toContain('*järjestöt*[^1]')
    expect(written).toContain('[^1]: Luettelo on liitteessä 1.')
    expect(written).toContain('**Kuva 1.** Asiakkaan kulku\n\n> Haapaveden kaupunki ohjaa asiakkaan')
  })

  it('keeps words words: no headings, lists, tables, links or HTML come of them', () => {
    const lines = ['# otsikko', '- kohta', '1. kohta', '> lainaus', '=====', '| a | b |', '<b>x</b>', '[a](b)', '*a* _b_']
    const out = writeMarkdown(
      documentOf(...lines.map((line) => paragraph(line)), plainTable('|', ['a|b'], [['c\nd']]), bullets(['# x'])),
      'fi',
    )
    for (const said of [
      '\\# otsikko',
      '\\- kohta',
      '1\\. kohta',
      '\\> lainaus',
      '\\=====',
      '\\| a \\| b \\|',
      '\\<b\\>x\\</b\\>',
      '\\[a\\](b)',
      '\\*a\\* \\_b\\_',
      '| a\\|b |',
      '| c<br>d |',
      '- \\# x',
    ]) {
      expect(out).toContain(said)
    }
  })

  it('has no links but to the web and to mail', () => {
    const out = writeMarkdown(
      documentOf(
        paragraph(text('a', { href: 'javascript:x' }), text('b', { href: 'https://example.org/a(b)|c' })),
        heading(1, 'x'),
      ),
      'fi',
    )
    expect(out).not.toContain('javascript')
    expect(out).toContain('[b](<https://example.org/a(b)%7Cc>)')
  })
})
