import type { Load } from '../load/load'
import { residentBytes } from '../load/processor-time'
import { Subject, subjectNames, type SubjectName } from '../subjects/subjects'
import type { Measure } from './measure'

const KILLS = 3
const EDITS = 60
const KILLED_AFTER_MS = 50
const CLIENTS = 50
const STALLED = 4
const EVERY_MS = 100

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Edits that were confirmed, and are not there after the process was killed. `npm run prove crash` does it 200 times. */
export async function killed(load: Load): Promise<Measure[]> {
  const words: Measure['words'] = {}
  const figures: Measure['figures'] = {}
  for (const name of ['Tahto', 'Hocuspocus', 'y-websocket'] as const) {
    let confirmed = 0
    let lost = 0
    for (let time = 0; time < KILLS; time += 1) {
      const subject = await Subject.start(name)
      const saved = await load.do('confirmed', { target: subject.target, room: 'killed0001', edits: EDITS })
      await pause(KILLED_AFTER_MS)
      await subject.kill()
      await subject.begin()
      const present = await load.do('present', { target: subject.target, room: 'killed0001' })
      confirmed += saved
      lost += Math.max(0, saved - present)
      await subject.end()
    }
    figures[name] = lost
    words[name] = confirmed === 0 ? 'confirms none' : `${lost} of ${confirmed}`
  }
  return [{ what: `confirmed edits lost in ${KILLS} kills`, unit: '', goal: '0', figures, words }]
}

/** Four of fifty have stopped reading while nine megabytes are written. */
export async function stalledReaders(load: Load): Promise<Measure[]> {
  const cut: Measure['figures'] = {}
  const cutWords: Measure['words'] = {}
  const grown: Measure['figures'] = {}
  const healthy: Measure['figures'] = {}
  for (const name of subjectNames) {
    const { codes, p95, mostGrowth } = await stalledRound(load, name)
    cut[name] = codes.filter((code) => code > 0).length
    cutWords[name] = `${cut[name]} of ${STALLED}${codes[0] ? ` (${codes[0]})` : ''}`
    grown[name] = mostGrowth / 1_000_000
    healthy[name] = p95
  }
  return [
    { what: 'stalled readers cut off', unit: '', goal: '4 of 4', figures: cut, words: cutWords },
    { what: 'memory of the server grew meanwhile by', unit: 'MB', goal: '–', figures: grown },
    { what: 'p95 of the others meanwhile', unit: 'ms', goal: '–', figures: healthy },
  ]
}

async function stalledRound(load: Load, name: SubjectName) {
  const subject = await Subject.start(name)
  const before = residentBytes(subject.pid)
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, residentBytes(subject.pid))
  }, EVERY_MS)
  const { codes, healthy } = await load.do('stall', {
    target: subject.target,
    room: 'stalled001',
    clients: CLIENTS,
    stalled: STALLED,
    editsPerSecond: 150,
    padding: 16_000,
    seconds: 8,
  })
  clearInterval(watching)
  await subject.end()
  return { codes, p95: healthy.p95, mostGrowth: most - before }
}
