import type Sqlite from 'better-sqlite3'

/** Where in a database a byte may be flipped: a table's row, by its key, and one column of it. */
export interface Place {
  table: string
  key: string
  column: string
}

/** Everything that organisations have decided, and what they decided on, value by value; what is null has no byte. */
export function placesOf(database: Sqlite.Database): Place[] {
  const columnsOf = (table: string) => database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const kinds = [
    { table: 'ApprovalRecord', key: 'number', columns: columnsOf('ApprovalRecord'), where: '1' },
    { table: 'Extract', key: 'hash', columns: columnsOf('Extract'), where: '1' },
    {
      table: 'Version',
      key: 'id',
      columns: ['content', 'hash', 'title', 'kind', 'kindVersion', 'number'],
      where: 'id IN (SELECT versionId FROM "Circulation")',
    },
  ]
  return kinds.flatMap(({ table, key, columns, where }) =>
    columns.flatMap((column) =>
      database
        .prepare<[], string>(`SELECT "${key}" FROM "${table}" WHERE ${where} AND length(CAST("${column}" AS BLOB)) > 0`)
        .pluck()
        .all()
        .map((id) => ({ table, key: `"${key}" = ${typeof id === 'number' ? id : `'${id}'`}`, column })),
    ),
  )
}

/** Flips one bit of the value; `random` gives 0 ≤ x < 1. A number is stored as one again, where it still is one. */
export function flipOneBit(database: Sqlite.Database, { table, key, column }: Place, random: () => number): void {
  const held = database
    .prepare<[], { type: string; bytes: Buffer }>(
      `SELECT typeof("${column}") AS type, CAST("${column}" AS BLOB) AS bytes FROM "${table}" WHERE ${key}`,
    )
    .get()
  if (!held) throw new Error(`Nothing at ${table} ${key}`)
  const { type, bytes } = held
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  const value = type === 'integer' && /^\d+$/.test(bytes.toString('latin1')) ? Number(bytes.toString('latin1')) : bytes
  const stored = Buffer.isBuffer(value) && type !== 'blob' ? 'CAST(? AS TEXT)' : '?'
  database.prepare(`UPDATE "${table}" SET "${column}" = ${stored} WHERE ${key}`).run(value)
}
