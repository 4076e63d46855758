import { subjectNames, type SubjectName } from './subjects/subjects'
import type { Measure } from './measures/measure'

/** A table in Markdown: what, the goal, and each subject's figure, with its multiple of the relay's where that counts. */
export function markdownTable(measures: readonly Measure[]): string {
  const head = ['measure', 'goal', ...subjectNames]
  const rows = measures.map((measure) => [
    measure.unit ? `${measure.what}, ${measure.unit}` : measure.what,
    measure.goal,
    ...subjectNames.map((name) => cell(measure, name)),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function cell({ figures, words, ratio }: Measure, name: SubjectName): string {
  const said = words?.[name]
  if (said !== undefined) return said
  const figure = figures[name]
  if (figure === undefined || Number.isNaN(figure)) return '–'
  const base = figures.relay
  const multiple = ratio && base && name !== 'relay' ? ` (${(figure / base).toFixed(2)} ×)` : ''
  return `${short(figure)}${multiple}`
}

function short(figure: number): string {
  if (Math.abs(figure) >= 1000) return Math.round(figure).toLocaleString('en')
  return figure.toFixed(Math.abs(figure) < 10 ? 2 : 0)
}
