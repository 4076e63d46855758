/**
 * Why a file is not taken in; each has its words in `messages` under `refused`.
 * - `not-word`: some other kind of file; `old-word`: of Word before 2007; `encrypted`: protected by a password
 * - `damaged`: cannot be read, or holds what no Word file should
 * - `too-large`: more than is read; `empty`: no words in it
 */
export const importRefusals = ['not-word', 'old-word', 'encrypted', 'damaged', 'too-large', 'empty'] as const

export type ImportRefusal = (typeof importRefusals)[number]

export class ImportRefused extends Error {
  override name = 'ImportRefused'

  constructor(readonly reason: ImportRefusal) {
    super(`Import refused: ${reason}`)
  }
}
