import { Router } from 'express'

/** `GET /healthz`: 200 while what people do can be stored, 503 when it cannot. */
export function healthRoutes(writable: () => Promise<boolean>): Router {
  const router = Router()
  router.get('/healthz', async (_request, response) => {
    const stored = await writable().catch(() => false)
    response
      .status(stored ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: stored ? 'ok' : 'unavailable', database: stored ? 'writable' : 'not writable' })
  })
  return router
}
