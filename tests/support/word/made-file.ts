import { strToU8, zipSync } from 'fflate'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface MadeFile {
  /** What stands in `w:body`. */
  body: string
  /** What stands in `w:styles`, `w:numbering`, `w:footnotes`, `w:comments`. */
  styles?: string
  numbering?: string
  footnotes?: string
  comments?: string
  /** `Relationship` elements of the document. */
  links?: string
  /** Other parts, by their names. */
  parts?: Record<string, string | Uint8Array>
  /** Before the document's root element. */
  prologue?: string
}

const part = (root: string, inner: string) => `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${inner}</w:${root}>`

/** The parts of a Word file as other programs write it: small, and with nothing of ours. */
export function madeParts({ body, links = '', parts = {}, prologue = '', ...others }: MadeFile): Record<string, Uint8Array> {
  const given = Object.entries(others).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const relations = given.map(([name]) => `<Relationship Id="own-${name}" Type="${relationshipType}/${name}" Target="${name}.xml"/>`)
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationshipType}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}${links}</Relationships>`,
    'word/document.xml': `${prologue}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(given.map(([name, inner]) => [`word/${name}.xml`, part(name, inner)])),
    ...parts,
  }
  return Object.fromEntries(Object.entries(files).map(([name, value]) => [name, typeof value === 'string' ? strToU8(value) : value]))
}

export const madeFile = (made: MadeFile): Uint8Array => zipSync(madeParts(made))

export const link = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationshipType}/${kind}" Target="${target}" TargetMode="External"/>`

export const run = (words: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`

export const paragraph = (inner: string, properties = '') => `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inner}</w:p>`

export const styled = (style: string, words: string) => paragraph(run(words), `<w:pStyle w:val="${style}"/>`)
