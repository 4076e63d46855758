import type { JobInput, JobName, JobResult } from './content-jobs'

export interface ContentRequest<Name extends JobName = JobName> {
  id: number
  name: Name
  input: JobInput<Name>
}

export type ContentReply =
  | { id: number; ok: true; result: JobResult<JobName> }
  | { id: number; ok: false; message: string }
