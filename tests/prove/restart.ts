import { rmSync } from 'node:fs'
import * as Y from 'yjs'
import { contentRoot } from '../../app/document/layout'
import { openSession } from '../../app/sync/open-session'
import type { OpenSession } from '../../app/sync/session'
import { forkServer, killForked, type ForkedServer } from '../support/sync/forked-server'
import { MemoryDevice } from '../support/sync/memory-device'
import { waysOf } from '../support/sync/node-browser'
import { notesKind, type Notes } from '../support/sync/notes-kind'
import { closeRawClients, RawClient } from '../support/sync/raw-client'
import { count, defineProof, type Outcome } from './proof'

const STOP_WITHIN_MS = 10_000
const BACK_WITHIN_MS = 15_000
const WRITE_EVERY_MS = 100
const ORIGIN = 'http://tahto.test'
const ARTEFACT = 'restart001'
const ADDRESSES = 25

/**
 * Trust cases F2, F3 and F13: a server with a workshop in it is told to stop while everybody writes, and starts again;
 * and a crowd comes back in one instant, without the jitter that keeps it apart.
 */
export const restart = defineProof({ clients: count(100), crowd: count(500) }, async (options): Promise<Outcome> => {
  const people = Object.fromEntries(Array.from({ length: options.clients }, (_, index) => [`Person${index}`, {}]))
  let server = await forkServer({ people, settings: { baseUrl: ORIGIN } })
  const { dataDirectory, port } = server
  const sessions = Object.keys(people).map((person) => enter(port, person))
  const broken: string[] = []
  const say = (holds: boolean, sentence: string) => void (holds || broken.push(sentence))
  let written: string[] = []
  try {
    await allSaved(sessions, 'Not everybody got in at the beginning')
    sessions[0]?.change((root) => root.set('text', new Y.Text('alku ')))
    await until(() => sessions.every((session) => textOf(session) !== undefined), 'Not everybody saw the text')
    const writer = keepWriting(sessions)
    await pause(1_000)
    const watcher = await new RawClient(server, { room: `artefact/${ARTEFACT}`, person: 'Person0' }).sync()

    const told = performance.now()
    server.process.kill('SIGTERM')
    const { code } = await server.ended
    const stopped = performance.now() - told
    say(code === 0, `It ended with ${String(code)}`)
    say(stopped < STOP_WITHIN_MS, `It took ${Math.round(stopped)} ms to stop`)
    await watcher.until(({ closed }) => closed !== undefined)
    say(watcher.notices.some(({ kind }) => kind === 'restarting'), 'Nobody was told that it restarts')
    say(watcher.closed?.code === 1012, `Sockets were closed with ${String(watcher.closed?.code)}`)
    await pause(500)
    server = await forkServer({ people, settings: { baseUrl: ORIGIN }, dataDirectory, port })
    const startedAgain = performance.now()
    const back = await timesUntilBack(sessions, startedAgain)
    written = writer.stop()
    await allSaved(sessions, 'Not everybody had all saved in the end')
    await until(() => allEqual(sessions), 'They do not hold the same')
    const slowest = Math.max(...back)
    say(slowest < BACK_WITHIN_MS, `The last was back after ${Math.round(slowest)} ms`)
    broken.push(...wordsLostOrDoubled(sessions[0], written))
    for (const session of sessions) session.close()
    const crowd = await crowdReturns(server, options.crowd)
    broken.push(...crowd.broken)
    return {
      counts: {
        clients: options.clients,
        'words written': written.length,
        'ms until it had stopped': Math.round(stopped),
        'ms until half were back': Math.round(back.sort((one, other) => one - other)[Math.floor(back.length / 2)] ?? 0),
        'ms until all were back': Math.round(slowest),
        ...crowd.counts,
        failures: broken.length,
      },
      broken,
    }
  } finally {
    for (const session of sessions) session.close()
    closeRawClients()
    killForked()
    await server.ended
    rmSync(dataDirectory, { recursive: true, force: true })
  }
})

function enter(port: number, person: string): OpenSession<Notes> {
  return openSession<Notes>({
    artefactId: ARTEFACT,
    kind: notesKind(1),
    initialContent: { notes: {} },
    initialRight: 'edit',
    participantKey: `user:${person.toLowerCase()}`,
    serverUrl: `ws://127.0.0.1:${port}/sync`,
    deviceStore: new MemoryDevice().open(),
    ways: { ...waysOf(person, ORIGIN), random: Math.random },
  })
}

function textOf(session: OpenSession<Notes> | undefined): Y.Text | undefined {
  const found = session?.live()?.root.get('text')
  return found instanceof Y.Text ? found : undefined
}

/** Everybody writes words of their own at the end of one text, the whole time. */
function keepWriting(sessions: readonly OpenSession<Notes>[]): { stop(): string[] } {
  const written: string[] = []
  let turn = 0
  const writing = setInterval(() => {
    // A tenth of the people each time: a hundred do not type at once.
    for (let index = turn % 10; index < sessions.length; index += 10) {
      const session = sessions[index]
      const word = `w${index}x${turn}`
      const done = session?.change(() => {
        textOf(session)?.insert(0, `${word} `)
        return true
      })
      if (done) written.push(word)
    }
    turn += 1
  }, WRITE_EVERY_MS)
  return {
    stop: () => {
      clearInterval(writing)
      return written
    },
  }
}

/** For each, the ms after `start` at which it was connected and in step again. */
async function timesUntilBack(sessions: readonly OpenSession<Notes>[], start: number): Promise<number[]> {
  const back = new Map<number, number>()
  await until(() => {
    sessions.forEach((session, index) => {
      const { kind } = session.state()
      if (!back.has(index) && (kind === 'saved' || kind === 'saving')) back.set(index, performance.now() - start)
    })
    return back.size === sessions.length
  }, 'Not everybody came back')
  return [...back.values()]
}

function allEqual(sessions: readonly OpenSession<Notes>[]): boolean {
  const snapshots = sessions.map((session) => session.live()?.root.doc).map((doc) => doc && Y.snapshot(doc))
  const [first] = snapshots
  return snapshots.every((snapshot) => snapshot && first && Y.equalSnapshots(snapshot, first))
}

function wordsLostOrDoubled(session: OpenSession<Notes> | undefined, written: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const doc = session?.live()?.root.doc
  const words = String(doc ? contentRoot(doc).get('text') : '').split(' ')
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return ['alku', ...written].flatMap((word) => {
    const times = counts.get(word) ?? 0
    return times === 1 ? [] : [`The word ${word} is there ${times} times`]
  })
}

/** Case F13, at its worst: all in the same instant, in rooms of a hundred. */
async function crowdReturns(server: ForkedServer, size: number): Promise<Outcome> {
  server.process.kill('SIGTERM')
  await server.ended
  const people = Object.fromEntries(Array.from({ length: size }, (_, index) => [`Person${index}`, {}]))
  const settings = { baseUrl: ORIGIN, trustedProxies: 1 }
  const again = await forkServer({ people, settings, dataDirectory: server.dataDirectory, port: server.port })
  await again.told()
  const started = performance.now()
  const times: number[] = []
  const refused: number[] = []
  await Promise.all(
    Object.keys(people).map(async (person, index) => {
      const room = `artefact/crowd${100 + (index % Math.ceil(size / 100))}`
      const client = await new RawClient(again, { person, room, address: `192.0.2.${index % ADDRESSES}` }).settled()
      if (client.status !== undefined) refused.push(client.status)
      else {
        await client.sync()
        times.push(performance.now() - started)
      }
    }),
  )
  const { longestStall } = await again.told()
  closeRawClients()
  again.process.kill('SIGTERM')
  await again.ended
  const slowest = Math.max(...times)
  return {
    counts: {
      'clients in one instant': size,
      'of them refused': refused.length,
      'ms until all of these were in step': Math.round(slowest),
      'ms that the server stood still at most': Math.round(longestStall),
    },
    broken: [
      ...(refused.length > 0 ? [`Refused with ${[...new Set(refused)].join(', ')}: ${refused.length}`] : []),
      ...(slowest < BACK_WITHIN_MS ? [] : [`The last of the crowd was in step after ${Math.round(slowest)} ms`]),
    ],
  }
}

async function allSaved(sessions: readonly OpenSession<Notes>[], otherwise: string): Promise<void> {
  await until(() => sessions.every((session) => session.state().kind === 'saved'), otherwise)
}

async function until(done: () => boolean, otherwise: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!done()) {
    if (performance.now() > deadline) throw new Error(otherwise)
    await pause(10)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
