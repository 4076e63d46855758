/**
 * The objects of a PDF as Typst writes it (PDF 1.7, a cross-reference table, no object streams), as Latin-1 text, so
 * that a byte is a character.
 */
export class PdfObjects {
  private constructor(
    private readonly head: string,
    /** By number, in the order of the file. Each ends where the next begins. */
    private readonly objects: Map<number, string>,
    private readonly trailer: string,
  ) {}

  /** Undefined when the file is put together in another way. */
  static read(file: Buffer): PdfObjects | undefined {
    const text = file.toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? -1)
    const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)trailer\s([^]*)startxref/.exec(text.slice(start))
    if (start < 0 || !table) return undefined
    const [, , entries = '', trailer = ''] = table
    const places = [...entries.matchAll(/(\d{10}) \d{5} ([nf])/g)]
      .map(([, offset, state], number) => ({ number, offset: Number(offset), used: state === 'n' }))
      .filter(({ used }) => used)
      .sort((one, other) => one.offset - other.offset)
    const objects = new Map<number, string>()
    places.forEach(({ number, offset }, index) => {
      objects.set(number, text.slice(offset, places[index + 1]?.offset ?? start))
    })
    return new PdfObjects(text.slice(0, places[0]?.offset ?? start), objects, trailer)
  }

  get(number: number): string {
    return this.objects.get(number) ?? ''
  }

  change(number: number, change: (object: string) => string): void {
    this.objects.set(number, change(this.get(number)))
  }

  /** The number of the first object that a key of the given object refers to. */
  reference(number: number, key: string): number | undefined {
    return firstReference(this.get(number), key)
  }

  get root(): number | undefined {
    return firstReference(this.trailer, 'Root')
  }

  /** The whole file, with its cross-references where the objects now are. */
  write(): Buffer {
    const offsets = new Map<number, number>()
    let text = this.head
    for (const [number, object] of this.objects) {
      offsets.set(number, text.length)
      text += object
    }
    const size = Math.max(0, ...this.objects.keys()) + 1
    const entries = Array.from({ length: size }, (_, number) => {
      const offset = offsets.get(number)
      return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
    })
    const table = `xref\n0 ${size}\n${entries.join('')}trailer\n${this.trailer}startxref\n${text.length}\n%%EOF`
    return Buffer.from(text + table, 'latin1')
  }
}

function firstReference(object: string, key: string): number | undefined {
  const found = new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(object)
  return found ? Number(found[1]) : undefined
}
