import * as Y from 'yjs'
import type { SharedContent } from '../artefacts/kind'

/** One's own edits, to be taken back and done again. Others' are left alone. */
export class EditHistory {
  /** The origin of one's own edits. */
  readonly origin = Symbol('own edit')
  readonly manager: Y.UndoManager

  constructor(
    root: Y.Map<unknown>,
    kind: Pick<SharedContent<unknown>, 'isUndoneApart'>,
    private readonly mayEdit: () => boolean,
    changed: () => void,
  ) {
    this.manager = new Y.UndoManager(root, {
      trackedOrigins: new Set([this.origin]),
      captureTimeout: 500,
      captureTransaction: (change) => !kind.isUndoneApart?.(root, change),
    })
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      // Yjs tells of the step before it tells of the edit: only then may anything be said of saving.
      this.manager.on(event, () => queueMicrotask(changed))
    }
  }

  endStep(): void {
    this.manager.stopCapturing()
  }

  undo(): void {
    if (this.mayEdit()) this.manager.undo()
  }

  redo(): void {
    if (this.mayEdit()) this.manager.redo()
  }

  get canUndo(): boolean {
    return this.mayEdit() && this.manager.canUndo()
  }

  get canRedo(): boolean {
    return this.mayEdit() && this.manager.canRedo()
  }

  close(): void {
    this.manager.destroy()
  }
}
