import { jobs, type JobName } from './jobs'

interface Asked {
  id: number
  job: JobName
  options: never
}

/** The load generator's process: does what it is asked, one thing at a time, and answers. */
process.on('message', ({ id, job, options }: Asked) => {
  void Promise.resolve(jobs[job](options)).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, failed: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ id: 0 })
