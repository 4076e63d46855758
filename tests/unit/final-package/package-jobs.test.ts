import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packageJobs, type MadePackage, type PackageOrder } from '../../../app/final-package/package-jobs.server'
import type { PackageProgress } from '../../../app/final-package/model/progress'
import { temporaryServices, type TemporaryServices } from '../../support/temporary-services'

let services: TemporaryServices

beforeEach(async () => {
  services = await temporaryServices()
})

afterEach(() => services.close())

const order = (owner: string, more: Partial<PackageOrder> = {}): PackageOrder => ({
  owner,
  artefactId: 'sopimus',
  version: 1,
  language: 'fi',
  ...more,
})

const made: MadePackage = { fileName: 'paketti.zip', bytes: new Uint8Array(10), missing: [] }

/** A package that is made when the test says so. */
function held() {
  const watches: { progressed(progress: PackageProgress): void; signal: AbortSignal }[] = []
  let resolve: (made: MadePackage) => void = () => undefined
  let reject: (cause: Error) => void = () => undefined
  const promise = new Promise<MadePackage>((done, failed) => {
    resolve = done
    reject = failed
  })
  const make = (watch: (typeof watches)[number]) => {
    watches.push(watch)
    return promise
  }
  return { make, watches, finish: () => resolve(made), fail: () => reject(new Error('no')) }
}

describe('packages under way', () => {
  it('are told of step by step, and fetched by nobody but who started them', async () => {
    const jobs = packageJobs(services)
    const { make, watches, finish } = held()
    const started = jobs.start(order('user:a'), make)
    expect(started?.state).toBe('waiting')
    watches[0]?.progressed({ step: 'word', done: 2, total: 7 })
    expect(jobs.newest(order('user:a'))).toMatchObject({ state: 'making', progress: { step: 'word', done: 2, total: 7 } })
    expect(jobs.newest(order('user:b'))).toBeUndefined()
    finish()
    await vi.waitFor(() => expect(jobs.newest(order('user:a'))).toMatchObject({ state: 'ready', fileName: 'paketti.zip', bytes: 10 }))
    const id = started?.id ?? ''
    expect(jobs.fetch('user:a', id)).toBe(made)
    expect(jobs.fetch('user:b', id)).toBeUndefined()
  })

  it('are one when a button is pressed twice', () => {
    const jobs = packageJobs(services)
    const { make, watches } = held()
    const [one, two] = [jobs.start(order('user:a'), make), jobs.start(order('user:a'), make)]
    expect(two?.id).toBe(one?.id)
    expect(watches).toHaveLength(1)
  })

  it('are bounded, for each and for all', () => {
    const jobs = packageJobs(services)
    const { make } = held()
    expect(jobs.start(order('user:a', { version: 1 }), make)).toBeDefined()
    expect(jobs.start(order('user:a', { version: 2 }), make)).toBeDefined()
    expect(jobs.start(order('user:a', { version: 3 }), make)).toBeUndefined()
    const others = Array.from({ length: 20 }, (_, index) => jobs.start(order(`user:${index}`), make))
    expect(others.filter((one) => one !== undefined)).toHaveLength(8)
  })

  it('are made one after the other: of those that wait nothing is gathered yet', async () => {
    const jobs = packageJobs(services)
    const [first, second, third] = [held(), held(), held()]
    jobs.start(order('user:a'), first.make)
    const stopped = jobs.start(order('user:b'), second.make)
    jobs.start(order('user:c'), third.make)
    expect([first, second, third].map(({ watches }) => watches.length)).toEqual([1, 0, 0])
    expect(jobs.newest(order('user:c'))?.state).toBe('waiting')
    jobs.cancel('user:b', stopped?.id ?? '')
    first.fail()
    await vi.waitFor(() => expect(third.watches).toHaveLength(1))
    expect(second.watches).toHaveLength(0)
    third.finish()
    await vi.waitFor(() => expect(jobs.newest(order('user:c'))?.state).toBe('ready'))
  })

  it('are stopped by who started them, which makes room for others', () => {
    const jobs = packageJobs(services)
    const { make, watches } = held()
    const started = jobs.start(order('user:a'), make)
    jobs.cancel('user:b', started?.id ?? '')
    expect(watches[0]?.signal.aborted).toBe(false)
    jobs.cancel('user:a', started?.id ?? '')
    expect(watches[0]?.signal.aborted).toBe(true)
    expect(jobs.newest(order('user:a'))?.state).toBe('cancelled')
    const again = jobs.start(order('user:a'), make)
    expect([again?.state, again?.id === started?.id]).toEqual(['waiting', false])
  })

  it('that fail say so, and the log has the cause', async () => {
    const failed = vi.spyOn(services.log, 'error')
    const jobs = packageJobs(services)
    const { make, fail } = held()
    jobs.start(order('user:a'), make)
    fail()
    await vi.waitFor(() => expect(jobs.newest(order('user:a'))?.state).toBe('failed'))
    expect(failed).toHaveBeenCalledWith('package.failed', expect.any(Error), { artefact: 'sopimus' })
  })

  it('are let go after a quarter of an hour', async () => {
    const jobs = packageJobs(services)
    const { make, finish } = held()
    const started = jobs.start(order('user:a'), make)
    finish()
    await vi.waitFor(() => expect(jobs.newest(order('user:a'))?.state).toBe('ready'))
    services.pass(14 * 60_000)
    expect(jobs.fetch('user:a', started?.id ?? '')).toBe(made)
    services.pass(2 * 60_000)
    expect(jobs.fetch('user:a', started?.id ?? '')).toBeUndefined()
    expect(jobs.newest(order('user:a'))).toBeUndefined()
  })
})
