import type { MetricFamily } from './family'

/** Counts by size, in arrays made once: observing allocates nothing. */
export class Histogram {
  private readonly counts: Float64Array
  private sum = 0

  /** @param bounds upper bounds of the buckets, growing; one without a bound is added. */
  constructor(private readonly bounds: readonly number[]) {
    this.counts = new Float64Array(bounds.length + 1)
  }

  observe(value: number): void {
    const { bounds, counts } = this
    let bucket = 0
    while (bucket < bounds.length && value > (bounds[bucket] ?? Infinity)) bucket += 1
    counts[bucket] = (counts[bucket] ?? 0) + 1
    this.sum += value
  }

  family(name: string, help: string): MetricFamily {
    let reached = 0
    const buckets = [...this.counts].map((count, index) => {
      reached += count
      return { suffix: '_bucket', labels: { le: this.bounds[index] ?? '+Inf' }, value: reached }
    })
    const totals = [{ suffix: '_sum', value: this.sum }, { suffix: '_count', value: reached }]
    return { name, help, type: 'histogram', samples: [...buckets, ...totals] }
  }
}

/** Seconds, from half a millisecond to ten seconds. */
export const latencyBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Bytes, from 256 to 16 MB. */
export const sizeBounds = [256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216] as const
