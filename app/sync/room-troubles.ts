import type { Notice } from './protocol'
import type { Trouble } from './session'

/** What the server has said that stands in the way of saving in one room: server/sync/SPEC.md, P12. */
export class RoomTroubles {
  private cannotSave = false
  private full = false
  private damaged = false
  private lastRefusal: string | undefined

  /** `refused`: an edit was, and nothing has mended it. */
  now(refused: boolean): Trouble | undefined {
    if (this.damaged) return 'damaged'
    if (this.full) return 'document-full'
    if (refused) return troubleOf(this.lastRefusal)
    return this.cannotSave ? 'cannot-save' : undefined
  }

  noticed(notice: Notice): void {
    switch (notice.kind) {
      case 'right':
        this.damaged = this.damaged && notice.right !== 'edit'
        break
      case 'refused':
        this.lastRefusal = notice.reason
        break
      case 'cannot-save':
      case 'saved-again':
        this.cannotSave = notice.kind === 'cannot-save'
        break
      case 'document-full':
      case 'document-fits':
        this.full = notice.kind === 'document-full'
        break
      case 'damaged':
        this.damaged = true
        break
      default:
        break
    }
  }

  /** A message was too large to be sent at all. */
  withheld(): void {
    this.lastRefusal = 'too-large'
  }

  /** Damage is not mended by coming again; the rest is said anew where it still holds. */
  connectionLost(): void {
    this.cannotSave = false
    this.full = false
    this.lastRefusal = undefined
  }
}

function troubleOf(refusal: string | undefined): Trouble {
  // What one did without a connection, and a step of a workshop or a closed place does not allow now.
  if (refusal === 'not-allowed') return 'right-ended'
  return refusal === 'too-large' ? 'too-large' : 'not-accepted'
}
