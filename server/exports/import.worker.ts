import { importDocx } from '../../app/imports/docx/import-docx'
import { largestOutcome } from '../../app/imports/docx/limits'
import type { ImportOutcome } from '../../app/imports/docx/outcome'
import { newId } from '../../app/lib/id'
import { serveJobs } from './serve-jobs'

/** A Word file that somebody brings: nothing is known of it, and it is read in a process of its own. */
export interface ImportJob {
  bytes: Uint8Array
  /** What a clause is called that the file gives no name. */
  untitled: string
}

serveJobs(({ bytes, untitled }: ImportJob) => {
  const outcome = importDocx(bytes, { newId, untitled })
  const json = jsonOf(outcome)
  return Promise.resolve(json.byteLength > largestOutcome ? jsonOf({ outcome: 'refused', reason: 'too-large' }) : json)
})

function jsonOf(outcome: ImportOutcome): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(outcome))
}
