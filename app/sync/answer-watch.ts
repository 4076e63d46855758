/** Notices that something has waited for longer than it may, though nothing else happens. */
export class AnswerWatch {
  private since: number | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  /** `within`: milliseconds. `late` is called once for each time that it becomes so. */
  constructor(
    private readonly within: number,
    private readonly late: () => void,
  ) {}

  /** `since`: when the earliest of what waits began to, in monotonic milliseconds; undefined where nothing waits. */
  follow(since: number | undefined): void {
    if (since === this.since) return
    this.since = since
    clearTimeout(this.timer)
    this.timer = undefined
    if (since !== undefined) this.timer = setTimeout(this.late, Math.max(0, since + this.within - performance.now()) + 1)
  }

  get isLate(): boolean {
    return this.since !== undefined && performance.now() - this.since >= this.within
  }

  close(): void {
    clearTimeout(this.timer)
  }
}
