import { Router } from 'express'
import type { Database } from '../../prisma/client.server'
import type { BackupSchedule } from '../backup/backup-schedule'
import type { ServerSettings } from '../env'
import { EventLoopDelay } from '../metrics/event-loop'
import { serverFigures } from '../metrics/server-figures'
import type { Sync } from '../sync/sync'
import { healthRoutes, type Readiness } from './health'
import { metricsRoutes } from './metrics'

/** Beyond these the server is not sent further people. */
const MOST_EVENT_LOOP_DELAY_MS = 200
const OLDEST_UNSAVED_MS = 2_000

export interface Observed {
  settings: ServerSettings
  database: Pick<Database, 'writable'>
  sync: Pick<Sync, 'health' | 'metrics'>
  backups: Pick<BackupSchedule, 'figures'>
}

export interface Observation {
  /** /healthz, /readyz and /metrics. */
  routes: Router
  /** The server has been told to stop: it is not ready any more. */
  stop(): void
}

/** What whoever runs the server can see of it from outside. The one place that brings all figures together. */
export function observe({ settings, database, sync, backups }: Observed): Observation {
  const eventLoop = new EventLoopDelay()
  let running = true
  const writable = async () => (await database.writable()) && sync.health().writable
  const readiness = async (): Promise<Readiness> => {
    const { writable: saving, oldestUnsaved } = sync.health()
    return {
      database: await database.writable(),
      commits: saving && oldestUnsaved < OLDEST_UNSAVED_MS,
      eventLoop: eventLoop.p99() < MOST_EVENT_LOOP_DELAY_MS,
      running,
    }
  }
  const access = { token: settings.metricsToken, production: settings.production }
  const families = () => [
    ...sync.metrics(),
    ...serverFigures(settings.dataDirectory, backups.figures(), eventLoop.p99()),
  ]
  return {
    routes: Router().use(healthRoutes(writable, readiness)).use(metricsRoutes(access, families)),
    stop: () => {
      running = false
      eventLoop.close()
    },
  }
}
