import type * as Y from 'yjs'
import type { ArtefactKind } from '../artefacts/kind'
import { createMemory } from '../document/memory'

/** The content as a view reads it: the page's own until the document is here, then the document's, read anew at each change. */
export class LiveContent<Content> {
  private readonly listeners = new Set<() => void>()
  private readonly memory: ReturnType<typeof createMemory>
  private read: { content: Content } | undefined
  private live = false

  constructor(
    private readonly kind: Pick<ArtefactKind<Content>, 'read'>,
    private readonly root: Y.Map<unknown>,
    private readonly initial: Content,
  ) {
    // Before `changed` listens: it forgets first.
    this.memory = createMemory(root)
    root.observeDeep(this.changed)
  }

  /** The same object until something changed. */
  now(): Content {
    if (!this.live) return this.initial
    this.read ??= { content: this.kind.read(this.root, this.memory.remember) }
    return this.read.content
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  goLive(): void {
    this.live = true
    this.changed()
  }

  /** Keeps showing what it shows. */
  close(): void {
    this.now()
    this.listeners.clear()
    this.root.unobserveDeep(this.changed)
    this.memory.close()
  }

  /** Once a transaction. */
  private readonly changed = (): void => {
    if (!this.live) return
    this.read = undefined
    for (const listener of [...this.listeners]) listener()
  }
}
