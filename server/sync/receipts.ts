import { refusedReceipt, savedReceipt, type Message } from './messages'

const REFUSED = -1

/** The receipts that one socket still waits for, in the order in which it sent what they are for. SPEC P10. */
export class Receipts {
  private readonly waiting: number[] = []

  /** For an update that is on disk once the log is on disk up to there. */
  expect(sequence: number): void {
    this.waiting.push(sequence)
  }

  refuse(): void {
    this.waiting.push(REFUSED)
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0
  }

  /** Those that can go out now that the log is on disk up to there. */
  due(committed: number): Message[] {
    const waits = this.waiting.findIndex((sequence) => sequence > committed)
    const due = this.waiting.splice(0, waits < 0 ? this.waiting.length : waits)
    return due.map((sequence) => (sequence === REFUSED ? refusedReceipt : savedReceipt))
  }
}
