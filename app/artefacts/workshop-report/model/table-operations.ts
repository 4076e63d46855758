import type * as Y from 'yjs'
import { addRecord, changeRecord, record, removeRecord } from '../../../document/records'
import { newId } from '../../../lib/id'
import { orderFor, siblingsIn } from '../../shared/placing'
import { written } from '../../shared/written'
import { longest, mostColumns } from './content'
import { cellId, cellShape, collections, columnShape, rowShape } from './stored'

// Each function is one act, to be called within one transaction; what is aimed at something that is gone does nothing.

/** Gives a section a table of two columns and a row, where it has none. */
export function addTable(root: Y.Map<unknown>, section: string): void {
  if (!record(root, collections.sections, section) || columnsIn(root, section).length > 0) return
  addColumn(root, section, 0)
  addColumn(root, section, 1)
  addRow(root, section, 0)
}

export function removeTable(root: Y.Map<unknown>, section: string): void {
  const columns = columnsIn(root, section)
  for (const row of rowsIn(root, section)) {
    for (const column of columns) removeRecord(root, collections.cells, cellId(row.id, column.id))
    removeRecord(root, collections.rows, row.id)
  }
  for (const column of columns) removeRecord(root, collections.columns, column.id)
}

/** Answers the column's id; undefined where the table is as wide as it may be. */
export function addColumn(root: Y.Map<unknown>, section: string, index: number): string | undefined {
  const columns = columnsIn(root, section)
  if (!record(root, collections.sections, section) || columns.length >= mostColumns) return undefined
  const id = newId()
  addRecord(root, collections.columns, columnShape, { id, order: orderFor(columns, index), section, name: '' })
  for (const row of rowsIn(root, section)) addCell(root, row.id, id)
  return id
}

export function renameColumn(root: Y.Map<unknown>, id: string, name: string): void {
  const column = record(root, collections.columns, id)
  if (!column) return
  changeRecord(root, collections.columns, columnShape, id, { name: written(name, longest.column, column.get('name')) })
}

/** With what stands in it. The last one takes the table with it. */
export function removeColumn(root: Y.Map<unknown>, id: string): void {
  const section = sectionOf(root, collections.columns, id)
  if (section === undefined) return
  if (columnsIn(root, section).length === 1) return removeTable(root, section)
  for (const row of rowsIn(root, section)) removeRecord(root, collections.cells, cellId(row.id, id))
  removeRecord(root, collections.columns, id)
}

/** Answers the row's id; undefined where the section has no table. */
export function addRow(root: Y.Map<unknown>, section: string, index: number): string | undefined {
  const columns = columnsIn(root, section)
  if (columns.length === 0) return undefined
  const id = newId()
  addRecord(root, collections.rows, rowShape, { id, order: orderFor(rowsIn(root, section), index), section })
  for (const column of columns) addCell(root, id, column.id)
  return id
}

export function moveRow(root: Y.Map<unknown>, id: string, index: number): void {
  const section = sectionOf(root, collections.rows, id)
  if (section === undefined) return
  changeRecord(root, collections.rows, rowShape, id, { order: orderFor(rowsIn(root, section, id), index) })
}

export function removeRow(root: Y.Map<unknown>, id: string): void {
  const section = sectionOf(root, collections.rows, id)
  if (section === undefined) return
  for (const column of columnsIn(root, section)) removeRecord(root, collections.cells, cellId(id, column.id))
  removeRecord(root, collections.rows, id)
}

export function writeCell(root: Y.Map<unknown>, row: string, column: string, text: string): void {
  if (!record(root, collections.rows, row) || !record(root, collections.columns, column)) return
  const id = cellId(row, column)
  // Where somebody added a row while another added a column, nobody made the cell where they meet.
  if (!record(root, collections.cells, id)) addCell(root, row, column)
  const before = record(root, collections.cells, id)?.get('text')
  changeRecord(root, collections.cells, cellShape, id, { text: written(text, longest.cell, before) })
}

function addCell(root: Y.Map<unknown>, row: string, column: string) {
  addRecord(root, collections.cells, cellShape, { id: cellId(row, column), text: '' })
}

function columnsIn(root: Y.Map<unknown>, section: string) {
  return siblingsIn(root, collections.columns, undefined, (column) => column.get('section') === section)
}

function rowsIn(root: Y.Map<unknown>, section: string, placed?: string) {
  return siblingsIn(root, collections.rows, placed, (row) => row.get('section') === section)
}

function sectionOf(root: Y.Map<unknown>, name: string, id: string): string | undefined {
  const section = record(root, name, id)?.get('section')
  return typeof section === 'string' ? section : undefined
}
