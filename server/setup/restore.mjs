import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { install } from './install.mjs'
import { giveUp, root } from './steps.mjs'

// On an empty machine this is the first command that is run.
try {
  await install()
  const args = ['--import', 'tsx', 'server/backup/restore-command.ts', ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
} catch (error) {
  giveUp(error)
}
