import { processorSeconds, residentBytes } from '../sync/load/processor-time'

/** What a process uses from now on. Linux only. */
export class Usage {
  private readonly started = performance.now()
  private readonly processor: number
  private readonly before: number

  constructor(private readonly pid: number) {
    this.processor = processorSeconds(pid)
    this.before = megabytes(pid)
  }

  words(): string {
    const seconds = (performance.now() - this.started) / 1000
    const used = processorSeconds(this.pid) - this.processor
    const share = Math.round((used / seconds) * 100)
    return `Server: ${used.toFixed(1)} s of processor in ${seconds.toFixed(0)} s (${share} % of one core); memory ${this.before} MB before, ${megabytes(this.pid)} MB after`
  }
}

function megabytes(pid: number): number {
  return Math.round(residentBytes(pid) / 1_000_000)
}
