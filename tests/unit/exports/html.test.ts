import { describe, expect, it } from 'vitest'
import { readWebFaces } from '../../../app/exports/fonts/faces.server'
import { writeHtml } from '../../../app/exports/html/write'
import { heading, paragraph, plainTable, text } from '../../../app/exports/tree'
import { documentOf, draft, everything, sampleSvg } from './sample'

const page = writeHtml(everything, 'fi', readWebFaces())

describe('a web page', () => {
  it('says its language and its title, and offers to skip to the content', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="fi">/)
    expect(page).toContain(
      '<title>Kumppanuussopimus työllisyyden edistämisestä Haapaveden seudulla · Versio 3 – Lausuntokierros</title>',
    )
    expect(page).toContain('<a class="skip" href="#content">Siirry sisältöön</a>')
    expect(page).toContain('<main id="content" tabindex="-1">')
  })

  it('needs nothing from anywhere: no script, no address that a browser would fetch', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|@import|\son\w+=/i)
    expect(page.match(/src:url\((?!data:)/g)).toBeNull()
    expect(page.match(/\ssrc=/g)).toBeNull()
    expect(page).toContain("default-src &#39;none&#39;")
  })

  it('has contents whose links lead to headings that are there', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(20)
    for (const target of targets) expect(page).toContain(`id="${target}"`)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has one first heading, and numbers its clauses', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('<h3 id="section_3"><span class="number">1.1</span>Kuntien rooli</h3>')
  })

  it('has tables whose header cells say what they name', () => {
    expect(page).toContain('<th scope="col">Tavoite</th>')
    expect(page).toContain('<th scope="row">Nopeampi pääsy palveluun</th>')
    expect(page).toContain('<th scope="colgroup" colspan="2">Vastuutaho</th>')
    expect(page).toMatch(/<caption id="table_1"><b>Taulukko 1\.<\/b> Tavoitteet ja mittarit<\/caption>/)
    expect(page).toContain('role="region" aria-labelledby="table_1" tabindex="0"')
  })

  it('has pictures with descriptions, whose names inside do not meet', () => {
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="Haapaveden kaupunki ohjaa asiakkaan Nuorten Ystäville\."/)
    expect(page).toContain('marker id="figure_1_arrow"')
    expect(page).toContain('marker id="figure_2_arrow"')
    expect(page).toContain('url(#figure_2_arrow)')
    expect(page).toContain('#figure_1_root .name{')
  })

  it('marks what is in another language', () => {
    expect(page).toContain('<p lang="sv">Avtalet finns också på svenska.</p>')
    const swedishWords = writeHtml(everything, 'sv')
    expect(swedishWords).toContain('<h2 id="contents" lang="sv">Innehåll</h2>')
    expect(swedishWords).toContain('<html lang="fi">')
  })

  it('has footnotes that lead there and back', () => {
    expect(page).toContain('<a id="noted_1" href="#note_1" role="doc-noteref" aria-label="Alaviite 1">1</a>')
    expect(page).toMatch(/<li id="note_1">Luettelo on liitteessä 1\. <a href="#noted_1" role="doc-backlink"/)
  })

  it('calls the present state a draft', () => {
    expect(writeHtml(draft(everything), 'en')).toMatch(/class="state draft" lang="en">Draft</)
  })
})

describe('words that try to be more than words, on a web page', () => {
  it('are words, in every place', () => {
    const hostile = `<script>alert(1)</script><img src=x onerror="alert(1)">'"&lt;`
    const document = documentOf(
      heading(1, hostile),
      paragraph(hostile),
      plainTable(hostile, [hostile], [[hostile]]),
      { type: 'figure', svg: sampleSvg, width: 1, height: 1, description: hostile, caption: hostile },
    )
    document.tree.title = hostile
    document.titlePage = { ...document.titlePage, project: hostile, kind: hostile, organisations: [hostile] }
    document.titlePage.version = { number: 1, name: hostile, note: hostile }
    const written = writeHtml(document, 'fi')
    expect(written).not.toMatch(/<script|<img/i)
    expect(written.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(10)
  })

  it('are no links unless they lead to the web or to mail', () => {
    const hrefs = ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x']
    const written = writeHtml(documentOf(paragraph(...hrefs.map((href) => text('x', { href })))), 'fi')
    expect(written).not.toMatch(/javascript|data:text|evil\.example|vbscript/)
  })
})
