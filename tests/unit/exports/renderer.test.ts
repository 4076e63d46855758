import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ExporterBusy, ExporterError } from '../../../app/exports/exporter-error'
import { paragraph } from '../../../app/exports/tree'
import { createRenderer, type Renderer, type RendererOptions } from '../../../server/exports/renderer'
import { agreement, documentOf, everything, sampleSvg } from './sample'

const root = resolve(import.meta.dirname, '../../..')
let folder: string
let worker: string

/** A worker that does what its test needs, in the place of the one that makes files. */
async function bundle(name: string, entry: { file: string } | { source: string }): Promise<string> {
  const outfile = join(folder, 'workers', `${name}.js`)
  const given =
    'file' in entry
      ? { entryPoints: [join(root, entry.file)] }
      : { stdin: { contents: entry.source, resolveDir: root, loader: 'ts' as const } }
  await build({ ...given, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
  return outfile
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tahto-renderer-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  worker = await bundle('render.worker', { file: 'server/exports/render.worker.ts' })
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('making files in another process', () => {
  const opened: Renderer[] = []

  const open = (options: Partial<RendererOptions> = {}) => {
    const renderer = createRenderer({ workerPath: worker, ...options })
    opened.push(renderer)
    return renderer
  }

  afterEach(() => Promise.all(opened.splice(0).map((renderer) => renderer.close())))

  it('gives every format as what it says it is', async () => {
    const renderer = open()
    const [pdf, pdfa, docx, html, md, svg, png] = await Promise.all([
      renderer.render('pdf', everything, 'fi'),
      renderer.render('pdfa', everything, 'sv'),
      renderer.render('docx', everything, 'en'),
      renderer.render('html', everything),
      renderer.render('md', everything),
      renderer.picture(sampleSvg, 'svg', 0),
      renderer.picture(sampleSvg, 'png', 640),
    ])
    const start = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString('latin1')
    expect(start(pdf, 5)).toBe('%PDF-')
    expect(start(pdfa, 5)).toBe('%PDF-')
    expect(start(docx, 2)).toBe('PK')
    expect(start(html, 15)).toBe('<!doctype html>')
    expect(start(md, 2)).toBe('# ')
    expect(start(svg, 5)).toBe('<?xml')
    expect(start(png, 4)).toBe('\u0089PNG')
  })

  it('gives two versions as a Word file with tracked changes', async () => {
    const document = documentOf(paragraph('Kunnat ja järjestöt.'))
    const redlined = await open().redline(documentOf(paragraph('Kunnat.')).tree, document, { author: 'Hankkeen vetäjä', at: new Date(0) })
    expect(Buffer.from(unzipSync(redlined)['word/document.xml'] ?? []).toString('utf8')).toContain('w:author="Hankkeen vetäjä"')
  })

  it('leaves this process free to pass edits on meanwhile', async () => {
    const renderer = open()
    await renderer.render('md', everything)
    let longest = 0
    let last = performance.now()
    const heart = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const pdf = renderer.render('pdf', agreement(150), 'fi')
    const alone = performance.now()
    await pdf
    clearInterval(heart)
    expect(performance.now() - alone).toBeGreaterThan(longest)
  })

  it('makes waiting files in turn, and says when too many are waiting already', async () => {
    const renderer = open({ mostWaiting: 2 })
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => renderer.render('md', everything)),
    )
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(answers[4]).toMatchObject({ reason: { reason: 'busy' } })
    expect(answers[4]?.status === 'rejected' && answers[4].reason).toBeInstanceOf(ExporterBusy)
    await expect(renderer.render('md', everything)).resolves.toBeInstanceOf(Uint8Array)
  })

  it('says that a picture could not be drawn, and goes on', async () => {
    const renderer = open()
    const refused = renderer.picture('<html>', 'png', 100)
    await expect(refused).rejects.toMatchObject({ reason: 'failed', cause: expect.stringContaining('PictureRefused') })
    await expect(renderer.picture(sampleSvg, 'png', 100)).resolves.toBeInstanceOf(Uint8Array)
  })

  it('puts a new process in the place of one that takes too long, breaks, leaves or hoards memory', async () => {
    const workerPath = await bundle('odd', {
      source: `
        const held = []
        process.on('message', ({ svg }) => {
          if (svg === 'long') for (;;) {}
          if (svg === 'break') process.abort()
          if (svg === 'leave') process.exit(3)
          if (svg === 'hoard') return setInterval(() => held.push(Buffer.alloc(30_000_000, 1)), 20)
          process.send({ bytes: new Uint8Array([1]), held: 0 })
        })`,
    })
    const renderer = open({ workerPath, timeout: 4_000, mostMemory: 400_000_000 })
    const answers = await Promise.allSettled(
      ['fine', 'long', 'break', 'leave', 'hoard', 'fine'].map((svg) => renderer.picture(svg, 'svg', 1)),
    )
    const outcomes = answers.map((answer) =>
      answer.status === 'fulfilled' ? [...answer.value] : (answer.reason as ExporterError).reason,
    )
    expect(outcomes).toEqual([[1], 'timeout', 'failed', 'failed', 'failed', [1]])
  })

  it('lets a process that holds much memory go between two files, and loses none', async () => {
    const workerPath = await bundle('tired', {
      source: `
        let files = 0
        process.on('message', () => {
          files += 1
          process.send({ bytes: new Uint8Array([files]), held: files === 2 ? 1e9 : 0 })
        })`,
    })
    const renderer = open({ workerPath })
    const files = await Promise.all(Array.from({ length: 5 }, () => renderer.picture('', 'svg', 1)))
    expect(files.map(([count]) => count)).toEqual([1, 2, 1, 2, 1])
  })

  it('keeps the secrets of the server to itself', async () => {
    process.env.SESSION_SECRET = 'not for the worker'
    const workerPath = await bundle('curious', {
      source: `process.on('message', () => process.send({ bytes: Buffer.from(JSON.stringify(process.env)), held: 0 }))`,
    })
    const environment = Buffer.from(await open({ workerPath }).picture('', 'svg', 1)).toString()
    delete process.env.SESSION_SECRET
    expect(environment).toContain('PATH')
    expect(environment).not.toContain('not for the worker')
  })

  it('tells whoever waits when it closes, and takes nothing more', async () => {
    const renderer = open()
    const waiting = Promise.allSettled([renderer.render('pdf', everything), renderer.render('pdf', everything)])
    await renderer.close()
    for (const answer of await waiting) expect(answer).toMatchObject({ reason: { reason: 'closed' } })
    await expect(renderer.render('md', everything)).rejects.toBeInstanceOf(ExporterError)
  })
})
