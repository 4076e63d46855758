import { createHash, timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import { metricsText, type MetricFamily } from '../metrics/family'

export interface MetricsAccess {
  /** METRICS_TOKEN. */
  token: string | undefined
  production: boolean
}

/**
 * `GET /metrics`, as Prometheus reads it. With a token: for whoever sends it as `Authorization: Bearer TOKEN`.
 * Without: on one's own computer for that computer alone, and in production for nobody, because there every caller
 * may come through a proxy on the same machine. For others the address does not exist.
 */
export function metricsRoutes(access: MetricsAccess, families: () => MetricFamily[]): Router {
  const router = Router()
  router.get('/metrics', (request, response, next) => {
    if (!mayRead(request, access)) return next()
    response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(metricsText(families()))
  })
  return router
}

function mayRead(request: Request, { token, production }: MetricsAccess): boolean {
  if (token !== undefined) return hasToken(request.headers.authorization ?? '', token)
  return !production && isLoopback(request.socket.remoteAddress ?? '')
}

function hasToken(authorization: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
