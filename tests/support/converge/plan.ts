import fc from 'fast-check'
import type * as Y from 'yjs'
import { kindIds, type KindId } from '../../../app/artefacts/registry'

export const PEERS = 4

type Operation = (root: Y.Map<unknown>) => void

/** One thing that happens in a workshop whose network is bad. `peer` counts from 0. */
export type Step =
  | { act: 'edit'; peer: number; operation: Operation }
  | { act: 'undo' | 'redo' | 'lose-connection' | 'go-offline' | 'come-back' | 'reload'; peer: number }
  /** From now on everything takes so many milliseconds, or is cut after so many bytes. */
  | { act: 'delay'; peer: number; milliseconds: number }
  | { act: 'cut-after'; peer: number; bytes: number }
  | { act: 'restart-server' }
  | { act: 'wait'; milliseconds: number }

export interface Plan {
  kind: KindId
  steps: Step[]
}

/**
 * What happens, all of it decided by the seed; when it arrives is the network's. Every kind has its turn.
 * The operations are those of tests/support/operations.
 */
export async function planOf(seed: number): Promise<Plan> {
  const kind = kindIds[seed % kindIds.length] ?? kindIds[0]
  if (!kind) throw new Error('There are no kinds')
  const { arbitraryOperation } = (await import(`../operations/${kind}.ts`)) as {
    arbitraryOperation: (check: typeof fc) => fc.Arbitrary<Operation>
  }
  const steps = fc.array(stepOf(arbitraryOperation(fc)), { minLength: 90, maxLength: 180, size: 'max' })
  return { kind, steps: fc.sample(steps, { seed, numRuns: 1 })[0] ?? [] }
}

function stepOf(operation: fc.Arbitrary<Operation>): fc.Arbitrary<Step> {
  const peer = fc.nat(PEERS - 1)
  const happens = (act: 'undo' | 'redo' | 'lose-connection' | 'go-offline' | 'come-back' | 'reload') =>
    fc.record({ act: fc.constant(act), peer })
  return fc.oneof(
    { weight: 40, arbitrary: fc.record({ act: fc.constant('edit' as const), peer, operation }) },
    { weight: 3, arbitrary: happens('undo') },
    { weight: 2, arbitrary: happens('redo') },
    { weight: 3, arbitrary: happens('lose-connection') },
    { weight: 3, arbitrary: happens('go-offline') },
    { weight: 4, arbitrary: happens('come-back') },
    { weight: 2, arbitrary: happens('reload') },
    {
      weight: 4,
      arbitrary: fc.record({ act: fc.constant('delay' as const), peer, milliseconds: fc.integer({ min: 0, max: 30 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ act: fc.constant('cut-after' as const), peer, bytes: fc.integer({ min: 1, max: 9_000 }) }),
    },
    { weight: 1, arbitrary: fc.constant({ act: 'restart-server' as const }) },
    {
      weight: 12,
      arbitrary: fc.record({ act: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 40 }) }),
    },
  )
}
