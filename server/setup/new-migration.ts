import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from './migrate'
import { migrationsDirectory, projectRoot } from './project-paths'
import { schemaDifference } from './schema-engine'

const USAGE = `npm run migration -- NAME             write the migration that takes the newest one to schema.prisma
npm run migration -- NAME --rewrite   write the newest migration, NAME, again: only while no database outside has it`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rewrite: { type: 'boolean', default: false } },
})
const [name] = positionals

if (!name || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error(`${USAGE}\nNAME is words in lower case, joined by _.`)
  process.exitCode = 1
} else {
  await writeMigration(name, values.rewrite)
}

async function writeMigration(wanted: string, rewrite: boolean): Promise<void> {
  const newest = readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1)
  const isNewest = newest?.replace(/^\d+_/, '') === wanted
  if (isNewest !== rewrite) {
    console.error(isNewest ? `${newest} exists. Another name, or --rewrite.` : `The newest migration is ${newest}.`)
    process.exitCode = 1
    return
  }
  const sql = await differenceAfter(rewrite ? newest : undefined)
  if (sql === null) {
    console.log('schema.prisma and the migrations agree: nothing to write.')
    return
  }
  const directory = path.join(migrationsDirectory, rewrite && newest ? newest : `${timestamp()}_${wanted}`)
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, 'migration.sql'), sql)
  console.log(`Wrote ${path.relative(projectRoot, directory)}/migration.sql. Read it before committing it.`)
}

/** What is missing after every migration but `left`, applied by the runner that the server uses. */
async function differenceAfter(left: string | undefined): Promise<string | null> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tahto-migration-'))
  try {
    const databaseFile = path.join(scratch, 'scratch.db')
    const migrations = path.join(scratch, 'migrations')
    cpSync(migrationsDirectory, migrations, {
      recursive: true,
      filter: (source) => left === undefined || path.basename(source) !== left,
    })
    migrate({ databaseFile, migrationsDirectory: migrations, backupsDirectory: scratch })
    return await schemaDifference(databaseFile, readFileSync(path.join(projectRoot, 'prisma/schema.prisma'), 'utf8'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14)
}
