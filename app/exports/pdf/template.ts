import { blocksTemplate } from './template-blocks'
import { titlePageTemplate } from './template-title-page'

// The template stands in TypeScript strings, so that the web build, the worker's bundle and the tests all carry it
// without an asset to find on disk. No user's word is ever put into it: the document comes as JSON in `sys.inputs`,
// and Typst turns a string into characters, not into markup.
const pageTemplate = String.raw`
#let data = json(bytes(sys.inputs.document))
#let words = data.words

#let ink = rgb("#17262b")
#let soft = rgb("#4a5a60")
#let hair = rgb("#cfd4d0")
#let accent = rgb("#0b5563")
#let wash = rgb("#eef4f4")

#let at = data.date
#set document(
  title: data.title,
  author: data.organisations,
  description: data.description,
  keywords: data.keywords,
  date: datetime(
    year: at.year, month: at.month, day: at.day, hour: at.hour, minute: at.minute, second: at.second,
  ),
)
#set text(
  font: data.fonts, fallback: false, size: 10.5pt, fill: ink,
  lang: data.language, region: data.region, hyphenate: false,
)
#set par(leading: 0.7em, spacing: 1.05em, justify: false)

#let footer = context {
  if here().page() > 1 {
    set text(size: 8.5pt, fill: soft, lang: data.wordsLanguage, hyphenate: false)
    line(length: 100%, stroke: 0.5pt + hair)
    v(-4pt)
    grid(
      columns: (1fr, auto), column-gutter: 12pt,
      data.footer,
      [#counter(page).display() / #counter(page).final().first()],
    )
  }
}
#set page(
  paper: "a4",
  margin: (left: 28mm, right: 24mm, top: 26mm, bottom: 27mm),
  footer: footer,
  footer-descent: 32%,
)
`

/** The whole Typst source; the same for every document. */
export const template = [pageTemplate, blocksTemplate, titlePageTemplate].join('\n')
