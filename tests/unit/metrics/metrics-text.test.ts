import { expect, it } from 'vitest'
import { byLabel, counter, gauge, metricsText } from '../../../server/metrics/family'
import { Histogram } from '../../../server/metrics/histogram'

it('figures are written as Prometheus reads them', () => {
  const text = metricsText([
    counter('closes_total', 'Connections closed.', byLabel('reason', new Map([['too-slow', 2]]))),
    gauge('rooms', 'Documents in memory.', 3),
  ])
  expect(text).toBe(
    '# HELP tahto_closes_total Connections closed.\n# TYPE tahto_closes_total counter\n' +
      'tahto_closes_total{reason="too-slow"} 2\n' +
      '# HELP tahto_rooms Documents in memory.\n# TYPE tahto_rooms gauge\ntahto_rooms 3\n',
  )
})

it('a label cannot break out of its quotes', () => {
  const text = metricsText([gauge('size', 'Sizes.', [{ labels: { file: 'a"b\\c\nd' }, value: 1 }])])
  expect(text).toContain('tahto_size{file="a\\"b\\\\c\\nd"} 1\n')
})

it('a histogram counts each value in every bucket that holds it, the bounds included', () => {
  const histogram = new Histogram([0.01, 0.1])
  for (const value of [0.005, 0.01, 0.05, 7]) histogram.observe(value)
  const { samples } = histogram.family('wait_seconds', 'Waiting.')
  expect(samples).toEqual([
    { suffix: '_bucket', labels: { le: 0.01 }, value: 2 },
    { suffix: '_bucket', labels: { le: 0.1 }, value: 3 },
    { suffix: '_bucket', labels: { le: '+Inf' }, value: 4 },
    { suffix: '_sum', value: 7.065 },
    { suffix: '_count', value: 4 },
  ])
})
