import type { Load } from '../load/load'
import { Subject, subjectNames } from '../subjects/subjects'
import type { Measure } from './measure'

const CLIENTS = 50
const SECONDS = 3
const FIRST_EDITS_PER_SECOND = 300
const STEP = 1.3
const MOST_P95_MS = 250
/** More than this cannot be asked of one load generator. */
const MOST_EDITS_PER_SECOND = 40_000
/** A machine does other things too: one bad run is not the end, so many in a row are. */
const BAD_RUNS = 3

/** How many edits reach others in a second before they come late: everybody writes, ever faster. */
export async function flood(load: Load): Promise<Measure[]> {
  const figures: Measure['figures'] = {}
  for (const name of subjectNames) {
    // What is measured is what it can do, not what it lets one client do.
    const subject = await Subject.start(name, {
      updatesPerSecond: 1e6,
      updateBurst: 1e6,
      messagesPerSecond: 1e6,
      bytesPerSecond: 1e9,
    })
    figures[name] = await mostDeliveries(load, subject)
    await subject.end()
  }
  const what = `deliveries a second before p95 passes ${MOST_P95_MS} ms, ${CLIENTS} clients`
  return [{ what, unit: '/s', goal: '≥ 6.5 ×', figures, ratio: true }]
}

async function mostDeliveries(load: Load, subject: Subject): Promise<number> {
  let most = 0
  let failures = 0
  let level = 0
  for (let rate = FIRST_EDITS_PER_SECOND; rate < MOST_EDITS_PER_SECOND && failures < BAD_RUNS; rate *= STEP) {
    level += 1
    const room = `flood${String(level).padStart(4, '0')}`
    const { p95, perSecond, complete } = await load
      .do('flood', { target: subject.target, room, clients: CLIENTS, editsPerSecond: rate, seconds: SECONDS })
      .catch(() => ({ p95: Infinity, perSecond: 0, complete: 0 }))
    if (p95 <= MOST_P95_MS && complete > 0.98) {
      most = Math.max(most, perSecond)
      failures = 0
    } else failures += 1
  }
  return most
}
