import * as Y from 'yjs'
import { contentRoot } from '../../../app/document/layout'
import { readRemarks } from '../../../app/remarks/model/document'
import type { Thread } from '../../../app/remarks/model/content'
import { remarksRoom } from '../../../app/sync/room-name'
import { RawClient, type WayIn } from './raw-client'
import type { ClientServer } from './stock-client'

export interface RemarkerOptions {
  artefactId: string
  organisationId?: string | null
  cookie?: string | undefined
  person?: string
  way?: WayIn
}

/** A browser in a room of remarks that sends whatever one makes of its document, and minds no view. */
export class Remarker {
  private readonly doc = new Y.Doc()
  private applied = 0
  private sent = 0

  private constructor(readonly client: RawClient) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'server') return
      this.sent += 1
      client.sendUpdate(update)
    })
  }

  static async open(server: ClientServer, { artefactId, organisationId = null, cookie, person, way }: RemarkerOptions): Promise<Remarker> {
    const room = remarksRoom(artefactId, organisationId)
    const options = { room, ...(cookie === undefined ? {} : { cookie }), ...(person ? { person } : {}), ...(way ? { way } : {}) }
    return new Remarker(await new RawClient(server, options).sync())
  }

  /** As this browser has been sent it, with what it did itself. */
  threads(): Thread[] {
    const { updates } = this.client
    for (; this.applied < updates.length; this.applied += 1) Y.applyUpdate(this.doc, updates[this.applied] ?? new Uint8Array(), 'server')
    return readRemarks(contentRoot(this.doc)).threads
  }

  words(): string[][] {
    return this.threads().map(({ remarks }) => remarks.map(({ words }) => words))
  }

  /** On the server's disk when it resolves. */
  async do<Result>(act: (root: Y.Map<unknown>) => Result): Promise<Result> {
    this.threads()
    const before = this.sent
    const result = this.doc.transact(() => act(contentRoot(this.doc)))
    if (this.sent > before) await this.client.until(({ receipts, closed }) => receipts.length >= this.sent || closed !== undefined, 'a receipt')
    return result
  }

  /** What was taken back of what this browser did. */
  undone(): string[] {
    return this.client.notices.filter(({ kind }) => kind === 'undone').flatMap(({ what }) => what as string[])
  }
}
