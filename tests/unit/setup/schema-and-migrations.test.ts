import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../server/setup/migrate'
import { migrationsDirectory, projectRoot } from '../../../server/setup/project-paths'
import { schemaDifference } from '../../../server/setup/schema-engine'
import { temporaryDirectory } from './temporary-directory'

it('all migrations together give exactly the schema (else: npm run migration -- NAME)', async () => {
  const directory = temporaryDirectory()
  const databaseFile = path.join(directory, 'tahto.db')
  migrate({ databaseFile, migrationsDirectory, backupsDirectory: directory })
  const schema = readFileSync(path.join(projectRoot, 'prisma/schema.prisma'), 'utf8')
  expect(await schemaDifference(databaseFile, schema)).toBeNull()
})
