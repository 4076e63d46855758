/** What a result can be taken out as, in the order it is offered. An id is also the last part of an address. */
export const formatIds = ['pdf', 'pdfa', 'docx', 'review', 'html', 'md', 'json', 'svg', 'png'] as const

export type FormatId = (typeof formatIds)[number]

/** Written from a `FinalDocument` by a writer of its own. */
export type DocumentFormat = 'pdf' | 'pdfa' | 'docx' | 'html' | 'md'

/** Drawn from a picture: only kinds that have one offer these. */
export type PictureFormat = 'svg' | 'png'

export interface Format {
  id: FormatId
  /** With its character set where it is text. */
  mime: string
  /** Of the file, without the dot. */
  extension: string
  /**
   * What it is made of: the document tree, the one with what is suggested and said in it, the kind's picture, or the
   * version's content itself.
   */
  madeOf: 'document' | 'review' | 'picture' | 'content'
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const formats: Record<FormatId, Format> = {
  pdf: { id: 'pdf', mime: 'application/pdf', extension: 'pdf', madeOf: 'document' },
  pdfa: { id: 'pdfa', mime: 'application/pdf', extension: 'pdf', madeOf: 'document' },
  docx: { id: 'docx', mime: word, extension: 'docx', madeOf: 'document' },
  // The present state alone: what was said belongs to no version.
  review: { id: 'review', mime: word, extension: 'docx', madeOf: 'review' },
  html: { id: 'html', mime: 'text/html; charset=utf-8', extension: 'html', madeOf: 'document' },
  md: { id: 'md', mime: 'text/markdown; charset=utf-8', extension: 'md', madeOf: 'document' },
  json: { id: 'json', mime: 'application/json; charset=utf-8', extension: 'json', madeOf: 'content' },
  svg: { id: 'svg', mime: 'image/svg+xml; charset=utf-8', extension: 'svg', madeOf: 'picture' },
  png: { id: 'png', mime: 'image/png', extension: 'png', madeOf: 'picture' },
}

export function isFormatId(value: string): value is FormatId {
  return Object.hasOwn(formats, value)
}

export interface Offer {
  hasPicture: boolean
  /** Of the present state of a kind in which changes are suggested. */
  hasReview: boolean
}

/** The formats of a kind; those for which it has nothing are left out. */
export function formatsOffered({ hasPicture, hasReview }: Offer): Format[] {
  const isOffered = ({ madeOf }: Format) => (madeOf === 'picture' ? hasPicture : madeOf === 'review' ? hasReview : true)
  return formatIds.map((id) => formats[id]).filter(isOffered)
}

export function isDocumentFormat(id: FormatId): id is DocumentFormat {
  return formats[id].madeOf === 'document'
}

export function isPictureFormat(id: FormatId): id is PictureFormat {
  return formats[id].madeOf === 'picture'
}
