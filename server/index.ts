import type { Server } from 'node:http'
import path from 'node:path'
import { setTimeout as waitFor } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ViteDevServer } from 'vite'
import { openDatabase, type Database } from '../prisma/client.server'
import type * as App from './app'
import { readSettings, type ServerSettings } from './env'
import { createHttpServer } from './http/http-server'
import { inDataDirectory } from './setup/data-directory'
import { loadForDevelopment } from './setup/development'
import { createLog } from './log'
import { explainFailedStart } from './setup/failed-start'
import { listen } from './setup/listen'
import { migrate } from './setup/migrate'
import { takeDataDirectory } from './setup/one-server'
import { migrationsDirectory, projectRoot } from './setup/project-paths'
import { refuseUnfinishedRestore } from './setup/unfinished-restore'

/** Given by `npm run dev`: the application is read from its source instead of build/web. */
const development = process.argv.includes('--dev')
const buildDirectory = path.join(projectRoot, development ? 'build/dev' : 'build')
/** An orderly stop takes no longer than this; service managers kill after ten seconds. */
const STOP_LIMIT_MS = 9_500
/** Answers under way when told to stop may take this long. */
const LAST_ANSWERS_MS = 2_000

await start().catch((error: unknown) => {
  explainFailedStart(error)
  process.exit(1)
})

async function start(): Promise<void> {
  // Only this user may read what the server writes: people's work, names and secrets.
  process.umask(0o077)
  const settings = readSettings(process.env)
  const releaseDataDirectory = takeDataDirectory(settings.dataDirectory)
  refuseUnfinishedRestore(settings.dataDirectory)
  let end: (exitCode: number) => void = (exitCode) => process.exit(exitCode)
  const database = await prepareDatabase(settings, () => end(1))
  const server = createHttpServer()
  const { createApplication, developmentServer } = await load(server)
  const application = await createApplication({
    settings,
    database,
    workersDirectory: path.join(buildDirectory, 'workers'),
    clientDirectory: path.join(buildDirectory, 'web/client'),
    developmentServer,
  })
  end = stopInOrderWhenTold(async () => {
    const answered = new Promise((resolve) => server.close(resolve))
    await application.close()
    await developmentServer?.close()
    await Promise.race([answered, waitFor(LAST_ANSWERS_MS)])
    server.closeAllConnections()
    await database.close()
    releaseDataDirectory()
  })
  server.on('request', application.handler)
  application.attach(server)
  await listen(server, settings)
  console.log(`\nTahto is at ${settings.baseUrl}`)
  console.log(`  listening on ${settings.host}, port ${settings.port}; data in ${settings.dataDirectory}`)
  for (const line of await application.announcements()) console.log(line)
}

/** `restart`: called when only a new process can write to the database again. */
async function prepareDatabase({ dataDirectory, backups }: ServerSettings, restart: () => void): Promise<Database> {
  const databaseFile = path.join(dataDirectory, inDataDirectory.database)
  migrate({
    databaseFile,
    migrationsDirectory,
    backupsDirectory: backups.directory,
    report: (line) => console.log(`• ${line}`),
  })
  const log = createLog()
  return openDatabase(databaseFile, {
    reconnected: () => log.error('database.reconnected', 'What was written did not reach the file'),
    beyondHelp: () => {
      log.error('database.lost', 'Connecting anew did not help: the server ends, to be started again')
      restart()
    },
  })
}

interface Loaded {
  createApplication: typeof App.createApplication
  developmentServer?: ViteDevServer
}

async function load(server: Server): Promise<Loaded> {
  if (development) return loadForDevelopment(server)
  const built = pathToFileURL(path.join(buildDirectory, 'web/server/index.js'))
  return (await import(built.href)) as typeof App
}

/** A second signal does not wait. Returns what ends the process in the same order, with an exit code. */
function stopInOrderWhenTold(stop: () => Promise<void>): (exitCode: number) => void {
  let stopping = false
  const end = (exitCode: number) => {
    if (stopping) return
    stopping = true
    console.log('Stopping …')
    setTimeout(() => {
      console.error(`Stopped without finishing: it took more than ${STOP_LIMIT_MS / 1000} s.`)
      process.exit(1)
    }, STOP_LIMIT_MS).unref()
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        console.error('Stopped without finishing:', error)
        process.exit(1)
      },
    )
  }
  const onSignal = () => (stopping ? process.exit(1) : end(0))
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return end
}
