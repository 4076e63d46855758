import { loadavg } from 'node:os'
import { installPeers } from './peers'
import { Load } from './load/load'
import { coldBoards, warmBoards } from './measures/boards'
import { flood } from './measures/flood'
import type { Measure } from './measures/measure'
import { memory } from './measures/memory'
import { killed, stalledReaders } from './measures/robust'
import { steady } from './measures/steady'
import { markdownTable } from './table'

/**
 * Our sync server beside a raw relay, the relay with coalescing, Hocuspocus with its SQLite extension, and the server
 * that comes with y-websocket 2.1: in one run, on one machine, each in a process of its own, the load in another.
 * Names after the command pick measures: `npm run bench:sync -- steady flood`.
 */
installPeers()
const load = await Load.start()
const other = await Load.start()
const measures: Record<string, () => Promise<Measure[]>> = {
  steady: async () => [...(await steady(load, 100, 'out of step')), ...(await steady(load, 200, 'out of step'))],
  'in-step': async () => [...(await steady(load, 100, 'in step')), ...(await steady(load, 200, 'in step'))],
  flood: () => flood(load),
  warm: () => warmBoards(load, 10_000),
  cold: () => coldBoards(load, other, 10_000),
  'cold-50000': () => coldBoards(load, other, 50_000),
  memory: () => memory(load),
  killed: () => killed(load),
  stalled: () => stalledReaders(load),
}
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in measures))
if (unknown.length > 0) {
  console.error(`There is no measure ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}`)
  process.exit(2)
}

console.log(`Node ${process.version}, load of the machine before: ${loadavg().map((part) => part.toFixed(2)).join(' ')}\n`)
const all: Measure[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const started = performance.now()
  const found = await measure()
  all.push(...found)
  console.log(`${name}, ${Math.round((performance.now() - started) / 1000)} s`)
  console.log(`${markdownTable(found)}\n`)
}
console.log(markdownTable(all))
process.exit(0)
