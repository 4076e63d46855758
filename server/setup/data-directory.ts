/** What stands in the data directory, by name. Nothing else there is the product's. */
export const inDataDirectory = {
  /** Everything with a schema. */
  database: 'tahto.db',
  /** What people edit live. */
  editLog: 'collab.db',
  /** Signs what SESSION_SECRET would, where that is not set. */
  sessionSecret: 'session-secret',
  /** Reserved for files that people bring. */
  uploads: 'uploads',
  backups: 'backups',
  /** Held by the server, or by a restore, while it runs. */
  lock: 'server.lock',
  /** There from when a restore takes the present data away until its own is in place. */
  unfinishedRestore: 'restore-unfinished',
} as const
