import { describe, expect, it } from 'vitest'
import { cleanSvg } from '../../../app/exports/picture/clean-svg'
import { parseSvg, PictureRefused } from '../../../app/exports/picture/parse-svg'
import { drawableWidth, writePicture } from '../../../app/exports/picture/write-picture.server'
import { writeSvg } from '../../../app/exports/picture/write-svg'
import { sampleSvg } from './sample'

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${attributes}>${inner}</svg>`

const cleaned = (inner: string, attributes?: string) =>
  writeSvg(cleanSvg(svg(inner, attributes)), { width: 10, height: 10 }, { fontFamily: 'X' })

const pngSize = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

describe('a picture', () => {
  it('comes as PNG as wide as asked for', () => {
    expect(pngSize(writePicture(sampleSvg, 'png', 1920))).toEqual({ width: 1920, height: 840 })
  })

  it('is never larger than programs can open, nor nothing at all', () => {
    expect(drawableWidth(1920, { width: 960, height: 420 })).toBe(1920)
    expect(drawableWidth(1_000_000, { width: 10, height: 10 }) ** 2).toBeLessThanOrEqual(24_000_000)
    expect(drawableWidth(8000, { width: 1, height: 1000 })).toBeLessThan(200)
    expect(pngSize(writePicture(svg(''), 'png', Number.NaN))).toEqual({ width: 16, height: 16 })
  })

  it('comes as SVG that names faces every system has', () => {
    const written = new TextDecoder().decode(writePicture(sampleSvg, 'svg', 0))
    expect(written).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /)
    expect(written).toContain('sans-serif')
    expect(written).toContain('Haapaveden kaupunki')
    expect(written).toContain('url(#arrow)')
  })

  it('is drawn the same each time', () => {
    const [one, other] = [writePicture(sampleSvg, 'png', 300), writePicture(sampleSvg, 'png', 300)]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

describe('a picture that tries to be more than a picture', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['foreign content', '<foreignObject><iframe src="https://evil.example"/></foreignObject>'],
    ['an event handler', '<rect onload="alert(1)" ONCLICK="alert(1)"/>'],
    ['an outside image', '<image href="http://169.254.169.254/evil" width="1" height="1"/>'],
    ['a file', '<image xlink:href="file:///etc/evil"/>'],
    ['a drawing inside data', '<image href="data:image/svg+xml;base64,evil"/>'],
    ['an outside reference', '<use href="https://evil.example/x.svg#a"/>'],
    ['an outside paint', '<rect fill="url(https://evil.example/x#a)"/>'],
    ['an outside style', '<rect style="fill:url(//evil.example);stroke:red"/>'],
    ['an outside style sheet', '<style>@import url(//evil.example);@media print{text{fill:red}}rect{fill:red;background:url("//evil.example")}</style>'],
    ['a link', '<a href="javascript:evil()"><text>x</text></a>'],
    ['an animation', '<set attributeName="href" to="javascript:evil()"/><animate attributeName="x" values="evil"/>'],
    ['an escaped style', '<rect style="fill:u\\72l(//evil.example)"/>'],
  ])('loses %s', (_, inner) => {
    expect(cleaned(inner)).not.toMatch(/evil|alert|script|foreign|onload|onclick/i)
  })

  it('keeps what draws: gradients, markers, style sheets, pictures in it', () => {
    const kept = cleaned(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
        '<style>.a{fill:red;font-family:Evil}</style><rect class="a" fill="url(#g)" style="stroke:blue"/>' +
        '<image href="data:image/png;base64,AAAA"/><use href="#g"/>',
    )
    expect(kept).toContain('fill="url(#g)"')
    expect(kept).toContain('style="stroke:blue"')
    expect(kept).toContain('.a{fill:red}')
    expect(kept).toContain('href="data:image/png;base64,AAAA"')
    expect(kept).toContain('<use href="#g"/>')
  })

  it('keeps words words', () => {
    expect(cleaned('<text>&lt;script&gt; &#38; ]]&gt; <![CDATA[<b>]]></text>')).toContain(
      '<text>&lt;script&gt; &amp; ]]&gt; &lt;b&gt;</text>',
    )
  })

  it.each([
    ['nothing', ''],
    ['another format', '<html></html>'],
    ['entities', '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'],
    ['an unknown entity', '<svg>&nbsp;</svg>'],
    ['an open element', '<svg><g></svg>'],
    ['two pictures', '<svg/><svg/>'],
    ['an endless depth', `<svg>${'<g>'.repeat(5000)}`],
  ])('is refused when it is %s', (_, source) => {
    expect(() => parseSvg(source)).toThrow(PictureRefused)
  })
})
