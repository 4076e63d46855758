import { contentDisposition } from './file-name'

interface AnsweredFile {
  /** Under which the browser saves it. */
  name: string
  mime: string
  bytes: Uint8Array
}

/**
 * A file to be saved, to whoever asked and nobody else: nothing between keeps a copy. `headers` come on top, and in the
 * place of its own.
 */
export function fileAnswer({ name, mime, bytes }: AnsweredFile, headers: Record<string, string> = {}): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': contentDisposition(name),
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  })
}
