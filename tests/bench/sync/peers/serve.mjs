import { createServer } from 'node:http'

/**
 * Listens on a free port of this machine and tells it to whoever started this process. Answers `memory` with what
 * is in use after a garbage collection, in bytes.
 * @param {import('node:http').Server} server
 * @param {() => void | Promise<void>} stop
 */
export function serve(server = createServer(), stop = () => undefined) {
  process.on('message', (/** @type {unknown} */ asked) => {
    if (asked === 'memory') process.send?.({ memory: memoryInUse() })
  })
  process.on('SIGTERM', async () => {
    await stop()
    process.exit(0)
  })
  process.on('disconnect', () => process.exit(1))
  server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
}

export function memoryInUse() {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.()
  return process.memoryUsage().rss
}
