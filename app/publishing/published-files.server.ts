import type { FinalDocument } from '../exports/tree'
import type { Services } from '../load-context'

/** What a published version is given as. An id is also the last part of an address: `document.pdf`. */
export const publishedFormats = ['html', 'pdf', 'docx'] as const

export type PublishedFormat = (typeof publishedFormats)[number]

// Some thirty agreements of sixty pages.
const mostKeptBytes = 64 * 1024 ** 2

/**
 * The files of published versions, made once and kept in memory while they are asked for: whoever is out there asks as
 * often as they like, and nobody's edits wait for it.
 */
class PublishedFiles {
  /** Those asked for last stand last. */
  private readonly kept = new Map<string, Uint8Array>()
  private readonly being = new Map<string, Promise<Uint8Array>>()

  constructor(private readonly services: Services) {}

  /** `state` tells one state of the page from another. Rejects with `ExporterError`. */
  async file(state: string, format: PublishedFormat, make: () => Promise<FinalDocument>): Promise<Uint8Array> {
    const key = `${state} ${format}`
    const kept = this.kept.get(key)
    if (kept) {
      this.keep(key, kept)
      return kept
    }
    const being = this.being.get(key) ?? this.make(key, format, make)
    this.being.set(key, being)
    return being
  }

  private async make(key: string, format: PublishedFormat, make: () => Promise<FinalDocument>): Promise<Uint8Array> {
    try {
      const bytes = await this.services.exporter.render(format, await make())
      this.keep(key, bytes)
      return bytes
    } finally {
      this.being.delete(key)
    }
  }

  private keep(key: string, bytes: Uint8Array): void {
    this.kept.delete(key)
    this.kept.set(key, bytes)
    let total = [...this.kept.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)
    for (const [oldest, { byteLength }] of this.kept) {
      if (total <= mostKeptBytes) return
      this.kept.delete(oldest)
      total -= byteLength
    }
  }
}

const ofServer = new WeakMap<Services, PublishedFiles>()

export function publishedFiles(services: Services): PublishedFiles {
  const known = ofServer.get(services)
  if (known) return known
  const made = new PublishedFiles(services)
  ofServer.set(services, made)
  return made
}
