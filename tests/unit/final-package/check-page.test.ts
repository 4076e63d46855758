import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../app/final-package/check-page/sha256.js'
import { writeCheckPage } from '../../../app/final-package/check-page/write-check-page.server'

const nodeHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the page that checks a package', () => {
  it('counts the same hashes as everybody, of any length', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256)
      expect(sha256(bytes)).toBe(nodeHash(bytes))
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => sha256(bytes) === nodeHash(bytes)))
    const part = new Uint8Array(1_000_003).fill(7).subarray(3)
    expect(sha256(part)).toBe(nodeHash(part))
  })

  it('runs its own script alone, and asks no host for anything', () => {
    const page = writeCheckPage(
      {
        format: 'tahto-package/1',
        name: 'Sopimus </script>',
        versionHash: 'a'.repeat(64),
        final: true,
        standing: 'Lopullinen',
        files: [{ path: 'a.pdf', title: 'Asiakirja', size: 1, sha256: 'b'.repeat(64) }],
      },
      'fi',
    )
    const script = /<script type="module">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(page).toContain(`script-src &#39;sha256-${createHash('sha256').update(script).digest('base64')}&#39;`)
    expect(page).toContain('default-src &#39;none&#39;')
    expect(script).not.toMatch(/^import /m)
    expect(script).not.toMatch(/\bfetch\b|XMLHttpRequest|WebSocket/)
    expect(page).not.toMatch(/(src|href)="https?:/)
  })
})
