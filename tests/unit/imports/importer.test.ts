import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createImporter } from '../../../server/exports/importer'
import { bundleOptions } from '../../../server/setup/build.mjs'
import { madeFile, paragraph, run, styled } from '../../support/word/made-file'

const root = resolve(import.meta.dirname, '../../..')
let folder: string
let importer: ReturnType<typeof createImporter>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tahto-importer-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const outfile = join(folder, 'import.worker.js')
  const { outdir: _outdir, sourcemap: _sourcemap, ...options } = bundleOptions('build')
  await build({ ...options, entryPoints: [join(root, 'server/exports/import.worker.ts')], outfile })
  importer = createImporter(outfile)
})

afterAll(async () => {
  await importer.close()
  rmSync(folder, { recursive: true })
})

it('a Word file is read in a process of its own, while this one goes on', async () => {
  const words = Array.from({ length: 3_000 }, (_, index) => styled('Heading1', `Kohta ${index}`) + paragraph(run('Teksti.'))).join('')
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 5)
  const outcome = await importer.docx(madeFile({ body: words }), 'Johdanto')
  clearInterval(ticking)
  expect(outcome).toMatchObject({ outcome: 'read', found: { clauses: 3_000 } })
  expect(turns).toBeGreaterThan(10)
  expect(await importer.docx(new Uint8Array([1]), 'Johdanto')).toEqual({ outcome: 'refused', reason: 'not-word' })
})

it('a small file that comes to more than an agreement is not taken in', async () => {
  const body = styled('Heading1', 'A') + paragraph(run('Sana toinen kolmas neljäs. '.repeat(10))).repeat(20_000)
  const file = madeFile({ body })
  expect(file.byteLength).toBeLessThan(100_000)
  expect(await importer.docx(file, 'Johdanto')).toEqual({ outcome: 'refused', reason: 'too-large' })
})
