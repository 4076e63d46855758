import { refusedReceipt, savedReceipt, type Message } from './messages'

const REFUSED = -1
const NONE: Message[] = []

/** The receipts that one socket still waits for, in the order in which it sent what they are for. SPEC P10. */
export class Receipts {
  private readonly waiting: number[] = []
  /** When each of them began to wait. */
  private readonly since: number[] = []

  /** @param answered told, for each update that is saved, how many milliseconds its sender waited. */
  constructor(private readonly answered: (milliseconds: number) => void = () => undefined) {}

  /** For an update that is on disk once the log is on disk up to there. */
  expect(sequence: number): void {
    this.wait(sequence)
  }

  refuse(): void {
    this.wait(REFUSED)
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0
  }

  /** Those that can go out now that the log is on disk up to there. */
  due(committed: number): Message[] {
    const waits = this.waiting.findIndex((sequence) => sequence > committed)
    const count = waits < 0 ? this.waiting.length : waits
    if (count === 0) return NONE
    const due = this.waiting.splice(0, count)
    const since = this.since.splice(0, count)
    const now = performance.now()
    return due.map((sequence, index) => {
      if (sequence === REFUSED) return refusedReceipt
      this.answered(now - (since[index] ?? now))
      return savedReceipt
    })
  }

  private wait(sequence: number): void {
    this.waiting.push(sequence)
    this.since.push(performance.now())
  }
}
