import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The servers to compare with have a package file of their own: the product never depends on them. */
export function installPeers(): void {
  const directory = path.join(import.meta.dirname, 'peers')
  if (existsSync(path.join(directory, 'node_modules/.package-lock.json'))) return
  console.log('Installing the servers to compare with (a minute or two the first time)')
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: directory, stdio: 'inherit' })
}
