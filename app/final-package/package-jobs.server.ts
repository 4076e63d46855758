import type { Language } from '../i18n/languages'
import { newId } from '../lib/id'
import type { Services } from '../load-context'
import { packageSteps, type PackageProgress, type PackageState } from './model/progress'

/** Whose package it is, and of what. */
export interface PackageOrder {
  /** `user:ID` */
  owner: string
  artefactId: string
  version: number
  language: Language
}

export interface MadePackage {
  fileName: string
  bytes: Uint8Array
  missing: string[]
}

type Make = (watch: { progressed(progress: PackageProgress): void; signal: AbortSignal }) => Promise<MadePackage>

interface PackageJob {
  id: string
  order: PackageOrder
  state: PackageState['state']
  progress: PackageProgress
  made: MadePackage | undefined
  /** By `services.elapsed`. */
  endedAt: number
  abort: AbortController
}

// How much work and memory packages may take together. One is made at a time; the others wait.
const mostUnfinished = 10
const mostUnfinishedOfOne = 2
const keptFor = 15 * 60 * 1000
const mostKept = 40
const mostKeptBytes = 256 * 1024 ** 2

const beginning: PackageProgress = { step: packageSteps[0], done: 0, total: 1 }

/** Packages under way and ready to be fetched, in memory: after a restart one is made again. */
class PackageJobs {
  private readonly jobs = new Map<string, PackageJob>()
  /** Whose turn is yet to come. What a package is made of is not even gathered before: it may be a hundred megabytes. */
  private readonly waiting: { job: PackageJob; make: Make }[] = []
  private isMaking = false

  constructor(private readonly services: Services) {}

  /**
   * Begins to make a package, or answers the one of the same order that is under way. Undefined where too many are
   * waiting already. A finished one of the same order is let go.
   */
  start(order: PackageOrder, make: Make): PackageState | undefined {
    const same = this.of(order, order.language)
    if (same && isUnfinished(same)) return describe(same)
    const unfinished = [...this.jobs.values()].filter(isUnfinished)
    const own = unfinished.filter((job) => job.order.owner === order.owner)
    if (unfinished.length >= mostUnfinished || own.length >= mostUnfinishedOfOne) return undefined
    if (same) this.jobs.delete(same.id)
    const job: PackageJob = {
      id: newId(),
      order,
      state: 'waiting',
      progress: beginning,
      made: undefined,
      endedAt: 0,
      abort: new AbortController(),
    }
    this.jobs.set(job.id, job)
    this.waiting.push({ job, make })
    void this.work()
    return describe(job)
  }

  /** The newest of somebody's packages of a version. */
  newest(order: Omit<PackageOrder, 'language'>): PackageState | undefined {
    const found = this.of(order)
    return found && describe(found)
  }

  /** A ready one, for whoever started it. */
  fetch(owner: string, id: string): MadePackage | undefined {
    this.letGo()
    const job = this.jobs.get(id)
    return job?.order.owner === owner ? job.made : undefined
  }

  /** Stops one, or lets a ready one go. */
  cancel(owner: string, id: string): void {
    const job = this.jobs.get(id)
    if (job?.order.owner !== owner) return
    if (isUnfinished(job)) this.end(job, 'cancelled')
    else this.jobs.delete(id)
    job.abort.abort()
  }

  private of({ owner, artefactId, version }: Omit<PackageOrder, 'language'>, language?: Language): PackageJob | undefined {
    this.letGo()
    return [...this.jobs.values()].findLast(
      ({ order }) =>
        order.owner === owner &&
        order.artefactId === artefactId &&
        order.version === version &&
        (language === undefined || order.language === language),
    )
  }

  private async work(): Promise<void> {
    if (this.isMaking) return
    this.isMaking = true
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      // Stopped while it waited.
      if (isUnfinished(next.job)) await this.run(next.job, next.make)
    }
    this.isMaking = false
  }

  private async run(job: PackageJob, make: Make): Promise<void> {
    const progressed = (progress: PackageProgress) => {
      if (!isUnfinished(job)) return
      job.state = 'making'
      job.progress = progress
    }
    try {
      const made = await make({ progressed, signal: job.abort.signal })
      if (!isUnfinished(job)) return
      job.made = made
      this.end(job, 'ready')
    } catch (cause) {
      if (!isUnfinished(job)) return
      this.services.log.error('package.failed', cause, { artefact: job.order.artefactId })
      this.end(job, 'failed')
    }
  }

  private end(job: PackageJob, state: 'ready' | 'failed' | 'cancelled'): void {
    job.state = state
    job.endedAt = this.services.elapsed()
    this.letGo()
    // Nobody may come to ask any more.
    setTimeout(() => this.letGo(), keptFor + 1000).unref()
  }

  /** The oldest first: what was kept long enough, and what is too much. */
  private letGo(): void {
    const now = this.services.elapsed()
    const finished = [...this.jobs.values()].filter((job) => !isUnfinished(job))
    let count = finished.length
    let bytes = finished.reduce((sum, { made }) => sum + (made?.bytes.byteLength ?? 0), 0)
    for (const job of finished) {
      if (now - job.endedAt <= keptFor && count <= mostKept && bytes <= mostKeptBytes) continue
      this.jobs.delete(job.id)
      count -= 1
      bytes -= job.made?.bytes.byteLength ?? 0
    }
  }
}

const isUnfinished = ({ state }: PackageJob): boolean => state === 'waiting' || state === 'making'

function describe({ id, state, progress, made }: PackageJob): PackageState {
  return {
    id,
    state,
    progress,
    fileName: made?.fileName ?? '',
    bytes: made?.bytes.byteLength ?? 0,
    missing: made?.missing ?? [],
  }
}

const ofServer = new WeakMap<Services, PackageJobs>()

/** The packages of one running server; they end with it. */
export function packageJobs(services: Services): PackageJobs {
  const known = ofServer.get(services)
  if (known) return known
  const made = new PackageJobs(services)
  ofServer.set(services, made)
  return made
}
