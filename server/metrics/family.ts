/** One figure for Prometheus, with all its labels: the text format, version 0.0.4. */
export interface MetricFamily {
  /** `tahto_` is put before it. */
  name: string
  /** One line. */
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: Sample[]
}

export interface Sample {
  /** After the family's name: `_bucket`, `_sum`, `_count`. */
  suffix?: string
  labels?: Record<string, string | number>
  value: number
}

export function counter(name: string, help: string, value: number | Sample[]): MetricFamily {
  return { name, help, type: 'counter', samples: samplesOf(value) }
}

export function gauge(name: string, help: string, value: number | Sample[]): MetricFamily {
  return { name, help, type: 'gauge', samples: samplesOf(value) }
}

function samplesOf(value: number | Sample[]): Sample[] {
  return typeof value === 'number' ? [{ value }] : value
}

/** A sample for each entry, the key as its one label. */
export function byLabel(label: string, values: ReadonlyMap<string | number, number>): Sample[] {
  return [...values].map(([key, value]) => ({ labels: { [label]: key }, value }))
}

/** Everything as Prometheus reads it. */
export function metricsText(families: readonly MetricFamily[]): string {
  return families.map(familyText).join('')
}

function familyText({ name, help, type, samples }: MetricFamily): string {
  const whole = `tahto_${name}`
  const lines = samples.map(({ suffix = '', labels = {}, value }) => `${whole}${suffix}${labelsText(labels)} ${value}\n`)
  return `# HELP ${whole} ${help}\n# TYPE ${whole} ${type}\n${lines.join('')}`
}

function labelsText(labels: Record<string, string | number>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(String(value))}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
