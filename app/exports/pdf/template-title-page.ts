/** The title page, the contents, and then the document's own sheets. */
export const titlePageTemplate = String.raw`
#let small(body) = text(size: 8.5pt, fill: soft, body)
#let of-words(body) = text(lang: data.wordsLanguage, body)

#page(margin: (left: 28mm, right: 24mm, top: 30mm, bottom: 24mm), footer: none, {
  set par(leading: 0.6em)
  of-words(text(size: 11pt, fill: soft, data.project))
  v(46mm)
  of-words(text(size: 12pt, weight: 600, fill: accent, data.kind))
  v(4mm)
  {
    let longest = calc.max(..data.title.split(" ").map(word => word.clusters().len()))
    let size = if longest > 26 or data.title.len() > 110 { 20pt } else if longest > 20 { 25pt } else { 29pt }
    show title: set text(size: size, weight: 700, hyphenate: longest > 36)
    set par(leading: 0.42em)
    title(data.title)
  }
  v(6mm)
  line(length: 24mm, stroke: 2.5pt + accent)
  v(6mm)
  of-words(box(
    fill: if data.draft { none } else { wash },
    stroke: if data.draft { (paint: accent, thickness: 0.75pt, dash: "dashed") } else { none },
    radius: 3pt, inset: (x: 8pt, y: 6pt),
    text(size: 11pt, weight: 600, fill: accent, data.state),
  ))
  v(1fr)
  for entry in data.lines {
    block(spacing: 0pt, inset: (y: 7pt), width: 100%, stroke: (top: 0.5pt + hair), breakable: false, grid(
      columns: (38mm, 1fr), column-gutter: 6mm,
      of-words(small(entry.label)),
      {
        set text(size: if entry.name == "hash" { 7.5pt } else { 9.5pt }, hyphenate: false)
        set par(spacing: 0.6em)
        if entry.name == "organisations" { text(entry.values.join(" · ")) } else {
          entry.values.map(value => par(text(value))).join()
        }
        if "explained" in entry { par(of-words(text(size: 8pt, fill: soft, entry.explained))) }
      },
    ))
  }
})

#if data.contents {
  show outline.entry: it => {
    set block(above: if it.level == 1 { 11pt } else { 6.5pt })
    set text(weight: if it.level == 1 { 600 } else { 400 }, fill: if it.level == 1 { ink } else { soft }, hyphenate: false)
    it
  }
  set outline.entry(fill: box(width: 1fr, inset: (left: 4pt, right: 2pt), repeat(text(fill: hair)[.], gap: 3pt)))
  outline(title: of-words(text(words.document.contents)), depth: data.contentsDepth, indent: auto)
  pagebreak(weak: true)
}

#for sheet in data.sheets {
  if sheet.wide {
    page(flipped: true, margin: (left: 24mm, right: 24mm, top: 22mm, bottom: 22mm), sheet.blocks.map(render).join())
  } else {
    sheet.blocks.map(render).join()
  }
}
`
