import type { DocumentFormat, PictureFormat } from '../../app/exports/formats'
import type { Change, DocumentTree, FinalDocument } from '../../app/exports/tree'
import type { PackageProgress } from '../../app/final-package/model/progress'
import type { Language } from '../../app/i18n/languages'

/** What the worker is asked for. Everything in it can cross to another process. */
export type Job =
  | { type: 'document'; format: DocumentFormat; document: FinalDocument; language: Language }
  | { type: 'redline'; before: DocumentTree; document: FinalDocument; change: Change; language: Language }
  | { type: 'picture'; format: PictureFormat; svg: string; width: number }

/** What a worker answers: the file, or what went wrong, for the log; and how many bytes of memory it now holds. */
export type Answer = ({ bytes: Uint8Array } | { failed: string }) & { held: number }

/** What it may tell before its answer. */
export interface Told {
  progress: PackageProgress
}
