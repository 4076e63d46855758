import { diskFaults } from '../support/faults/disk'
import type { Fault } from '../support/faults/fault'
import { networkFaults } from '../support/faults/network'
import { processFaults } from '../support/faults/process'
import { killForked } from '../support/sync/forked-server'
import { closeRawClients } from '../support/sync/raw-client'
import { closeClients } from '../support/sync/stock-client'
import { closeProxies } from '../support/tcp-proxy'
import { defineProof, type Outcome } from './proof'

/** Trust cases F5–F12, F19 and F23, one after the other, each against a server of its own. */
export const faults = defineProof({}, async (): Promise<Outcome> => {
  const all: readonly Fault[] = [...diskFaults, ...networkFaults, ...processFaults]
  const counts: Outcome['counts'] = { faults: all.length }
  const broken: string[] = []
  for (const { of, what, run } of all) {
    try {
      const found = await run()
      for (const [name, figure] of Object.entries(found.figures)) counts[`${of}, ${what}: ${name}`] = figure
      broken.push(...found.broken.map((sentence) => `${of}, ${what}: ${sentence}`))
    } catch (error) {
      broken.push(`${of}, ${what}: ${String(error)}`)
    } finally {
      closeClients()
      closeRawClients()
      closeProxies()
      killForked()
    }
  }
  return { counts: { ...counts, failures: broken.length }, broken }
})
