import type fc from 'fast-check'
import type * as Y from 'yjs'
import type { ReportSection, WorkshopReport } from '../../../app/artefacts/workshop-report/model/content'
import { readWorkshopReport } from '../../../app/artefacts/workshop-report/model/document'
import {
  addSection,
  changeSection,
  moveSection,
  removeSection,
  setDepth,
} from '../../../app/artefacts/workshop-report/model/operations'
import {
  addColumn,
  addRow,
  addTable,
  moveRow,
  removeColumn,
  removeRow,
  removeTable,
  renameColumn,
  writeCell,
} from '../../../app/artefacts/workshop-report/model/table-operations'

type Operation = (root: Y.Map<unknown>) => void

/** What people do to a workshop's report, aimed at whatever stands in it at that moment, or at what is gone. */
export function arbitraryOperation(check: typeof fc): fc.Arbitrary<Operation> {
  const at = check.nat(40)
  const words = check.constantFrom('', 'Sovittiin', '- yksi\n- kaksi', 'x'.repeat(25_000), '😀 ja §\n\nuusi kappale', '<b>')
  const act = <Value>(value: fc.Arbitrary<Value>, does: (root: Y.Map<unknown>, target: Target, value: Value) => void) =>
    check.tuple(at, value).map(
      ([index, given]): Operation =>
        (root) =>
          does(root, targetAt(readWorkshopReport(root), index), given),
    )
  return check.oneof(
    act(at, (root, _, index) => void addSection(root, index % 9, index % 2 === 0 ? 1 : 2)),
    act(words, (root, { section }, heading) => changeSection(root, section, { heading })),
    act(words, (root, { section }, text) => changeSection(root, section, { text, caption: text })),
    act(at, (root, { section }, index) => moveSection(root, section, index % 9)),
    act(at, (root, { section }, index) => setDepth(root, section, index % 2 === 0 ? 1 : 2)),
    act(at, (root, { section }) => removeSection(root, section)),
    act(at, (root, { section }) => addTable(root, section)),
    act(at, (root, { section }) => removeTable(root, section)),
    act(at, (root, { section }, index) => void addColumn(root, section, index % 5)),
    act(words, (root, { column }, name) => renameColumn(root, column, name)),
    act(at, (root, { column }) => removeColumn(root, column)),
    act(at, (root, { section }, index) => void addRow(root, section, index % 5)),
    act(at, (root, { row }, index) => moveRow(root, row, index % 5)),
    act(at, (root, { row }) => removeRow(root, row)),
    act(words, (root, { row, column }, text) => writeCell(root, row, column, text)),
  )
}

interface Target {
  section: string
  column: string
  row: string
}

function targetAt({ sections }: WorkshopReport, index: number): Target {
  const section: ReportSection | undefined = sections[index % Math.max(1, sections.length)]
  const tables = sections.flatMap(({ table }) => table ?? [])
  const table = tables[index % Math.max(1, tables.length)]
  return {
    section: section?.id ?? 'gone',
    column: table?.columns[index % Math.max(1, table.columns.length)]?.id ?? 'gone',
    row: table?.rows[index % Math.max(1, table.rows.length)]?.id ?? 'gone',
  }
}
