/** Why a file was not made; each has its words in `messages` under `errors`, `closed` those of `busy`. */
export type ExporterErrorReason = 'busy' | 'timeout' | 'failed' | 'closed'

/** A file was not made. The content is untouched. `cause` is for the log, never for people. */
export class ExporterError extends Error {
  override name = 'ExporterError'

  constructor(
    readonly reason: ExporterErrorReason,
    options?: ErrorOptions,
  ) {
    super(`Export: ${reason}`, options)
  }
}

/** Too many files are waiting already: an answer for this is 503 with a Retry-After. */
export class ExporterBusy extends ExporterError {
  override name = 'ExporterBusy'

  constructor() {
    super('busy')
  }
}
