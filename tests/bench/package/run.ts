import { monitorEventLoopDelay } from 'node:perf_hooks'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { KindId } from '../../../app/artefacts/registry'
import { gatherPackage } from '../../../app/final-package/gather.server'
import type { PackageSources } from '../../../app/final-package/model/sources'
import { newId } from '../../../app/lib/id'
import { takeVersion } from '../../../app/versions/versions.server'
import { exampleServiceBlueprint } from '../../../prisma/seed/example/service-blueprint'
import { cooperationModelExample } from '../../../prisma/seed/example/cooperation-model'
import { createProcessPool } from '../../../server/exports/process-pool'
import { projectRoot } from '../../../server/setup/project-paths'
import { agreeOn } from '../../support/agreed-version'
import { Circulating } from '../../support/circulating'
import { temporaryServices } from '../../support/temporary-services'
import { longAgreement } from './long-agreement'

const EDITIONS = 4

/**
 * The package of an agreement of 300 clauses with three annexes and four versions, made by the worker as built; and how
 * long anything else has to wait in this process meanwhile, as in the server's.
 */
console.log(`Node ${process.version}, ${cpus().length} cores, load before: ${loadavg().map((part) => part.toFixed(2)).join(' ')}\n`)
const services = await temporaryServices()
const packager = createProcessPool<PackageSources>({ workerPath: join(projectRoot, 'build/workers/package.worker.js'), timeout: 120_000 })
try {
  const place = await Circulating.begin(services)
  const annexes = [
    await annex(place, 'cooperation-model', 'Yhteistyömalli', cooperationModelExample),
    await annex(place, 'service-blueprint', 'Palvelupolku', exampleServiceBlueprint),
    await annex(place, 'cooperation-model', 'Yhteistyömalli laajennettuna', cooperationModelExample),
  ]
  for (let edition = 1; edition <= EDITIONS; edition += 1) {
    await services.live.restore(place.artefact.id, 'agreement', longAgreement(edition, annexes))
    await place.takeVersion(`Versio ${edition}`)
  }
  await agreeOn(place, EDITIONS)
  for (const run of ['first, with the worker starting', 'again']) await measure(place, run)
} finally {
  await packager.close()
  await services.close()
}

async function annex(place: Circulating, kind: KindId, title: string, content: unknown) {
  const artefact = newId()
  await services.database.artefact.create({ data: { id: artefact, projectId: place.projectId, kind, title } })
  await services.live.create(artefact, kind, content)
  const { number: version, hash } = await takeVersion(services, place.owner, artefact, { name: 'Liitteeksi', note: '' })
  return { id: `annex-${artefact}`, title, artefact, version, hash }
}

async function measure(place: Circulating, run: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const steps: string[] = []
  let stepBegan = performance.now()
  let step = 'gathering'
  const next = (name: string) => {
    steps.push(`${step} ${(performance.now() - stepBegan).toFixed(0)} ms`)
    step = name
    stepBegan = performance.now()
  }
  delay.enable()
  const began = performance.now()
  const sources = await gatherPackage(services, place.artefact, EDITIONS, 'fi')
  if (!sources) throw new Error('There is no such version')
  const { signal } = new AbortController()
  const bytes = await packager.make(sources, { progressed: (progress) => next(progress.step), signal })
  const seconds = (performance.now() - began) / 1000
  delay.disable()
  next('')
  const files = Object.keys(unzipSync(bytes)).length
  const milliseconds = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
  console.log(`${run}: ${seconds.toFixed(2)} s, ${files} files, ${(bytes.byteLength / 1e6).toFixed(1)} MB`)
  console.log(`  event loop of the server's process: p50 ${milliseconds(delay.percentile(50))}, p95 ${milliseconds(delay.percentile(95))}, longest ${milliseconds(delay.max)} ms`)
  console.log(`  ${steps.join(', ')}\n`)
}
