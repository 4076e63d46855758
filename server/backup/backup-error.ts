/** A backup could not be made, or cannot be restored. The message is plain words for whoever runs the server. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** What went wrong, as a plain sentence; `doing` says what was to be done, as in "The backup could not be made". */
export function asBackupError(error: unknown, doing: string): BackupError {
  if (error instanceof BackupError) return error
  return new BackupError(`${doing}: ${plainReason(error)}`, { cause: error })
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  SQLITE_FULL: 'the disk is full',
  EROFS: 'the disk can only be read',
  SQLITE_READONLY: 'the disk can only be read',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  SQLITE_CORRUPT: 'a database file is damaged',
  SQLITE_NOTADB: 'a database file is damaged',
}

function plainReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const reason = REASONS[code] ?? Object.entries(REASONS).find(([known]) => code.startsWith(`${known}_`))?.[1]
  return reason ? `${reason} (${error.message})` : error.message
}
