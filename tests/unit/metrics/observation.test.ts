import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ServerSettings } from '../../../server/env'
import { observe, type Observation, type Observed } from '../../../server/http/observation'
import { gauge } from '../../../server/metrics/family'
import { temporaryDirectory } from '../setup/temporary-directory'

interface Watched extends Observation {
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string }>
  state: { database: boolean; writable: boolean; oldestUnsaved: number }
}

async function watched(settings: Partial<ServerSettings> = {}): Promise<Watched> {
  const state = { database: true, writable: true, oldestUnsaved: 0 }
  const health = { rooms: 0, roomBytes: 0, sockets: 0, uncommittedBytes: 0 }
  const observed: Observed = {
    settings: {
      production: false, host: '127.0.0.1', port: 0, dataDirectory: temporaryDirectory(), baseUrl: '',
      sessionSecret: '', trustedProxies: 0, metricsToken: undefined,
      backups: { directory: '', every: 0, keep: { newest: 1, days: 1 } },
      ...settings,
    },
    database: { writable: async () => state.database },
    sync: { health: () => ({ ...health, ...state }), metrics: () => [gauge('sync_rooms', 'Documents in memory.', 4)] },
    backups: {
      figures: () => ({ made: 7, failed: 1, lastSuccess: 1_795_000_000, lastSeconds: 2, lastBytes: 5, damaged: false }),
    },
  }
  const observation = observe(observed)
  const server = createServer(express().use(observation.routes))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    observation.stop()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return { status: response.status, text: await response.text() }
  }
  return { ...observation, get, state }
}

describe('/readyz', () => {
  it('is well while everything is', async () => {
    const it = await watched()
    const { status, text } = await it.get('/readyz')
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 200,
      body: { status: 'ready', database: true, commits: true, eventLoop: true, running: true },
    })
  })

  it.each([
    ['the database takes nothing', { database: false }, { database: false }],
    ['edits cannot be saved', { writable: false }, { commits: false }],
    ['edits wait long for the disk', { oldestUnsaved: 2_500 }, { commits: false }],
  ])('says so when %s', async (_what, state, said) => {
    const it = await watched()
    Object.assign(it.state, state)
    const { status, text } = await it.get('/readyz')
    expect(status).toBe(503)
    expect(JSON.parse(text)).toMatchObject({ status: 'not ready', ...said })
  })

  it('sends nobody to a server that has been told to stop', async () => {
    const it = await watched()
    it.stop()
    expect(await it.get('/readyz')).toMatchObject({ status: 503, text: expect.stringContaining('"running":false') })
    expect(await it.get('/healthz')).toMatchObject({ status: 200 })
  })
})

describe('/metrics', () => {
  it('holds what the rooms, the process, its files and its backups tell', async () => {
    const { status, text } = await (await watched()).get('/metrics')
    expect(status).toBe(200)
    for (const line of [
      'tahto_sync_rooms 4',
      'tahto_write_ahead_log_bytes{file="collab.db"} 0',
      'tahto_failed_backups_total 1',
      'tahto_backup_last_success_timestamp_seconds 1795000000',
    ]) {
      expect(text).toContain(`${line}\n`)
    }
    expect(text).toMatch(/^tahto_event_loop_p99_seconds [\d.e-]+$/m)
    expect(text).toMatch(/^tahto_memory_resident_bytes \d+$/m)
  })

  it('does not exist in production without a token, though the caller may be a proxy on the same machine', async () => {
    const it = await watched({ production: true })
    expect(await it.get('/metrics')).toMatchObject({ status: 404 })
  })

  it('is for whoever has the token, and for nobody else', async () => {
    const it = await watched({ production: true, metricsToken: 'a-token-for-this-test' })
    expect(await it.get('/metrics', { authorization: 'Bearer a-token-for-this-test' })).toMatchObject({ status: 200 })
    for (const authorization of ['', 'Bearer ', 'Bearer another-token-of-them', 'a-token-for-this-test']) {
      expect(await it.get('/metrics', { authorization }), authorization).toMatchObject({ status: 404 })
    }
  })
})
