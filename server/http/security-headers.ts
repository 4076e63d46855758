import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Settings } from '../../app/load-context'

/** What is published is a document that carries its own look and faces: it runs nothing and fetches nothing. */
const documentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Nothing from another host, no frame around us, no guessing of types. Scripts need the page's own nonce;
 * styles may stand on elements, because positions on a board are styles.
 */
export function securityHeaders(settings: Settings, development: boolean): RequestHandler {
  const https = settings.baseUrl.startsWith('https:')
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64url')
    response.locals.nonce = nonce
    const policy = [
      "default-src 'self'",
      // Vite's hot reload writes scripts of its own.
      development ? "script-src 'self' 'unsafe-inline'" : `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      development ? "connect-src 'self' ws:" : "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]
    response.set({
      'Content-Security-Policy': request.path.startsWith('/published/') ? documentPolicy : policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    })
    if (https) response.set('Strict-Transport-Security', 'max-age=31536000')
    next()
  }
}
