import { encode } from 'uqr'

/** A QR code as one SVG path in a square of `size` units, its quiet border included. */
export interface QrPicture {
  size: number
  path: string
}

export function qrPicture(text: string): QrPicture {
  // The standard asks for four units of quiet around it; M survives a smudge or a lamp's reflection.
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs: string[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      const start = x
      while (x < size && row[x]) x++
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`)
    }
  })
  return { size, path: runs.join('') }
}
