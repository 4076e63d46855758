import { expect, test } from 'vitest'
import { qrPicture } from '../../../app/workshops/qr.server'

test('a QR code is a square of dark runs with four units of quiet around it', () => {
  const { size, path } = qrPicture('https://tahto.example.fi/join/K7M4XA')
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(4)
    expect(Number(y)).toBeGreaterThanOrEqual(4)
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4)
  }
  // The finder pattern's first row: seven dark units in the corner.
  expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
})
