import { request } from 'node:http'
import type { UpgradeServer } from '../sync/upgrade'
import { RawClient } from '../sync/raw-client'
import { RawHttp } from '../sync/raw-wires'
import { ROOM, together, type Attack } from './attack'

const MEGABYTE = 1024 * 1024

/** Over HTTP, what a WebSocket cannot be asked. */
export const httpAttacks: readonly Attack[] = [
  {
    of: 'A2',
    what: 'parameters that are no numbers',
    expected: '400',
    unlogged: true,
    run: async ({ server }) => {
      const queries = ['batch=-1', 'batch=1e3', 'batch=__proto__', 'batch=']
      const name = await connectionName(server)
      const ask = (query: string) => post(server, `/sync/${ROOM}?connection=${name}&${query}`, Buffer.alloc(0))
      return together(await Promise.all(queries.map(ask)))
    },
  },
  {
    of: 'A4',
    what: 'a batch on a connection of somebody else, and on one that is not there',
    expected: '404',
    unlogged: true,
    run: async ({ server }) => {
      const name = await connectionName(server, 'Guest')
      return together(
        await Promise.all(
          [name, 'a'.repeat(32), '__proto__', '../..', ''].map((id) =>
            post(server, `/sync/${ROOM}?connection=${encodeURIComponent(id)}&batch=1`, Buffer.from([1, 3])),
          ),
        ),
      )
    },
  },
  {
    of: 'A11',
    what: 'a batch of 40 MB',
    expected: '413',
    unlogged: true,
    run: async ({ server }) => {
      const name = await connectionName(server)
      return post(server, `/sync/${ROOM}?connection=${name}&batch=1`, Buffer.alloc(40 * MEGABYTE))
    },
  },
]

/** Of a connection that is open. */
async function connectionName(server: UpgradeServer, person = 'Mallory'): Promise<string> {
  const client = await new RawClient(server, { way: 'stream', person }).sync()
  if (!(client.socket instanceof RawHttp) || !client.socket.id) throw new Error('No connection over HTTP was opened')
  return client.socket.id
}

/** The status of a post by Mallory's browser. */
function post({ port, origin }: UpgradeServer, path: string, body: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const headers = { origin, cookie: 'person=Mallory', 'content-type': 'application/octet-stream' }
    const asked = request({ port, host: '127.0.0.1', method: 'POST', path, headers }, (response) => {
      response.resume()
      resolve(String(response.statusCode))
    })
    // The server answers before all of a large body has gone out, and hangs up.
    asked.on('error', () => resolve('closed'))
    asked.end(body)
  })
}
