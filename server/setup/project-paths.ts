import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, from wherever this code runs: source, test or bundle. */
export const projectRoot = rootAbove(path.dirname(fileURLToPath(import.meta.url)))

export const migrationsDirectory = path.join(projectRoot, 'prisma', 'migrations')

function rootAbove(directory: string): string {
  if (existsSync(path.join(directory, 'package.json'))) return directory
  const parent = path.dirname(directory)
  if (parent === directory) throw new Error('package.json was not found above the running program')
  return rootAbove(parent)
}
