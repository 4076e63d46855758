import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compressedAssets } from '../../../server/http/compressed-assets'
import { compressAssets } from '../../../server/setup/compress-assets.mjs'

const script = `console.log(${JSON.stringify('Yhteistyömalli '.repeat(200))})`

describe('scripts and styles that the build has compressed', () => {
  let directory: string
  let server: Server

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tahto-assets-'))
    writeFileSync(join(directory, 'page-abc.js'), script)
    writeFileSync(join(directory, 'picture-abc.png'), 'x'.repeat(5_000))
    compressAssets(directory)
    const app = express()
    app.use('/assets', compressedAssets(directory), express.static(directory, { fallthrough: false }))
    server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })

  afterEach(() => {
    server.close()
    rmSync(directory, { recursive: true })
  })

  const ask = (path: string, encodings: string) =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encodings }, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }))
      }).on('error', reject)
    })

  it('come small to whoever takes them so, under their own type, and are kept for good', async () => {
    const { headers, body } = await ask('/assets/page-abc.js', 'gzip, deflate, br')
    expect(headers['content-encoding']).toBe('br')
    expect(headers['content-type']).toContain('text/javascript')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers.vary).toContain('Accept-Encoding')
    expect(body.byteLength).toBeLessThan(script.length / 10)
    expect(brotliDecompressSync(body).toString()).toBe(script)
  })

  it('come as they are to everybody else, as does what is not compressed', async () => {
    const plain = await ask('/assets/page-abc.js', 'gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(script)
    expect((await ask('/assets/picture-abc.png', 'br')).headers['content-encoding']).toBeUndefined()
  })

  it('are asked for by their names alone', async () => {
    expect([403, 404]).toContain((await ask('/assets/../package.json', 'br')).status)
    expect((await ask('/assets/nowhere.js', 'br')).status).toBe(404)
  })
})
