import { rmSync } from 'node:fs'
import { z } from 'zod'
import { forkServer, killForked, type ForkedServer } from '../support/sync/forked-server'
import { closeClients, stockClient, type StockClient } from '../support/sync/stock-client'
import { count, defineProof, type Outcome } from './proof'

const EDIT_EVERY_MS = 1_000
const MOVE_EVERY_MS = 200
const SAMPLES = 60
/** A shorter run says nothing of a slope: caches fill and the heap finds its size in the first minutes. */
const TELLING_MINUTES = 10
const MOST_MB_AN_HOUR = 30
const ROOMS = ['artefact/soak0001', 'artefact/soak0002', 'artefact/soak0003', 'artefact/soak0004']

const minutes = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,2})?$/, 'must be a number of minutes, such as 240 or 0.5')
  .transform(Number)
  .default(0.2)

/**
 * Trust case F24: people write and move about for long, some of them leave and come back, and the server's memory does
 * not grow. `--minutes 240 --clients 100` is the nightly one; below ten minutes only the end is judged.
 */
export const soak = defineProof({ minutes, clients: count(40) }, async (options): Promise<Outcome> => {
  const server = await forkServer({ limits: { socketsPerParticipant: 1_000 } })
  try {
    const people = Array.from({ length: options.clients }, (_, index) => enter(server, index))
    await Promise.all(people.map((person) => person.synced()))
    const memory = await live(server, people, options.minutes * 60_000)
    const together = await endTogether(people)
    const slope = options.minutes >= TELLING_MINUTES ? slopeOf(memory.slice(memory.length / 2)) : undefined
    const edits = people.reduce((sum, { receipts }) => sum + receipts.length, 0)
    // An edit that a stock client sends before its first answer has a gap; the answer brings it (SPEC P11).
    const isLoss = ({ kind, reason }: Record<string, unknown>) => kind === 'refused' && reason !== 'gap'
    const refused = people.reduce((sum, { notices }) => sum + notices.filter(isLoss).length, 0)
    const broken = [
      ...(together ? [] : ['They do not hold the same in the end']),
      ...(refused === 0 ? [] : [`${refused} edits were refused`]),
      ...(slope === undefined || slope < MOST_MB_AN_HOUR ? [] : [`Memory grows by ${Math.round(slope)} MB an hour`]),
    ]
    return {
      counts: {
        minutes: options.minutes,
        clients: options.clients,
        receipts: edits,
        'MB of memory in the end': Math.round(memory.at(-1)?.megabytes ?? 0),
        'MB an hour, second half': slope === undefined ? 'too short' : Math.round(slope),
        failures: broken.length,
      },
      broken,
    }
  } finally {
    closeClients()
    killForked()
    await server.ended
    rmSync(server.dataDirectory, { recursive: true, force: true })
  }
})

interface Sample {
  hours: number
  megabytes: number
}

function enter(server: ForkedServer, index: number): StockClient {
  return stockClient(server, { room: ROOMS[index % ROOMS.length], person: index % 2 ? 'Aino' : 'Eino' })
}

/** Everybody at work until the time is over. */
async function live(server: ForkedServer, people: readonly StockClient[], milliseconds: number): Promise<Sample[]> {
  const started = performance.now()
  let turn = 0
  const timers = [
    setInterval(() => {
      turn += 1
      people.forEach(({ content }, index) => content.set(`note ${index % 10}`, `turn ${turn} of ${index}`))
      // One of them loses the connection and comes back by itself.
      people[turn % people.length]?.provider.ws?.close()
    }, EDIT_EVERY_MS),
    setInterval(() => {
      for (const { provider } of people) provider.awareness.setLocalStateField('place', { x: Math.random(), y: turn })
    }, MOVE_EVERY_MS),
  ]
  const samples: Sample[] = []
  try {
    while (performance.now() - started < milliseconds) {
      await pause(milliseconds / SAMPLES)
      const { memory } = await server.told()
      samples.push({ hours: (performance.now() - started) / 3_600_000, megabytes: memory.now / 1e6 })
    }
  } finally {
    for (const timer of timers) clearInterval(timer)
  }
  return samples
}

async function endTogether(people: readonly StockClient[]): Promise<boolean> {
  const deadline = performance.now() + 20_000
  const contentOf = (room: number) =>
    new Set(people.filter((_, index) => index % ROOMS.length === room).map(({ content }) => JSON.stringify(sorted(content.toJSON()))))
  while (performance.now() < deadline) {
    if (ROOMS.every((_, room) => contentOf(room).size <= 1)) return true
    await pause(50)
  }
  return false
}

function sorted(json: Record<string, unknown>): [string, unknown][] {
  return Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Megabytes an hour, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (pick: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length
  const hours = mean((sample) => sample.hours)
  const megabytes = mean((sample) => sample.megabytes)
  const both = samples.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.megabytes - megabytes), 0)
  const spread = samples.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0)
  return spread === 0 ? 0 : both / spread
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
