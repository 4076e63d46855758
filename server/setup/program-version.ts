import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from './project-paths'

/** As package.json says it. */
export function programVersion(): string {
  const json: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(json).version
}
