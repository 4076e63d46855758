import { cpus, loadavg } from 'node:os'
import * as Y from 'yjs'
import { bodyOf, readAgreement } from '../../../app/artefacts/agreement/model/document'
import { agreement as agreementKind } from '../../../app/artefacts/agreement'
import { compareParts } from '../../../app/versions/compare'
import { startServer } from '../../support/running-server'
import type { StockClient } from '../../support/sync/stock-client'
import { Facilitator } from '../../support/workshop/facilitator'
import { figuresOf, table, type Figures } from '../figures'
import { Writer } from './in-a-browser'
import { entered, prepareAgreement } from './prepared-agreement'

const size = { clauses: 300, suggestions: 1_000, comments: 1_000 }
const OTHERS = 5
const OPENINGS = 20
const KEYS = 'Osapuolet sopivat tästä erikseen, kun yhteinen näkemys on löytynyt, ja kirjaavat sen ohjausryhmän muistioon. '

/**
 * A long agreement with its suggestions and comments on the server as built, in a process of its own: opened and written in
 * a real Chromium while five others type, and two states of it compared.
 */
const rows: { what: string; figures: Figures }[] = []
const say = (what: string, milliseconds: readonly number[]) => void rows.push({ what, figures: figuresOf(milliseconds) })

console.log(`Node ${process.version}, ${cpus().length} cores, load before: ${loadavg().map((part) => part.toFixed(2)).join(' ')}\n`)
const server = await startServer()
try {
  const owner = await Facilitator.of(server)
  const projectId = await owner.startProject('Mittaus', { municipality: ['Haapavesi', 'Nivala', 'Sievi'] })
  const { id, client } = await prepareAgreement(owner, projectId, size)
  const before = readAgreement(client.content)
  const writer = await Writer.open(owner.browser)
  try {
    await measureBrowser(writer, owner, id)
  } finally {
    await writer.close()
  }
  await measureDifference(before, readAgreement(client.content))
  console.log(table(rows))
} finally {
  await server.stop()
}
process.exit(0)

async function measureBrowser(writer: Writer, owner: Facilitator, id: string): Promise<void> {
  const openings = []
  for (let time = 0; time <= OPENINGS; time += 1) {
    const { page, ...opening } = await writer.openAgreement(id, size.clauses)
    openings.push(opening)
    await page.close()
  }
  // The server has just started, and has drawn no such page yet; the browser has none of its scripts.
  sayOpened('for the first time', openings.slice(0, 1))
  sayOpened('again', openings.slice(1))
  const { page } = await writer.openAgreement(id, size.clauses)
  await page.waitForLoadState('networkidle')
  sayKeys('alone', await writer.type(page, 'k100', KEYS))
  const others = await Promise.all(Array.from({ length: OTHERS }, () => entered(owner, `artefact/${id}`)))
  const timers = others.map((other, index) => setInterval(() => typeInto(other, index), 160 + index))
  sayKeys(`while ${OTHERS} others type`, await writer.type(page, 'k103', KEYS))
  for (const timer of timers) clearInterval(timer)
  for (const other of others) other.close()
}

function sayOpened(when: string, openings: readonly { read: number; write: number }[]): void {
  say(`opened ${when}: all clauses can be read`, openings.map(({ read }) => read))
  say(`opened ${when}: one can write`, openings.map(({ write }) => write))
}

function sayKeys(when: string, { painted, worked }: Awaited<ReturnType<Writer['type']>>): void {
  say(`a key until it is painted, ${when}`, painted)
  say(`work of the main thread for each key, ${when}`, [worked])
}

/** A letter at the end of the first text of a clause of one's own. */
function typeInto({ content }: StockClient, index: number): void {
  const clause = bodyOf(content)?.get(10 + index * 7)
  const paragraph = clause instanceof Y.XmlElement ? clause.get(1) : undefined
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) text.insert(20, 'a')
}

async function measureDifference(before: ReturnType<typeof readAgreement>, after: ReturnType<typeof readAgreement>): Promise<void> {
  const { parts } = await agreementKind.loadExport()
  const t = (key: string) => key
  const changed = { ...after, clauses: after.clauses.map((clause, index) => (index % 3 === 0 ? { ...clause, content: clause.content.slice(0, 1) } : clause)) }
  const times = Array.from({ length: 5 }, () => {
    const since = performance.now()
    compareParts(parts(before, t), parts(changed, t))
    return performance.now() - since
  })
  say('difference of two states, a third of the clauses changed', times)
}
