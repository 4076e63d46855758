/** What is made, in the order in which it is; each has its words under `step` in the messages. */
export const packageSteps = [
  'gathering',
  'archive-pdf',
  'accessible-pdf',
  'word',
  'annexes',
  'background',
  'hashes',
] as const

export type PackageStep = (typeof packageSteps)[number]

/** How far a package has come: what is being made now, and how many of all pieces are done. */
export interface PackageProgress {
  step: PackageStep
  done: number
  total: number
}

/** What its starter is told of a package. */
export interface PackageState {
  id: string
  /** `waiting` for others' packages, `ready` to be fetched, `failed` with nothing lost. */
  state: 'waiting' | 'making' | 'ready' | 'failed' | 'cancelled'
  progress: PackageProgress
  /** Of a ready one. */
  fileName: string
  bytes: number
  /** What whoever fetches it should know: which annexes or extracts could not be put in, by their names. */
  missing: string[]
}
