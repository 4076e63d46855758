import { parseArgs } from 'node:util'
import { z } from 'zod'
import { proofs, type ProofEntry } from './proofs'
import { report, type Tried } from './report'

/** What was asked for cannot be done; the message says what can. */
class Unusable extends Error {}

/**
 * `npm run prove` tries every promise, `npm run prove NAME -- --OPTION VALUE` one.
 * Ends with 0 when all hold, 1 when one does not, 2 when it could not be understood.
 */
async function main(args: string[]): Promise<number> {
  // Every client of y-websocket listens for the end of the process.
  process.setMaxListeners(0)
  const [name, ...rest] = args
  const entries = name === undefined ? proofs : proofs.filter((entry) => entry.name === name)
  if (entries.length === 0) {
    throw new Unusable(`No proof is called ${name}. There are: ${proofs.map((entry) => entry.name).join(', ')}`)
  }
  const tried: Tried[] = []
  for (const entry of entries) {
    console.log(`• ${entry.name}: ${entry.promise}`)
    tried.push(await tryOut(entry, rest))
  }
  console.log(`\n${report(tried)}`)
  return tried.every(({ outcome }) => outcome.broken.length === 0) ? 0 : 1
}

async function tryOut({ name, promise, load }: ProofEntry, args: string[]): Promise<Tried> {
  const proof = await load()
  const given = optionsIn(args, proof.optionNames)
  const started = performance.now()
  const outcome = await proof.run(given).catch((error: unknown) => {
    if (error instanceof z.ZodError) throw new Unusable(z.prettifyError(error))
    console.error(error)
    return { counts: {}, broken: [`It could not be tried to the end: ${String(error)}`] }
  })
  return { name, promise, outcome, milliseconds: performance.now() - started }
}

function optionsIn(args: string[], names: string[]): Record<string, string> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch (error) {
    const known = names.length > 0 ? `Options: ${names.map((name) => `--${name}`).join(', ')}` : 'It has no options'
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n${known}`)
  }
}

process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Unusable ? error.message : error)
    return 2
  }),
)
