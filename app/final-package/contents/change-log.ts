import type { Part } from '../../artefacts/kind'
import { bullets, heading, paragraph, text, type Block, type DocumentTree, type Inline, type Table } from '../../exports/tree'
import type { Translator } from '../../i18n/translator'
import { compareParts, type ChangedPart, type Comparison, type Difference } from '../../versions/compare'
import type { WordRun } from '../../versions/word-difference'
import { sayMoment } from '../../workshops/wall-time'
import type { HistorySource } from '../model/sources'

/** What one version changed. */
export interface LoggedVersion {
  version: Omit<HistorySource, 'stored'>
  /** With the version before it; null for the first, and where one of the two is only listed or cannot be read. */
  comparison: Comparison | null
  isFirst: boolean
}

/** `partsOf` answers null for what this build cannot read. One version's parts are asked for once. */
export async function changeLog(
  history: readonly HistorySource[],
  partsOf: (stored: NonNullable<HistorySource['stored']>) => Promise<Part[] | null>,
): Promise<LoggedVersion[]> {
  const logged: LoggedVersion[] = []
  let before: Part[] | null = null
  for (const [index, { stored, ...version }] of history.entries()) {
    const parts: Part[] | null = stored ? await partsOf(stored) : null
    logged.push({ version, comparison: before && parts ? compareParts(before, parts) : null, isFirst: index === 0 })
    before = parts
  }
  return logged
}

// A reader of paper is helped by what is short; the whole of it is in the JSON beside it.
const mostRows = 600
const mostRowsOfVersion = 200
const shownAround = 60
const longestWhole = 240

/** As a document: which version, when, by whom, and what changed in it word by word. */
export function changeLogDocument(log: readonly LoggedVersion[], title: string, translator: Translator): DocumentTree {
  const t = translator.in('finalPackage')
  let left = mostRows
  const blocks = [...log].reverse().flatMap((entry): Block[] => {
    const shown = Math.min(left, mostRowsOfVersion)
    left -= Math.min(shown, entry.comparison?.differences.length ?? 0)
    return versionBlocks(entry, shown, translator)
  })
  return { title: t('changes.titleOf', { title }), language: translator.language, blocks: [paragraph(t('changes.lead')), ...blocks] }
}

function versionBlocks({ version, comparison, isFirst }: LoggedVersion, rows: number, translator: Translator): Block[] {
  const t = translator.in('finalPackage')
  const { number, name, note, takenAt, takenByName, hash } = version
  const facts = [
    t('changes.taken', { moment: sayMoment(takenAt, translator.language) }),
    ...(takenByName ? [t('changes.takenBy', { name: takenByName })] : []),
    `SHA-256: ${hash}`,
    ...(note ? [t('changes.note', { note })] : []),
  ]
  return [heading(1, t('version', { number, name })), bullets(facts), ...changesBlocks(comparison, isFirst, { number, rows }, translator)]
}

function changesBlocks(
  comparison: Comparison | null,
  isFirst: boolean,
  { number, rows }: { number: number; rows: number },
  translator: Translator,
): Block[] {
  const t = translator.in('finalPackage')
  if (!comparison) return [paragraph(isFirst ? t('changes.first') : t('changes.notCompared'))]
  const { differences, counts } = comparison
  if (differences.length === 0) return [paragraph(t('changes.same'))]
  const shown = differences.slice(0, rows)
  return [
    paragraph(t('changes.counts', { added: counts.added, removed: counts.removed, changed: counts.changed })),
    ...(shown.length > 0 ? [differencesTable(shown, number, translator)] : []),
    ...(shown.length < differences.length ? [paragraph(t('changes.more', { more: differences.length - shown.length }))] : []),
  ]
}

function differencesTable(differences: readonly Difference[], number: number, translator: Translator): Table {
  const t = translator.in('finalPackage')
  const cell = (...children: Inline[][]) => ({ children: children.map((one): Block => ({ type: 'paragraph', children: one })) })
  const header = [t('changes.part'), t('changes.change'), t('changes.words')].map((words) => cell([text(words)]))
  const rows = differences.map((difference) => [
    cell([text(difference.part.name)]),
    cell([text(t(`changes.${difference.change}`))]),
    cell(...wordsOf(difference, translator)),
  ])
  return {
    type: 'table',
    caption: t('changes.caption', { number }),
    headerRows: 1,
    rowHeaders: true,
    rows: [header, ...rows],
    widths: [4, 2, 8],
  }
}

function wordsOf(difference: Difference, translator: Translator): Inline[][] {
  if (difference.change === 'changed') return changedWords(difference, translator)
  const words = difference.part.fields.map((field) => field.text).filter(Boolean).join(' ')
  return [[text(words.length > longestWhole ? `${words.slice(0, longestWhole).trimEnd()} …` : words || '–')]]
}

function changedWords({ fields, place, reordered, formerName }: ChangedPart, translator: Translator): Inline[][] {
  const t = translator.in('finalPackage')
  const top = t('changes.top')
  const told = [
    ...(formerName !== undefined && fields.length === 0 ? [[text(t('changes.formerName', { name: formerName }))]] : []),
    ...(place ? [[text(t('changes.moved', { from: place.from || top, to: place.to || top }))]] : []),
    ...(reordered ? [[text(t('changes.reordered'))]] : []),
    ...fields.map(({ words }) => words.map((run, index) => runOf(run, index, words.length))),
  ]
  return told.length > 0 ? told : [[text('–')]]
}

/** What came and what went is told by signs, for whoever sees neither colour nor weight. */
function runOf({ kind, text: words }: WordRun, index: number, count: number): Inline {
  if (kind === 'added') return text(marked('+', words), { bold: true })
  if (kind === 'removed') return text(marked('−', words), { italic: true })
  if (words.length <= shownAround * 2) return text(words)
  const head = words.slice(0, shownAround)
  const tail = words.slice(-shownAround)
  if (index === 0) return text(`… ${tail}`)
  return text(index === count - 1 ? `${head} …` : `${head} … ${tail}`)
}

/** The sign stands at the words themselves, the white space around them where it was. */
function marked(sign: string, words: string): string {
  const inner = words.trim()
  const [before = '', after = ''] = inner === '' ? [words] : words.split(inner, 2)
  return `${before}[${sign} ${inner === '' ? '␣' : inner}]${after}`
}

/** As another system reads it: nothing shortened. */
export function changeLogJson(log: readonly LoggedVersion[]) {
  return log.map(({ version, comparison, isFirst }) => ({
    ...version,
    isFirst,
    counts: comparison?.counts ?? null,
    differences: comparison?.differences.map(plainDifference) ?? null,
  }))
}

function plainDifference(difference: Difference) {
  const { change, part } = difference
  const which = { change, id: part.id, name: part.name, place: part.place }
  if (difference.change !== 'changed') return { ...which, fields: part.fields }
  const { formerName, fields, place, reordered } = difference
  return { ...which, formerName: formerName ?? null, moved: place ?? null, reordered, fields }
}
