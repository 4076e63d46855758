import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { projectRoot } from '../../../server/setup/project-paths'
import { defaultLimits } from '../../../server/sync/limits'
import { forkServer, type ForkedServer } from '../sync/forked-server'
import { RawClient, updateSetting } from '../sync/raw-client'
import { failing, timeUntil, withServer, type Fault, type Found } from './fault'

const TOLD_WITHIN_MS = 5_000
const STALL_MS = 200
const KILOBYTE = 1024

const isRoot = process.getuid?.() === 0

interface Trouble {
  /** Takes the disk away, and answers how to give it back. */
  begin(server: ForkedServer): Promise<() => Promise<void> | void>
  bytesEach: number
}

/**
 * Somebody writes while the disk takes nothing: nothing is called saved, everybody is told within five seconds, the
 * others still see it, and when the disk is back all of it is saved without anybody doing anything.
 */
async function writeThrough(server: ForkedServer, { begin, bytesEach }: Trouble): Promise<Found> {
  const writer = await new RawClient(server).sync()
  const watcher = await new RawClient(server, { person: 'Eino' }).sync()
  const doc = new Y.Doc()
  let sent = 0
  const write = () => writer.sendUpdate(updateSetting({ [`note ${(sent += 1)}`]: 'x'.repeat(bytesEach) }, doc))
  write()
  await writer.until(({ receipts }) => receipts.length === 1, 'the first receipt')
  await server.told()
  const end = await begin(server)
  const isBehind = () => sent - writer.receipts.length > 3
  while (!isBehind() && sent < 500) {
    write()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const saysSo = ({ notices }: RawClient) => notices.some(({ kind }) => kind === 'cannot-save')
  const told = await timeUntil(() => saysSo(writer) && saysSo(watcher), 'being told that nothing can be saved', 10_000)
  const receiptsMeanwhile = writer.receipts.length
  write()
  await watcher.until(({ updates }) => updates.length === sent + 1, 'the others seeing it')
  const { health, longestStall } = await server.told()
  const falselySaved = writer.receipts.length - receiptsMeanwhile
  await end()
  const recovered = await timeUntil(() => writer.receipts.length === sent, 'all being saved')
  await writer.until(({ notices }) => notices.some(({ kind }) => kind === 'saved-again'), 'being told that it is well again')
  server.process.kill('SIGKILL')
  await server.ended
  const kept = await storedAfterwards(server.dataDirectory)
  return {
    figures: { 'ms until told': told, 'ms until all was saved again': recovered, 'ms stood still': Math.round(longestStall) },
    broken: failing({
      'People were told too late': told < TOLD_WITHIN_MS,
      'Health says that it can write': !health.writable,
      'Something was called saved meanwhile': falselySaved === 0,
      'Something was refused': writer.receipts.every((receipt) => receipt === 1),
      'Edits are missing after a restart': kept === sent,
      'The event loop stood still': longestStall < STALL_MS,
    }),
  }
}

async function storedAfterwards(dataDirectory: string): Promise<number> {
  const again = await forkServer({ dataDirectory })
  const reader = await new RawClient(again).sync()
  const { size } = reader.doc().getMap('content')
  again.process.kill('SIGKILL')
  await again.ended
  return size
}

/** A process that holds the log's write lock for so long. Resolves when it has it. */
async function holdWriteLock(dataDirectory: string, milliseconds: number): Promise<void> {
  const file = JSON.stringify(path.join(dataDirectory, 'collab.db'))
  const script = `const database = require('better-sqlite3')(${file}); database.exec('BEGIN IMMEDIATE');
    console.log('held'); setTimeout(() => process.exit(0), ${milliseconds})`
  const child = spawn(process.execPath, ['-e', script], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
}

const full: Fault = {
  of: 'F5',
  what: 'the disk is full',
  run: async () => {
    if (!isRoot) return { figures: { 'not tried': 'a small disk can only be mounted by root' }, broken: [] }
    const directory = mkdtempSync(path.join(tmpdir(), 'tahto-small-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', directory])
    try {
      return await withServer({ dataDirectory: directory, limits: { probeEvery: 500 } }, (server) =>
        writeThrough(server, {
          bytesEach: 60 * KILOBYTE,
          begin: async () => () => void execFileSync('mount', ['-o', 'remount,size=40m', directory]),
        }),
      )
    } finally {
      execFileSync('umount', ['-l', directory])
      rmSync(directory, { recursive: true, force: true })
    }
  },
}

const unwritable: Fault = {
  of: 'F6',
  what: 'the disk answers every write with an error',
  run: () =>
    withServer({}, (server) =>
      writeThrough(server, {
        bytesEach: 60 * KILOBYTE,
        begin: async ({ process: { pid }, dataDirectory }) => {
          const largest = Math.max(...readdirSync(dataDirectory).map((name) => statSync(path.join(dataDirectory, name)).size))
          const limit = (size: string) => void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:unlimited`])
          limit(String(largest))
          return () => limit('unlimited')
        },
      }),
    ),
}

const locked: Fault = {
  of: 'F7',
  what: 'another process holds the write lock for ten seconds',
  run: () =>
    withServer({}, (server) =>
      writeThrough(server, {
        bytesEach: 100,
        begin: async ({ dataDirectory }) => {
          await holdWriteLock(dataDirectory, 10_000)
          return () => undefined
        },
      }),
    ),
}

const failsOnce: Fault = {
  of: 'F8',
  what: 'a commit fails once',
  run: () =>
    withServer({ limits: { probeEvery: defaultLimits.probeEvery } }, async (server) => {
      const writer = await new RawClient(server).sync()
      await holdWriteLock(server.dataDirectory, 300)
      const doc = new Y.Doc()
      for (let edit = 0; edit < 20; edit += 1) writer.sendUpdate(updateSetting({ [`note ${edit}`]: edit }, doc))
      const saved = await timeUntil(() => writer.receipts.length === 20, 'all being saved', 10_000)
      const { log } = await server.told()
      return {
        figures: { 'ms until all was saved': saved },
        broken: failing({
          'No commit failed: nothing was tried': log.some(({ event }) => event === 'sync.commit-failed'),
          'Something was refused': writer.receipts.every((receipt) => receipt === 1),
          'People were alarmed': !writer.notices.some(({ kind }) => kind === 'cannot-save'),
        }),
      }
    }),
}

const flipped: Fault = {
  of: 'F19',
  what: 'bytes of a stored edit are flipped',
  run: async () => {
    const server = await forkServer()
    for (const room of ['artefact/broken01', 'artefact/whole001']) {
      const writer = await new RawClient(server, { room }).sync()
      const doc = new Y.Doc()
      for (let edit = 0; edit < 10; edit += 1) writer.sendUpdate(updateSetting({ [`note ${edit}`]: 'text' }, doc))
      await writer.until(({ receipts }) => receipts.length === 10, 'the receipts')
    }
    server.process.kill('SIGTERM')
    await server.ended
    const database = new Sqlite(path.join(server.dataDirectory, 'collab.db'))
    const row = "document = 'artefact/broken01' AND sequence = 6"
    const { data } = database.prepare(`SELECT data FROM log WHERE ${row}`).get() as { data: Buffer }
    data[data.length - 3] = (data[data.length - 3] ?? 0) ^ 0xff
    database.prepare(`UPDATE log SET data = ? WHERE ${row}`).run(data)
    database.close()
    return withServer({ dataDirectory: server.dataDirectory }, async (again) => {
      const broken = await new RawClient(again, { room: 'artefact/broken01' }).sync()
      const whole = await new RawClient(again, { room: 'artefact/whole001' }).sync()
      whole.sendUpdate(updateSetting({ more: 'text' }))
      await whole.until(({ receipts }) => receipts.length === 1, 'a receipt in the other document')
      const { log } = await again.told()
      const good = broken.doc().getMap('content').size
      return {
        figures: { 'edits before the flipped one, shown': good },
        broken: failing({
          'What was good before it is not shown': good === 5,
          'It can be written on': broken.notices.every(({ kind, right }) => kind !== 'right' || right === 'see'),
          'People are not told': broken.notices.some(({ kind }) => kind === 'damaged'),
          'Another document has suffered': whole.doc().getMap('content').size === 10 && whole.receipts[0] === 1,
          'No alarm is in the log': log.some(({ level, event }) => level === 'error' && event === 'sync.damaged'),
        }),
      }
    }).finally(() => rmSync(server.dataDirectory, { recursive: true, force: true }))
  },
}

export const diskFaults: readonly Fault[] = [full, unwritable, locked, failsOnce, flipped]
