import type { Server } from 'node:http'

export class CannotListen extends Error {
  override name = 'CannotListen'
}

/**
 * Resolves when connections are accepted.
 * @throws CannotListen with one line that says what to change.
 */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotListen(explain(error, host, port), { cause: error }))
    })
    server.listen({ host, port }, () => resolve())
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Choose another with PORT=NUMBER.`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023 with PORT=NUMBER.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Change HOST.`
    default:
      return `Listening on ${host}, port ${port} failed: ${error.message}`
  }
}
