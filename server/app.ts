import type { Server } from 'node:http'
import { join } from 'node:path'
import { createRequestHandler } from '@react-router/express'
import compression from 'compression'
import express, { type Express, type Router } from 'express'
import type { ViteDevServer } from 'vite'
import { ensureOwnerLink } from '../app/accounts/owner-link.server'
import { refuseForeignPost } from '../app/accounts/foreign-post.server'
import { recordRefusedEdit } from '../app/accounts/audit.server'
import { authorsOf, keepAuthors, rulesOf } from '../app/workshops/rules.server'
import { admitToRoom } from '../app/accounts/room-admission.server'
import { loadAllViews } from '../app/artefacts/registry'
import type { Services } from '../app/load-context'
import type { Database } from '../prisma/client.server'
import { seedExampleProject } from '../prisma/seed/example-project'
import { startBackupSchedule } from './backup/backup-schedule'
import type { ServerSettings } from './env'
import type { PackageSources } from '../app/final-package/model/sources'
import { createProcessPool } from './exports/process-pool'
import { createImporter } from './exports/importer'
import { createRenderer } from './exports/renderer'
import { readBuiltScripts } from './http/built-scripts'
import { compressedAssets } from './http/compressed-assets'
import { observe } from './http/observation'
import { securityHeaders } from './http/security-headers'
import { createLog } from './log'
import { createSync, type Sync } from './sync/sync'

/** After a start, what has been waiting for the server comes first. */
const VIEWS_AFTER_MS = 5_000

export interface ApplicationOptions {
  settings: ServerSettings
  database: Database
  /** Where the bundled workers are. */
  workersDirectory: string
  /** What the browser is served from, once built. */
  clientDirectory: string
  developmentServer?: ViteDevServer
}

export interface Application {
  handler: Express
  /** Takes the server's upgrades under /sync/. */
  attach(server: Server): void
  /** What to tell whoever started it: the one-time owner link while there is no owner. */
  announcements(): Promise<string[]>
  close(): Promise<void>
}

/** Puts the running server together: services, rooms, the web app. The one place that knows them all. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { settings, database, workersDirectory, developmentServer } = options
  const log = createLog()
  const renderer = createRenderer({ workerPath: join(workersDirectory, 'render.worker.js'), size: 1 })
  const packager = createProcessPool<PackageSources>({
    workerPath: join(workersDirectory, 'package.worker.js'),
    mostWaiting: 10,
    timeout: 120_000,
  })
  const importer = createImporter(join(workersDirectory, 'import.worker.js'))
  const sync = await createSync({
    settings,
    log,
    workersDirectory,
    authorise: (request, room) => admitToRoom(services, request, room),
    rules: {
      rulesOf: (artefactId) => rulesOf(services, artefactId),
      authorsOf: (artefactId) => authorsOf(services, artefactId),
      keepAuthors: (room, authors) =>
        void keepAuthors(services, room, authors).catch((error: unknown) => log.error('workshop.authors', error)),
    },
    audit: (refused) =>
      recordRefusedEdit(services, refused).catch((error: unknown) => log.error('audit.refused-edit', error)),
  })
  const services: Services = {
    settings,
    log,
    database: database.client,
    live: sync.live,
    liveWorkshops: sync.liveWorkshops,
    remarks: sync.remarks,
    exporter: renderer,
    packager,
    importer,
    now: Date.now,
    elapsed: () => performance.now(),
  }
  await seedExampleProject(services)
  const { dataDirectory, backups } = settings
  const { directory: backupsDirectory, every, keep } = backups
  const backupSchedule = startBackupSchedule({ dataDirectory, backupsDirectory, every, keep, workersDirectory, log })
  const observation = observe({ settings, database, sync, backups: backupSchedule })
  // By itself the code of a view is loaded when somebody opens one: after each restart that somebody would wait for it.
  const load = () => void loadAllViews().catch((error: unknown) => log.error('views.load', error))
  const viewsLater = developmentServer ? undefined : setTimeout(load, VIEWS_AFTER_MS).unref()

  return {
    handler: createHandler(options, services, sync, observation.routes),
    attach: (server) => sync.attach(server),
    announcements: async () => {
      const link = await ensureOwnerLink(services)
      return link ? [`Open this once to become the owner: ${link}`] : []
    },
    close: async () => {
      clearTimeout(viewsLater)
      observation.stop()
      const backupEnds = backupSchedule.close()
      await sync.close()
      await backupEnds
      await Promise.all([renderer.close(), packager.close(), importer.close()])
    },
  }
}

function createHandler(options: ApplicationOptions, services: Services, sync: Sync, observed: Router): Express {
  const { settings, developmentServer, clientDirectory } = options
  const builtScripts = developmentServer ? undefined : readBuiltScripts(clientDirectory)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.trustedProxies)
  app.use(observed)
  app.use(securityHeaders(settings, developmentServer !== undefined))
  // Before what packs answers: its own go out event by event.
  app.use(sync.handle)
  const assets = join(clientDirectory, 'assets')
  if (!developmentServer) app.use('/assets', compressedAssets(assets))
  app.use(compression())
  if (developmentServer) app.use(developmentServer.middlewares)
  else {
    app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(clientDirectory, { maxAge: '1h', index: false }))
  }
  app.use(refuseForeignPost(settings))
  app.use(
    createRequestHandler({
      build: () => import('virtual:react-router/server-build'),
      mode: developmentServer ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        services,
        address: request.ip ?? '',
        nonce: String(response.locals.nonce),
        builtScripts,
      }),
    }),
  )
  return app
}
