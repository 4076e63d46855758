import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { defaultLimits } from '../../server/sync/limits'
import { OTHER_ROOM, type Attack, type Site } from '../support/attacks/attack'
import { callerAttacks, doorAttacks } from '../support/attacks/door'
import { excessAttacks } from '../support/attacks/excess'
import { httpAttacks } from '../support/attacks/http'
import { frameAttacks, messageAttacks } from '../support/attacks/messages'
import { forkServer, killForked } from '../support/sync/forked-server'
import { closeRawClients, RawClient, updateSetting, waysIn, type WayIn } from '../support/sync/raw-client'
import type { LogLine } from '../support/sync/server'
import { defineProof, type Outcome } from './proof'

const QUIET_ROOM = 'artefact/quiet001'
/** The line of a refusal may be written after the answer has gone out. */
const LINE_WITHIN_MS = 1_000

/**
 * Cases A1–A12 against one server with the limits that it really has. After each: the same process, everybody else
 * goes on, nothing of it in the document, a line in the log and rows in the audit where they are due. At the end the
 * file is sound and no byte of another document has changed.
 */
export const hostile = defineProof({}, async (): Promise<Outcome> => {
  const server = await forkServer({
    limits: defaultLimits,
    settings: { trustedProxies: 1 },
    people: {
      Aino: {},
      Mallory: { artefacts: ['board001'], identity: { organisation: 'Kela', organisationType: 'authority' } },
      Guest: { artefacts: ['board001'] },
      Viewer: { right: 'see', artefacts: ['board001'] },
      Expired: { sessionExpiresAt: 1 },
    },
  })
  try {
    const before = await fillQuietRoom(server)
    const watcher = await new RawClient(server, { address: '192.0.2.7' }).sync()
    const site: Site = { server, watcher }
    const broken: string[] = []
    const attacks = [
      ...doorAttacks,
      ...frameAttacks,
      ...waysIn.flatMap((way) => byWay(way, [...callerAttacks(way), ...messageAttacks(way)])),
      ...httpAttacks,
      ...excessAttacks,
    ]
    for (const attack of attacks) {
      const faults = await tryAttack(attack, site).catch((error: unknown) => [String(error)])
      broken.push(...faults.map((fault) => `${attack.of}, ${attack.what}: ${fault}`))
    }
    if (server.process.exitCode !== null) broken.push('The server has ended')
    const told = await server.told()
    broken.push(...(await stored(server.dataDirectory, before)))
    return {
      counts: {
        attacks: attacks.length,
        'audit rows': told.audit.length,
        'MB of memory at most': Math.round(told.memory.most / 1e6),
        failures: broken.length,
      },
      broken,
    }
  } finally {
    closeRawClients()
    killForked()
    await server.ended
    rmSync(server.dataDirectory, { recursive: true, force: true })
  }
})

function byWay(way: WayIn, attacks: readonly Attack[]): Attack[] {
  return attacks.map((attack) => ({ ...attack, what: way === 'socket' ? attack.what : `${attack.what}, by ${way}` }))
}

async function tryAttack(attack: Attack, site: Site): Promise<string[]> {
  const before = await site.server.told()
  const answer = await attack.run(site)
  const faults = answer === attack.expected ? [] : [`answered ${answer} instead of ${attack.expected}`]
  const written = async () => {
    const now = refusals(await site.server.told())
    return now.length > refusals(before).length || isCountedOnly(now, attack)
  }
  if (!attack.unlogged && !(await within(LINE_WITHIN_MS, written))) faults.push('left no line in the log')
  const rows = (await site.server.told()).audit.length - before.audit.length
  if (rows !== (attack.audited ?? 0)) faults.push(`left ${rows} rows in the audit instead of ${attack.audited ?? 0}`)
  return [...faults, ...(await unharmed(site))]
}

/** Of each kind 20 lines a minute are written, the rest is told when the minute is over. SPEC R34. */
function isCountedOnly(lines: readonly LogLine[], { expected }: Attack): boolean {
  return lines.filter(({ fields }) => expected.split(' ').includes(String(fields.reason))).length >= 20
}

function refusals({ log }: { log: LogLine[] }): LogLine[] {
  const events = ['sync.refused', 'sync.turned-away', 'sync.broken-frame', 'sync.closed', 'sync.gap', 'sync.document-full']
  return log.filter(({ event }) => events.includes(event))
}

/** The watcher can write, and a newcomer gets what the watcher wrote and nothing else. */
async function unharmed({ server, watcher }: Site): Promise<string[]> {
  if (watcher.closed) return ['somebody else was closed']
  const receipts = watcher.receipts.length
  watcher.sendUpdate(updateSetting({ note: `still works ${receipts}` }))
  await watcher.until((client) => client.receipts.length > receipts, 'the receipt of somebody else')
  const newcomer = await new RawClient(server, { address: '192.0.2.7' }).sync()
  const doc = newcomer.doc()
  newcomer.socket.close()
  const keys = [...doc.getMap('content').keys()]
  return [
    watcher.receipts.at(-1) === 1 ? '' : "somebody else's edit was refused",
    keys.length === 1 && keys[0] === 'note' ? '' : `the document holds ${keys.join(', ')}`,
    doc.store.pendingStructs ? 'the document waits for what never came' : '',
  ].filter((fault) => fault !== '')
}

async function fillQuietRoom(server: Site['server']): Promise<string> {
  for (const room of [QUIET_ROOM, OTHER_ROOM]) {
    const client = await new RawClient(server, { room }).sync()
    client.sendUpdate(updateSetting({ note: 'quiet' }, new Y.Doc()))
    await client.until(({ receipts }) => receipts.length === 1)
    client.socket.close()
  }
  return bytesOf(server.dataDirectory)
}

async function stored(dataDirectory: string, before: string): Promise<string[]> {
  const database = new Sqlite(path.join(dataDirectory, 'collab.db'), { readonly: true })
  const integrity = database.pragma('integrity_check', { simple: true })
  database.close()
  return [
    integrity === 'ok' ? '' : `integrity_check says ${String(integrity)}`,
    bytesOf(dataDirectory) === before ? '' : 'The bytes of another document have changed',
  ].filter((fault) => fault !== '')
}

/** A hash over all rows of the quiet document. */
function bytesOf(dataDirectory: string): string {
  const database = new Sqlite(path.join(dataDirectory, 'collab.db'), { readonly: true })
  const hash = createHash('sha256')
  for (const table of ['log', 'base']) {
    for (const row of database.prepare(`SELECT * FROM ${table} WHERE document = ?`).raw().iterate(QUIET_ROOM)) {
      for (const value of row as unknown[]) hash.update(Buffer.isBuffer(value) ? value : String(value))
    }
  }
  database.close()
  return hash.digest('hex')
}

async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (!(await holds())) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
