import path from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import { memoryInUse } from './serve.mjs'

/** Hocuspocus with its own SQLite extension, as its documentation sets it up. */
const [, , dataDirectory = '.'] = process.argv
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: path.join(dataDirectory, 'hocuspocus.db') })],
})
await server.listen()
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: memoryInUse() })
})
process.on('disconnect', () => process.exit(1))
process.send?.({ port: server.address.port })
