import { Router, type Response } from 'express'

/** One answer to each question that decides whether the server is to be sent people. */
export interface Readiness {
  /** The database takes what is written, and reads it back. */
  database: boolean
  /** Edits get to the disk without delay. */
  commits: boolean
  /** Nobody is held up by what others do. */
  eventLoop: boolean
  /** It has not been told to stop. */
  running: boolean
}

/**
 * `GET /healthz`: 200 while what people do can be stored, 503 when it cannot.
 * `GET /readyz`: 200 while all is well enough for people to be sent here, 503 with what is not.
 */
export function healthRoutes(writable: () => Promise<boolean>, readiness: () => Promise<Readiness>): Router {
  const router = Router()
  router.get('/healthz', async (_request, response) => {
    const stored = await writable().catch(() => false)
    answer(response, stored, { status: stored ? 'ok' : 'unavailable', database: stored ? 'writable' : 'not writable' })
  })
  router.get('/readyz', async (_request, response) => {
    const checks = await readiness()
    const ready = Object.values(checks).every(Boolean)
    answer(response, ready, { status: ready ? 'ready' : 'not ready', ...checks })
  })
  return router
}

function answer(response: Response, good: boolean, body: object): void {
  response.status(good ? 200 : 503).set('Cache-Control', 'no-store').json(body)
}
