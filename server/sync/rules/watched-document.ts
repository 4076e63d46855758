import * as Y from 'yjs'
import type { SharedContent } from '../../../app/artefacts/kind'
import { contentRoot } from '../../../app/document/layout'
import { createMemory } from '../../../app/document/memory'
import { changeOf, openDocument } from '../document-changes'
import type { DocumentBytes } from '../room-content'
import type { Judge } from './judges'
import type { Governed, Judgement } from './watch-messages'

/** A room's document, held open in a worker, and what of each change in it stays. SPEC R45, R50. */
export class WatchedDocument {
  private readonly doc: Y.Doc
  private readonly root: Y.Map<unknown>
  private readonly memory: ReturnType<typeof createMemory>
  /** Undefined: to be read anew. */
  private content: unknown

  constructor(
    private readonly kind: Pick<SharedContent<unknown>, 'read' | 'restore'>,
    private readonly allow: Judge,
    document: DocumentBytes,
    private readonly owners: Map<string, string>,
  ) {
    this.doc = openDocument(document)
    this.root = contentRoot(this.doc)
    this.memory = createMemory(this.root)
  }

  belongs(owners: Iterable<[itemId: string, participantKey: string]>): void {
    for (const [itemId, owner] of owners) this.owners.set(itemId, owner)
  }

  /** Of somebody whom no rule binds, or of the server. */
  follow(updates: readonly Uint8Array[]): null {
    this.content = undefined
    for (const update of updates) Y.applyUpdate(this.doc, update)
    return null
  }

  /**
   * What one person did in a row, and what of it has to be taken back: that is done here already. Throws where that cannot be
   * told of somebody whom a step's rules bind: what they did stays. SPEC R48.
   */
  judge(updates: readonly Uint8Array[], by: Governed): Judgement {
    const before = this.content ?? this.read()
    this.content = undefined
    this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update)))
    try {
      return this.judgement(before, by)
    } catch (error) {
      if (by.under.of === 'rules') throw error
      return this.takenBack(before, by, words(error))
    }
  }

  /** What cannot be looked at without harm: as where it cannot be judged. */
  dismiss(updates: readonly Uint8Array[], by: Governed): Judgement | null {
    if (by.under.of === 'rules') return this.follow(updates)
    const before = this.content ?? this.read()
    this.follow(updates)
    return this.takenBack(before, by, 'Looking at it brought the worker down')
  }

  /** Who may do so little has nothing taken in that nobody can tell the meaning of. */
  private takenBack(before: unknown, { participantKey, member }: Governed, failed: string): Judgement {
    const update = changeOf(this.doc, () => this.kind.restore(this.root, before))
    return { participantKey, member, added: [], undone: ['edit'], update, failed }
  }

  private judgement(before: unknown, by: Governed): Judgement {
    const { participantKey, member } = by
    const after = this.read()
    const { content, undone, added, corrected } = this.judged(before, after, by)
    for (const id of added) this.owners.set(id, participantKey)
    if (undone.length === 0 && !corrected) {
      this.content = after
      return { participantKey, member, added, undone, update: undefined }
    }
    const update = changeOf(this.doc, () => this.kind.restore(this.root, content))
    return { participantKey, member, added, undone, update }
  }

  /** Whether nothing of it would have to be taken back. */
  wouldStay(update: Uint8Array, by: Governed): boolean {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    Y.applyUpdate(copy, update)
    const after = this.kind.read(contentRoot(copy))
    const before = this.content ?? this.read()
    copy.destroy()
    return this.judged(before, after, by).undone.length === 0
  }

  close(): void {
    this.memory.close()
    this.doc.destroy()
  }

  private judged(before: unknown, after: unknown, by: Governed) {
    return this.allow(before, after, by.under, (id) => this.owners.get(id) === by.participantKey)
  }

  private read(): unknown {
    return this.kind.read(this.root, this.memory.remember)
  }
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
