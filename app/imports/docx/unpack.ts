import { Inflate } from 'fflate'
import { largestFile } from './limits'
import { ImportRefused } from './refusal'

const mostEntries = 4_000
const largestPart = 32 * 1024 * 1024
/** Of all parts that are read. */
const largestWhole = 64 * 1024 * 1024
const slice = 16 * 1024

interface Entry {
  name: string
  encrypted: boolean
  method: number
  packed: number
  unpacked: number
  at: number
}

/**
 * The parts of a Word file, unpacked one by one when they are asked for: no more than the budget, whatever the file says
 * of its sizes. Names are only looked up, never used as paths.
 */
export class Package {
  private readonly entries = new Map<string, Entry>()
  private left = largestWhole

  /** @throws ImportRefused `not-word`, `old-word`, `encrypted`, `damaged`, `too-large` */
  constructor(private readonly bytes: Uint8Array) {
    if (bytes.byteLength > largestFile) throw new ImportRefused('too-large')
    refuseOtherFiles(bytes)
    for (const entry of readDirectory(bytes)) {
      // Two of one name: programs do not agree on which of them counts.
      if (this.entries.has(entry.name)) throw new ImportRefused('damaged')
      this.entries.set(entry.name, entry)
    }
  }

  get names(): string[] {
    return [...this.entries.keys()]
  }

  /** A part as text; undefined where it is not there. @throws ImportRefused */
  read(name: string): string | undefined {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    if (entry.encrypted) throw new ImportRefused('encrypted')
    if (entry.unpacked > Math.min(largestPart, this.left)) throw new ImportRefused('too-large')
    const bytes = this.unpack(entry)
    this.left -= bytes.byteLength
    return decode(bytes)
  }

  private unpack(entry: Entry): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== 0x04034b50) throw new ImportRefused('damaged')
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
    if (start + entry.packed > view.byteLength) throw new ImportRefused('damaged')
    const packed = this.bytes.subarray(start, start + entry.packed)
    if (entry.method === 0) return packed
    if (entry.method !== 8) throw new ImportRefused('damaged')
    return inflated(packed, Math.min(largestPart, this.left))
  }
}

/** Stops as soon as more comes out than may: what the directory says of sizes need not be true. */
function inflated(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    size += chunk.byteLength
    ended = final
    if (size > most) throw new ImportRefused('too-large')
    chunks.push(chunk)
  })
  try {
    for (let at = 0; at < packed.byteLength && !ended; at += slice) {
      inflate.push(packed.subarray(at, at + slice), at + slice >= packed.byteLength)
    }
  } catch (error) {
    throw error instanceof ImportRefused ? error : new ImportRefused('damaged')
  }
  if (!ended) throw new ImportRefused('damaged')
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ImportRefused('damaged')
  }
}

/** Word before 2007, and Word with a password, write compound files; everything else that is no ZIP is something else. */
function refuseOtherFiles(bytes: Uint8Array): void {
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new ImportRefused(isEncrypted ? 'encrypted' : 'old-word')
  }
  if (!begins(0x50, 0x4b)) throw new ImportRefused('not-word')
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // Larger files than are taken need the 64-bit form; this count says that there are more than it can tell.
  if (count > mostEntries) throw new ImportRefused('too-large')
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ImportRefused('damaged')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name: name.replace(/^\/+/, ''),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new ImportRefused('damaged')
}
