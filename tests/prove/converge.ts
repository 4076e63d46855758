import { rmSync } from 'node:fs'
import { play, type LosableHost } from '../support/converge/play'
import { keptSeeds } from '../support/converge/seeds'
import { forkServer, killForked } from '../support/sync/forked-server'
import { closeRawClients } from '../support/sync/raw-client'
import { count, defineProof, type Outcome } from './proof'

/**
 * Trust case F25 and more: what people do in the real kinds, by four peers, over networks that delay, cut and lose,
 * with a server that is killed meanwhile. First the seeds that once failed, then `seeds` new ones from `from` on.
 */
export const converge = defineProof({ seeds: count(15), from: count(1) }, async ({ seeds, from }): Promise<Outcome> => {
  const host = await killableHost()
  const tried = { seeds: 0, edits: 0, faults: 0 }
  const broken: string[] = []
  try {
    for (const seed of [...keptSeeds(), ...Array.from({ length: seeds }, (_, index) => from + index)]) {
      const { kind, edits, faults, broken: sentences } = await play(seed, host)
      broken.push(...sentences.map((sentence) => `Seed ${seed} (${kind}): ${sentence}`))
      for (const sentence of sentences) console.log(`  seed ${seed} (${kind}): ${sentence}`)
      tried.seeds += 1
      tried.edits += edits
      tried.faults += faults
      closeRawClients()
    }
    return { counts: { ...tried, 'server kills': host.kills(), failures: broken.length }, broken }
  } finally {
    await host.close()
  }
})

interface KillableHost extends LosableHost {
  kills(): number
  close(): Promise<void>
}

/** Small limits, so that compaction, unloading and looking elsewhere happen within a few edits. */
const limits = {
  compactRows: 25,
  compactEvery: 0,
  compactQuiet: 20,
  unloadAfter: 40,
  sweepEvery: 20,
  inspectHereBytes: 2_048,
  socketsPerParticipant: 1e3,
}

/** Clients know it by this name, wherever it listens. */
const settings = { baseUrl: 'http://tahto.test' }

async function killableHost(): Promise<KillableHost> {
  let kills = 0
  let server = await forkServer({ limits, settings })
  const { dataDirectory } = server
  return {
    get port() {
      return server.port
    },
    origin: settings.baseUrl,
    restart: async () => {
      kills += 1
      server.process.kill('SIGKILL')
      await server.ended
      server = await forkServer({ dataDirectory, limits, settings })
    },
    kills: () => kills,
    close: async () => {
      killForked()
      await server.ended
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
