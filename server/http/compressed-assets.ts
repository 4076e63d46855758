import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'

/**
 * Answers with what the build has compressed beforehand (server/setup/compress-assets.mjs): smaller than there would be time
 * for at each request. Whatever is not there, and whoever does not take Brotli, is left to what follows. Their names hold
 * their hashes: a browser asks once.
 */
export function compressedAssets(directory: string): RequestHandler {
  const ready = new Set(readdirSync(directory).filter((name) => name.endsWith('.br')))
  return (request, response, next) => {
    const compressed = `${request.path.slice(1)}.br`
    const isAsked = request.method === 'GET' || request.method === 'HEAD'
    if (!isAsked || !ready.has(compressed) || request.acceptsEncodings('br') === false) return next()
    response.set({ 'Content-Encoding': 'br', Vary: 'Accept-Encoding' })
    response.type(path.extname(request.path))
    response.sendFile(compressed, { root: directory, immutable: true, maxAge: '1y' }, (error) => {
      if (error && !response.headersSent) next(error)
    })
  }
}
