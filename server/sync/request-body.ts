import type { IncomingMessage } from 'node:http'

export interface BodyBounds {
  mostBytes: number
  /** How long nothing may come, in ms. */
  pauseFor: number
  /** Called for each piece. */
  arriving(): void
}

/** The whole body, or why there is none: `gone` is a connection that broke, or was ended by `request.destroy()`. */
export function readBody(
  request: IncomingMessage,
  { mostBytes, pauseFor, arriving }: BodyBounds,
): Promise<Uint8Array | 'too-large' | 'too-slow' | 'gone'> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let bytes = 0
    const settle = (outcome: Uint8Array | 'too-large' | 'too-slow' | 'gone') => {
      clearTimeout(limit)
      request.removeListener('data', take)
      resolve(outcome)
    }
    const take = (piece: Buffer) => {
      bytes += piece.byteLength
      if (bytes > mostBytes) return settle('too-large')
      pieces.push(piece)
      limit.refresh()
      arriving()
    }
    const limit = setTimeout(() => settle('too-slow'), pauseFor)
    request.on('data', take)
    request.once('end', () => settle(Buffer.concat(pieces, bytes)))
    request.once('close', () => settle('gone'))
    request.once('error', () => settle('gone'))
  })
}
