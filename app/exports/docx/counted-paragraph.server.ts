import { Paragraph, type IParagraphOptions, type PageNumberEstimator } from 'docx'

export type Context = Parameters<PageNumberEstimator>[1]

/** An element as the library is about to write it. */
export type Written = NonNullable<ReturnType<Paragraph['prepForXml']>>

/** What is known of a paragraph beside what the library makes of it. */
export type Known =
  /** Ordinary words, in so many lines. */
  | { lines: number }
  /** A heading, with its number; null where the library must tell. */
  | { heading: string | null }

const knownOf = new WeakMap<object, Known>()

export class CountedParagraph extends Paragraph {
  constructor(
    options: IParagraphOptions,
    private readonly known: Known,
  ) {
    super(options)
  }

  override prepForXml(context: Context): Written | undefined {
    const written = super.prepForXml(context)
    if (written) knownOf.set(written, this.known)
    return written
  }
}

/** What is known of a paragraph, by what is written of it. */
export function known(written: Written): Known | undefined {
  return knownOf.get(written)
}
