import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { WebSocketServer } from 'ws'
import { serve } from './serve.mjs'

/** The server that comes with y-websocket 2.1, with its LevelDB persistence. */
const [, , dataDirectory = '.'] = process.argv
process.env.YPERSISTENCE = path.join(dataDirectory, 'level')
const { setupWSConnection } = createRequire(import.meta.url)('y-websocket/bin/utils')

const http = createServer()
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket, request) => {
  socket.on('error', () => undefined)
  setupWSConnection(socket, request)
})
serve(http)
