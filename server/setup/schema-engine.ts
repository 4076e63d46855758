import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm'

const NO_FILTER = { externalTables: [], externalEnums: [] }

// What the package's typings leave out, because its own entry does it. That entry imports a .wasm file,
// which Node does without a flag only from version 22 on.
interface Bindings extends Pick<typeof SchemaEngineModule, 'SchemaEngine'> {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

async function loadEngine(): Promise<Bindings['SchemaEngine']> {
  const directory = path.dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')))
  const bindings = await importBindings()
  const { instance } = await WebAssembly.instantiate(
    readFileSync(path.join(directory, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': { ...bindings } },
  )
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return bindings.SchemaEngine
}

async function importBindings(): Promise<Bindings> {
  const bindings: unknown = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  return bindings as Bindings
}

/**
 * Prisma's own engine, as WebAssembly: what SQL takes this database to this schema.
 * @returns null when they agree already.
 */
export async function schemaDifference(databaseFile: string, schema: string): Promise<string | null> {
  const SchemaEngine = await loadEngine()
  const files = [{ path: 'schema.prisma', content: schema }]
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: databaseFile })),
  )
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.dirname(databaseFile) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    })
    return exitCode === 0 ? null : stdout
  } finally {
    engine.free()
  }
}
