import type { BackupOptions } from './make-backup'

export type BackupJob = Pick<BackupOptions, 'dataDirectory' | 'backupsDirectory' | 'reason' | 'keep'>

export type BackupAnswer =
  | { ok: true; name: string; bytes: number; damaged: boolean; removed: number }
  | { ok: false; message: string }
