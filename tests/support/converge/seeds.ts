import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../../server/setup/project-paths'

/** Every seed that has failed once stays there, and is played with each run of the tests. */
const FILE = 'tests/support/converge/seeds.json'

const seedsSchema = z.array(z.strictObject({ seed: z.int().positive(), found: z.string().min(1) }))

/** Seeds that once failed, in the order in which they were found. */
export function keptSeeds(): number[] {
  return seedsSchema.parse(JSON.parse(readFileSync(path.join(projectRoot, FILE), 'utf8'))).map(({ seed }) => seed)
}
