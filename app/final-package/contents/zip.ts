import { zipSync, type Zippable } from 'fflate'
import { wallDate } from '../../workshops/wall-time'
import type { PackageFile } from './manifest'

/** What is packed already would only take time. */
const packedAlready = /\.(pdf|docx|png|jpg|zip)$/i

/**
 * The files as one ZIP, below one folder, in the given order. All bear the day of `date`, so that the same files give the
 * same bytes.
 */
export function zipFiles(folder: string, files: readonly PackageFile[], date: Date): Uint8Array {
  const zippable: Zippable = {}
  for (const { path, bytes } of files) zippable[`${folder}/${path}`] = [bytes, { level: packedAlready.test(path) ? 0 : 6 }]
  return zipSync(zippable, { mtime: dayAt(date) })
}

/** A ZIP's times are without a zone and written as the server's own: noon is on the same day everywhere. */
function dayAt(date: Date): Date {
  const [year = 1980, month = 1, day = 1] = wallDate(date).split('-').map(Number)
  return new Date(Math.max(1980, year), month - 1, day, 12)
}
