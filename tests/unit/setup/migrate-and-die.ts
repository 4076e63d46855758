import { migrate, type MigrateOptions } from '../../../server/setup/migrate'

// Run by migrate.test.ts as a process of its own: dies when all of a migration has been done but its commit.
const options = JSON.parse(process.argv[2] ?? '') as MigrateOptions
migrate({
  ...options,
  report: (line) => {
    if (line.startsWith('Checked')) process.kill(process.pid, 'SIGKILL')
  },
})
