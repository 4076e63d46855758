import type { Load } from '../load/load'
import { Subject } from '../subjects/subjects'
import type { Measure } from './measure'

const WARM_UP_ROOMS = 100
const ROOMS = 300
const NOTES = 100
const LARGE_BOARD = 50_000
/** As in production but sooner: nobody waits a minute for a figure. */
const SOON = { unloadAfter: 1_000, sweepEvery: 250 }
const UNTIL_UNLOADED_MS = 8_000
const UNTIL_QUIET_MS = 15_000
const WITH_STORAGE = ['Tahto', 'Hocuspocus', 'y-websocket'] as const

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What stays in memory of a document that everybody has left, and of a large one that somebody has open. */
export async function memory(load: Load): Promise<Measure[]> {
  const left: Measure['figures'] = {}
  const open: Measure['figures'] = {}
  for (const name of WITH_STORAGE) {
    const subject = await Subject.start(name, SOON)
    await visit(load, subject, 'warm', WARM_UP_ROOMS)
    const before = await subject.memory()
    await visit(load, subject, 'room', ROOMS)
    left[name] = ((await subject.memory()) - before) / ROOMS / 1_000
    await subject.end()
    open[name] = await openBoard(load, name)
  }
  return [
    { what: 'kept of a document that everybody left', unit: 'kB', goal: '≤ 40 kB', figures: left },
    { what: `for an open board of ${LARGE_BOARD.toLocaleString('en')}`, unit: 'MB', goal: '≤ 60 MB', figures: open },
  ]
}

async function visit(load: Load, subject: Subject, prefix: string, rooms: number): Promise<void> {
  for (let index = 0; index < rooms; index += 1) {
    const room = `${prefix}${String(index).padStart(6, '0')}`
    await load.do('fill', { target: subject.target, room, notes: NOTES })
  }
  await pause(UNTIL_UNLOADED_MS)
}

async function openBoard(load: Load, name: (typeof WITH_STORAGE)[number]): Promise<number> {
  const subject = await Subject.start(name)
  await load.do('fill', { target: subject.target, room: 'smallboard', notes: NOTES })
  const before = await subject.memory()
  const place = { target: subject.target, room: 'largeboard' }
  await load.do('fill', { ...place, notes: LARGE_BOARD })
  await load.do('enter', place)
  await pause(UNTIL_QUIET_MS)
  const bytes = (await subject.memory()) - before
  await load.do('leaveAll', undefined)
  await subject.end()
  return bytes / 1_000_000
}
