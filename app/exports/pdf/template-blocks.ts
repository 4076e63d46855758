/** How each block of a document is set. */
export const blocksTemplate = String.raw`
#let in-language(language, body) = if language == none { body } else { text(lang: language, body) }
#let in-words(body) = in-language(if data.wordsLanguage != data.language { data.wordsLanguage }, body)

#show link: it => if type(it.dest) == str { text(fill: accent, underline(offset: 2pt, stroke: 0.5pt, it)) } else { it }

#let inline(run) = {
  if run.type == "text" {
    let body = if "hyphenate" in run { text(hyphenate: true, run.text) }
      else if "pieces" in run { run.pieces.map(piece => text(hyphenate: false, piece)).join(h(0pt)) }
      else { text(run.text) }
    if run.at("bold", default: false) { body = strong(body) }
    if run.at("italic", default: false) { body = emph(body) }
    if "href" in run { link(run.href, body) } else { body }
  } else if run.type == "reference" {
    link(label(run.anchor), text(fill: accent, run.label))
  } else if run.type == "footnote" {
    footnote(run.children.map(inline).join())
  } else if run.type == "break" {
    linebreak()
  }
}
#let inlines(runs) = runs.map(inline).join()

// Headings carry their numbers as their numbering, so that contents and bookmarks show them too.
#let sizes = (18pt, 13.5pt, 11.5pt, 10.5pt, 10.5pt)
#let above = (26pt, 20pt, 15pt, 13pt, 12pt)
#let below = (12pt, 9pt, 7pt, 6pt, 6pt)
#show heading: it => {
  let n = it.level - 1
  set text(
    size: sizes.at(n), weight: if n < 2 { 700 } else { 600 },
    fill: if n == 0 { accent } else { ink }, hyphenate: false,
  )
  set par(leading: 0.5em)
  block(above: above.at(n), below: below.at(n), sticky: true, width: 100%, {
    if it.numbering == none { it.body } else {
      let number = box(numbering(it.numbering, 1))
      context {
        let gap = calc.max(measure(number).width + 0.6em.to-absolute(), 8mm)
        set par(hanging-indent: gap)
        box(width: gap, number)
        it.body
      }
    }
  })
}
#let set-heading(block) = {
  let number = block.at("number", default: none)
  [#heading(
    level: block.level,
    numbering: if number == none { none } else { (..) => number },
    inlines(block.children),
  ) #label(block.anchor)]
}

#let tones = (
  lead: body => text(size: 12.5pt, fill: soft, body),
  note: body => text(size: 9pt, fill: soft, body),
  strong: body => strong(body),
)
#let set-paragraph(block) = {
  let body = in-language(block.at("language", default: none), inlines(block.children))
  let tone = block.at("tone", default: none)
  par(if tone == none { body } else { (tones.at(tone))(body) })
}

#set list(indent: 2pt, body-indent: 7pt, spacing: 0.75em, marker: (text(fill: accent)[•], text(fill: accent)[–]))
#set enum(indent: 2pt, body-indent: 7pt, spacing: 0.75em)
#set footnote.entry(separator: line(length: 30mm, stroke: 0.5pt + hair), gap: 0.6em)
#show footnote.entry: set text(size: 8.5pt)
#let set-list(block, render) = {
  let items = block.items.map(item => item.map(render).join())
  if block.ordered { enum(..items) } else { list(..items) }
}

#show figure: set block(above: 1.7em, below: 1.7em)
#show figure: set align(left)
#show figure.caption: it => {
  set text(size: 9pt, fill: soft)
  set par(leading: 0.5em)
  it.body
}
#show figure.where(kind: table): set figure.caption(position: top)
#let captioned(word, number, caption) = {
  in-words(text(weight: 600, fill: ink, word + " " + str(number) + "."))
  if caption != "" { text(" " + caption) }
}

#let set-cell(value, y, render) = {
  let names = value.at("header", default: none)
  let body = value.children.map(render).join()
  table.cell(
    x: value.column, y: y, colspan: value.columns, rowspan: value.rows,
    breakable: not value.keep,
    fill: if names == "column" { wash } else { none },
    if names == none { body } else { text(weight: 600, fill: if names == "column" { accent } else { ink }, body) },
  )
}
#let set-table(block, render) = {
  set text(size: if block.widths.len() > 4 { 8.5pt } else { 9.25pt }, hyphenate: true)
  set par(leading: 0.55em, spacing: 0.7em)
  set list(indent: 0pt, body-indent: 5pt, spacing: 0.55em)
  set enum(indent: 0pt, body-indent: 5pt, spacing: 0.55em)
  let last = block.headerRows - 1
  let rows = block.rows.enumerate().map(((y, row)) => row.map(value => set-cell(value, y, render)))
  let body = table(
    columns: block.widths.map(width => width * 1fr),
    align: left + top,
    inset: (x: 6pt, y: 5.5pt),
    stroke: (_, y) => (
      top: if y == 0 { 1pt + accent } else { none },
      bottom: if y == last { 1pt + accent } else { 0.5pt + hair },
    ),
    ..if last >= 0 { (table.header(repeat: block.repeat, ..rows.slice(0, last + 1).flatten()),) },
    ..rows.slice(last + 1).flatten(),
  )
  if block.caption == "" { body } else {
    // Typst keeps no caption with the first rows of a table that breaks: room for both is asked for, and given back.
    if not block.together {
      std.block(height: 35mm, breakable: false, sticky: true, above: 0pt, below: 0pt)
      v(-35mm)
    }
    show figure: set std.block(breakable: not block.together)
    figure(kind: table, supplement: none, caption: captioned(words.document.table, block.number, block.caption), body)
  }
}

#let set-figure(block) = {
  let most = (width: block.most.width * 1mm, height: block.most.height * 1mm)
  let natural = if block.wide { most.width } else { block.width * 0.75pt }
  let width = calc.min(natural, most.width, most.height * block.width / block.height)
  figure(
    image(bytes(block.svg), format: "svg", width: width, alt: block.description),
    kind: image, supplement: none,
    caption: captioned(words.document.figure, block.number, block.caption),
  )
}

#let render(block) = {
  if block.type == "heading" { set-heading(block) }
  else if block.type == "paragraph" { set-paragraph(block) }
  else if block.type == "list" { set-list(block, render) }
  else if block.type == "table" { set-table(block, render) }
  else if block.type == "figure" { set-figure(block) }
  else if block.type == "page-break" { pagebreak(weak: true) }
}
`
