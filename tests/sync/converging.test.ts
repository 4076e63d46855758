import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { play, type LosableHost } from '../support/converge/play'
import { keptSeeds } from '../support/converge/seeds'
import { closeRawClients } from '../support/sync/raw-client'
import { startSync, stopAll, type SyncServerOptions } from '../support/sync/server'
import { closeProxies } from '../support/tcp-proxy'

afterEach(async () => {
  closeRawClients()
  closeProxies()
  await stopAll()
})

/** Clients know the server by this name, wherever it listens. */
const origin = 'http://tahto.test'

/** Small limits, so that compaction, unloading and looking elsewhere happen within a few edits. */
const options: SyncServerOptions = {
  settings: { baseUrl: origin },
  limits: {
    compactRows: 25,
    compactEvery: 0,
    compactQuiet: 20,
    unloadAfter: 40,
    sweepEvery: 20,
    inspectHereBytes: 2_048,
    socketsPerParticipant: 1e3,
  },
}

/** A server that stops in good order and starts again; that a killed one loses nothing either is `npm run prove`. */
async function stoppableHost(): Promise<LosableHost> {
  let server = await startSync(options)
  for (const name of ['Aino', 'Eino']) server.people.add(name)
  return {
    get port() {
      return server.port
    },
    origin,
    restart: async () => {
      const { dataDirectory, people } = server
      await server.close()
      server = await startSync({ ...options, dataDirectory, people })
    },
  }
}

/** Case F25, first with every seed that failed before. A new one that fails goes into tests/support/converge/seeds.json. */
test('whatever four people do in any kind, and whatever the network and the server do, all end with the same', async () => {
  const host = await stoppableHost()
  const kept = keptSeeds()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100_000, max: 999_999 }), async (seed) => {
      expect((await play(seed, host)).broken).toEqual([])
    }),
    { numRuns: kept.length + 6, examples: kept.map((seed): [number] => [seed]), endOnFailure: true },
  )
}, 120_000)
