import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { Authorise } from '../../../../server/sync/authorise'
import type { Limits } from '../../../../server/sync/limits'
import { createSync } from '../../../../server/sync/sync'
import { createLog } from '../../../../server/log'

/**
 * Our sync server as it is, in a process of its own: the log on disk, every check and bound. Only who may enter is
 * decided without a database: a cookie `person=NAME` may edit.
 */
const given = z
  .object({ dataDirectory: z.string(), workersDirectory: z.string(), limits: z.record(z.string(), z.number()) })
  .parse(JSON.parse(process.argv[2] ?? ''))

const authorise: Authorise = ({ cookie }) => {
  const name = /person=(\w+)/.exec(cookie ?? '')?.[1]
  if (!name) return Promise.resolve({ outcome: 'refused', reason: 'signed-out' })
  return Promise.resolve({
    outcome: 'admitted',
    right: 'edit',
    sessionExpiresAt: undefined,
    identity: {
      participantKey: `user:${name}`,
      name,
      organisation: 'Haapavesi',
      organisationType: 'municipality',
      sessionTokenHash: `session-of-${name}`,
      userId: name,
      projectId: 'project1',
      leads: false,
    },
  })
}

const http = createServer()
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
const { port } = http.address() as AddressInfo
const sync = await createSync({
  settings: {
    production: true,
    host: '127.0.0.1',
    port,
    dataDirectory: given.dataDirectory,
    baseUrl: `http://127.0.0.1:${port}`,
    sessionSecret: 'a secret only for figures, long enough',
    trustedProxies: 0,
  },
  log: createLog(),
  workersDirectory: given.workersDirectory,
  authorise,
  limits: given.limits as Partial<Limits>,
})
sync.attach(http)

process.on('message', (asked) => {
  if (asked !== 'memory') return
  for (let time = 0; time < 3; time += 1) globalThis.gc?.()
  process.send?.({ memory: process.memoryUsage().rss })
})
process.on('SIGTERM', () => void sync.close().then(() => process.exit(0)))
process.on('disconnect', () => process.exit(1))
process.send?.({ port })
