import * as Y from 'yjs'
import type { EditRule, Permitted } from '../../../app/artefacts/edit-rule'
import type { AnyKind } from '../../../app/artefacts/registry'
import type { WorkshopFace } from '../../../app/artefacts/workshop-face'
import { contentRoot } from '../../../app/document/layout'
import { createMemory } from '../../../app/document/memory'
import { changeOf, openDocument } from '../document-changes'
import type { DocumentBytes } from '../room-content'
import type { Governed, Judgement } from './watch-messages'

type Permit = NonNullable<WorkshopFace<unknown>['permit']>

/** A room's document, held open in a worker, and what of each change in it a rule allows. SPEC R45. */
export class WatchedDocument {
  private readonly doc: Y.Doc
  private readonly root: Y.Map<unknown>
  private readonly memory: ReturnType<typeof createMemory>
  /** Undefined: to be read anew. */
  private content: unknown

  constructor(
    private readonly kind: AnyKind,
    private readonly permit: Permit,
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

  /** What one person did in a row, and what of it has to be taken back: that is done here already. */
  judge(updates: readonly Uint8Array[], by: Governed): Judgement {
    const { participantKey, member } = by
    const before = this.content ?? this.read()
    this.content = undefined
    this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update)))
    const after = this.read()
    const { content, undone, added } = this.permitted(before, after, by)
    for (const id of added) this.owners.set(id, participantKey)
    if (undone.length === 0) {
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
    return this.permitted(before, after, by).undone.length === 0
  }

  close(): void {
    this.memory.close()
    this.doc.destroy()
  }

  private permitted(before: unknown, after: unknown, { participantKey, rules }: Governed): Permitted<unknown> {
    const by = (rule: EditRule) => this.permit(before, after, rule, (id) => this.owners.get(id) === participantKey)
    const [rule, ...others] = rules
    const now = by(rule)
    if (now.undone.length === 0) return now
    return others.map(by).find(({ undone }) => undone.length === 0) ?? now
  }

  private read(): unknown {
    return this.kind.read(this.root, this.memory.remember)
  }
}
