import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { WorkshopReport } from '../model/content'
import { rowName, sectionName } from '../model/names'
import { addSection, changeSection, moveSection, removeSection, setDepth } from '../model/operations'
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
} from '../model/table-operations'

/** What of the screen the acts reach. */
export interface Screen {
  /** Focuses what has that name, as soon as it is there. */
  focus(name: string): void
  /** Read out to those who cannot see what just happened. */
  say(words: string): void
}

/** Names of what can be focused. */
export const focusName = {
  heading: (section: string) => `heading ${section}`,
  text: (section: string) => `text ${section}`,
  column: (column: string) => `column ${column}`,
  row: (row: string) => `row ${row}`,
  add: 'add section',
}

interface Hands {
  session: ArtefactSession<WorkshopReport>
  t: Translate
  screen: Screen
  now(): WorkshopReport
  /** One change that is one step of undo by itself. */
  step: ArtefactSession<WorkshopReport>['change']
}

/** Everything that a person does to a report here. */
export type Acts = ReturnType<typeof createActs>

export function createActs(session: ArtefactSession<WorkshopReport>, t: Translate, screen: Screen) {
  const hands: Hands = {
    session,
    t,
    screen,
    now: () => session.content(),
    step: (operation) => {
      session.endStep()
      const result = session.change(operation)
      session.endStep()
      return result
    },
  }
  return {
    focus: screen.focus,
    endStep: () => session.endStep(),
    undo: () => session.undo(),
    redo: () => session.redo(),
    ...sectionActs(hands),
    ...tableActs(hands),
  }
}

function sectionActs({ session, t, screen, now, step }: Hands) {
  return {
    addSection: (index: number, depth: 1 | 2 = 1) => {
      const id = step((root) => addSection(root, index, depth))
      if (id === undefined) return
      screen.focus(focusName.heading(id))
      screen.say(t('said.sectionAdded'))
    },
    write: (id: string, words: Parameters<typeof changeSection>[2]) =>
      session.change((root) => changeSection(root, id, words)),
    moveSection: (id: string, by: -1 | 1) => {
      const { sections } = now()
      const index = sections.findIndex((one) => one.id === id)
      const section = sections[index]
      if (!section || !sections[index + by]) return
      step((root) => moveSection(root, id, index + by))
      const place = { position: index + by + 1, count: sections.length }
      screen.say(t('said.sectionMoved', { name: sectionName(section, t), ...place }))
    },
    setDepth: (id: string, depth: 1 | 2) => {
      step((root) => setDepth(root, id, depth))
      screen.say(depth === 1 ? t('said.chapter') : t('said.part'))
    },
    removeSection: (id: string) => {
      const { sections } = now()
      const index = sections.findIndex((one) => one.id === id)
      const section = sections[index]
      if (!section) return
      step((root) => removeSection(root, id))
      const next = sections[index + 1] ?? sections[index - 1]
      screen.focus(next ? focusName.heading(next.id) : focusName.add)
      screen.say(t('said.sectionRemoved', { name: sectionName(section, t) }))
    },
  }
}

function tableActs({ session, t, screen, now, step }: Hands) {
  const tableIn = (section: string) => now().sections.find(({ id }) => id === section)?.table
  return {
    addTable: (section: string) => {
      step((root) => addTable(root, section))
      const column = tableIn(section)?.columns[0]
      if (column) screen.focus(focusName.column(column.id))
      screen.say(t('said.tableAdded'))
    },
    removeTable: (section: string) => {
      step((root) => removeTable(root, section))
      screen.focus(focusName.text(section))
      screen.say(t('said.tableRemoved'))
    },
    addColumn: (section: string, index: number) => {
      const id = step((root) => addColumn(root, section, index))
      if (id !== undefined) screen.focus(focusName.column(id))
    },
    renameColumn: (id: string, name: string) => session.change((root) => renameColumn(root, id, name)),
    removeColumn: (section: string, id: string) => {
      step((root) => removeColumn(root, id))
      const left = tableIn(section)?.columns[0]
      screen.focus(left ? focusName.column(left.id) : focusName.text(section))
      screen.say(left ? t('said.columnRemoved') : t('said.tableRemoved'))
    },
    addRow: (section: string, index: number) => {
      const id = step((root) => addRow(root, section, index))
      if (id !== undefined) screen.focus(focusName.row(id))
    },
    moveRow: (section: string, id: string, by: -1 | 1) => {
      const rows = tableIn(section)?.rows ?? []
      const index = rows.findIndex((row) => row.id === id)
      if (index === -1 || !rows[index + by]) return
      step((root) => moveRow(root, id, index + by))
      screen.say(t('said.rowMoved', { position: index + by + 1, count: rows.length }))
    },
    removeRow: (section: string, id: string) => {
      const table = tableIn(section)
      const index = table?.rows.findIndex((row) => row.id === id) ?? -1
      if (!table || index === -1) return
      step((root) => removeRow(root, id))
      const next = table.rows[index + 1] ?? table.rows[index - 1]
      screen.focus(next ? focusName.row(next.id) : focusName.text(section))
      screen.say(t('said.rowRemoved', { name: rowName(table, index, t) }))
    },
    writeCell: (row: string, column: string, text: string) =>
      session.change((root) => writeCell(root, row, column, text)),
  }
}
