import { createHash } from 'node:crypto'
import { FieldRefused } from '../accounts/form-problem'
import { plainLine } from '../lib/plain-text'
import type { Services } from '../load-context'
import { mostExtractBytes } from './limits'

/** An extract of the minutes as somebody attached it: looked at, not yet kept. */
export interface AttachedExtract {
  hash: string
  /** As it was called on the device, without a path. */
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

const mediaType = 'application/pdf'
const longestName = 120

/**
 * Undefined where no file was chosen.
 * @throws FieldRefused `extract`: `notAPdf`, `fileTooLarge`
 */
export async function readExtract(file: File | undefined): Promise<AttachedExtract | undefined> {
  if (!file || (file.size === 0 && file.name === '')) return undefined
  if (file.size > mostExtractBytes) throw new FieldRefused('extract', 'fileTooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isPdf(bytes)) throw new FieldRefused('extract', 'notAPdf')
  return { hash: createHash('sha256').update(bytes).digest('hex'), name: nameOf(file), bytes }
}

/**
 * Ends as a PDF's name, so that no program opens it as something else. Cut between letters, never within one: the database
 * keeps no half letters, and the record's hash is of what it keeps.
 */
function nameOf(file: File): string {
  const name = [...plainLine(file.name.split(/[\\/]/).at(-1) ?? '')].slice(-longestName).join('')
  return /\.pdf$/i.test(name) ? name : `${name || 'ote'}.pdf`
}

/** By its bytes, whatever it is called: the sign at its very beginning, and the end of a PDF near its end. */
function isPdf(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  return /^%PDF-[12]\.\d/.test(text(0, 8)) && text(Math.max(0, bytes.length - 2_048), bytes.length).includes('%%EOF')
}

/** Kept once, however many decisions it belongs to. Within a turn: nobody else keeps the same meanwhile. */
export async function keepExtract({ database }: Services, { hash, bytes }: AttachedExtract): Promise<void> {
  const known = await database.extract.findUnique({ where: { hash }, select: { hash: true } })
  if (!known) await database.extract.create({ data: { hash, mediaType, bytes } })
}

/** An extract that a decision on this artefact names, with its name there. Undefined for every other. Authorise before. */
export async function extractOf(
  { database }: Services,
  artefactId: string,
  hash: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const record = await database.approvalRecord.findFirst({
    where: { artefactId, extractHash: hash },
    orderBy: { number: 'desc' },
    select: { extractName: true },
  })
  const extract = record && (await database.extract.findUnique({ where: { hash } }))
  return extract ? { name: record.extractName, bytes: new Uint8Array(extract.bytes) } : undefined
}
