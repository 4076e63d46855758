import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferredLanguage, translatorFor } from '../i18n/catalogue.server'
import { defaultLanguage } from '../i18n/languages'
import type { Settings } from '../load-context'
import { chosenLanguage } from './cookies.server'
import { isForeignPost } from './foreign-post'

/**
 * Middleware for Express: 403 for whatever would change something and does not come from our own pages. It
 * stands before the web app, so that no action can forget it.
 */
export function refuseForeignPost(settings: Pick<Settings, 'baseUrl'>) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const header = (name: string) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : null
    }
    if (!isForeignPost({ method: request.method ?? 'GET', headers: { get: header } }, settings.baseUrl))
      return next()
    const language =
      chosenLanguage(header('cookie')) ?? preferredLanguage(header('accept-language')) ?? defaultLanguage
    const words = translatorFor(language).in('accounts')('foreignPost', { address: settings.baseUrl })
    response
      .writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(words)
  }
}
