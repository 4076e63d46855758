import { addNote, holdBack, readNotes } from '../../../app/workshops/private-notes/notes'
import { contentRoot } from '../../../app/document/layout'
import type { PrivateNote } from '../../../app/load-context'
import { stockClient, type StockClient, type StockClientOptions } from '../sync/stock-client'
import { until } from './until'

/** What one person writes privately in one step, in that person's own room. */
export class Draft {
  readonly client: StockClient

  constructor(origin: string, stepId: string, owner: string, options: Pick<StockClientOptions, 'cookie' | 'onFrame'>) {
    this.client = stockClient({ origin }, { ...options, room: `draft/${stepId}/${owner.replace(':', '-')}` })
  }

  notes(): readonly PrivateNote[] {
    return readNotes(contentRoot(this.client.doc)).notes
  }

  /** Answers the note's id. @throws where the draft takes no more. */
  write(text: string): string {
    const id = this.client.doc.transact(() => addNote(contentRoot(this.client.doc), text))
    if (id === undefined) throw new Error('The draft is full')
    return id
  }

  holdBack(id: string): void {
    this.client.doc.transact(() => holdBack(contentRoot(this.client.doc), id, true))
  }

  /** Waits until so many changes, the first sync's answer aside, are on the server's disk. */
  async saved(changes: number): Promise<void> {
    await until(() => this.client.receipts.filter((receipt) => receipt === 1).length > changes, 'a draft on the disk')
  }
}
