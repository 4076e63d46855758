import type { Proof } from './proof'

export interface ProofEntry {
  name: string
  /** As docs and people say it. */
  promise: string
  load(): Promise<Proof>
}

/** Every promise that `npm run prove` tries, in the order in which it does. One file each, of the same name. */
export const proofs: readonly ProofEntry[] = [
  {
    name: 'crash',
    promise: 'What says "saved" survives a crash',
    load: async () => (await import('./crash')).crash,
  },
  {
    name: 'converge',
    promise: 'Everyone ends with the same content',
    load: async () => (await import('./converge')).converge,
  },
  {
    name: 'access',
    promise: 'Nobody gets in without a right',
    load: async () => (await import('./access')).access,
  },
  {
    name: 'revoke',
    promise: 'Removed means removed, now',
    load: async () => (await import('./revoke')).revoke,
  },
  {
    name: 'restart',
    promise: 'A workshop of 100 survives a restart',
    load: async () => (await import('./restart')).restart,
  },
  {
    name: 'faults',
    promise: 'Full disk, slow net, wrong clock: told, not lost',
    load: async () => (await import('./faults')).faults,
  },
  {
    name: 'hostile',
    promise: 'A stranger cannot crash it',
    load: async () => (await import('./hostile')).hostile,
  },
  {
    name: 'restore',
    promise: 'A backup is a restore',
    load: async () => (await import('./restore')).restore,
  },
  {
    name: 'offline',
    promise: 'Offline work comes back',
    load: async () => (await import('./offline')).offline,
  },
  {
    name: 'audit',
    promise: 'What was decided cannot be rewritten unseen',
    load: async () => (await import('./audit')).audit,
  },
  {
    name: 'approval',
    promise: 'An approval binds exact bytes',
    load: async () => (await import('./approval')).approval,
  },
  {
    name: 'soak',
    promise: 'Long work does not wear it out',
    load: async () => (await import('./soak')).soak,
  },
]
