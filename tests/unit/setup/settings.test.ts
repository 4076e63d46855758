import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDataSettings, readSettings, SettingsRefused } from '../../../server/env'
import { temporaryDirectory } from './temporary-directory'

const STRONG = 'Vq8sJw2nR5tXz0LpKc7dYb4mHf9gAeUiOx3'
const PRODUCTION = { NODE_ENV: 'production', BASE_URL: 'https://tahto.example.fi', SESSION_SECRET: STRONG }

function refusal(environment: NodeJS.ProcessEnv): string[] {
  try {
    readSettings({ DATA_DIR: temporaryDirectory(), ...environment })
  } catch (error) {
    if (error instanceof SettingsRefused) return error.lines
    throw error
  }
  return []
}

describe('the settings', () => {
  it('need nothing to be given on one’s own machine', () => {
    const DATA_DIR = temporaryDirectory()
    expect(readSettings({ DATA_DIR })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: DATA_DIR,
      baseUrl: 'http://localhost:3000',
      sessionSecret: expect.stringMatching(/^[\w-]{64}$/),
      trustedProxies: 0,
      production: false,
      backups: { directory: path.join(DATA_DIR, 'backups'), every: 3_600_000, keep: { newest: 24, days: 14 } },
      metricsToken: undefined,
    })
  })

  it('follow the port in the address that people are told', () => {
    expect(readSettings({ DATA_DIR: temporaryDirectory(), PORT: '4100' }).baseUrl).toBe('http://localhost:4100')
  })

  it('tell every wrong variable at once, each in a line of its own', () => {
    const lines = refusal({ PORT: '70000', BASE_URL: 'example.fi/tahto', TRUST_PROXY: 'yes', HOST: 'a b' })
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['BASE_URL', 'HOST', 'PORT', 'TRUST_PROXY'])
  })

  it.each(['ftp://example.fi', 'https://example.fi/path', 'https://user:word@example.fi', 'https://example.fi?x=1'])(
    'refuse %s as the address',
    (BASE_URL) => {
      expect(refusal({ ...PRODUCTION, BASE_URL })).toEqual([expect.stringMatching(/^BASE_URL must be the address/)])
    },
  )

  it('say where backups go, how often, and how many are kept', () => {
    const BACKUP_DIR = temporaryDirectory()
    const given = { BACKUP_DIR, BACKUP_EVERY_MINUTES: '15', BACKUP_KEEP: '96', BACKUP_KEEP_DAYS: '30' }
    const { backups } = readSettings({ DATA_DIR: temporaryDirectory(), ...given })
    expect(backups).toEqual({ directory: BACKUP_DIR, every: 900_000, keep: { newest: 96, days: 30 } })
    expect(refusal({ BACKUP_EVERY_MINUTES: 'often', BACKUP_KEEP: '0' })).toHaveLength(2)
  })

  it('refuse a token for the metrics that could be guessed', () => {
    expect(refusal({ METRICS_TOKEN: 'short' })).toEqual([expect.stringMatching(/^METRICS_TOKEN must be at least 16/)])
  })

  it('let a backup be made and restored although others of them are wrong', () => {
    const dataDirectory = temporaryDirectory()
    expect(readDataSettings({ DATA_DIR: dataDirectory, BASE_URL: 'nonsense' })).toMatchObject({ dataDirectory })
    expect(readdirSync(dataDirectory)).toEqual([])
  })

  it('take an empty variable for one that is not given', () => {
    expect(refusal({ PORT: '', BASE_URL: '', SESSION_SECRET: '', TRUST_PROXY: '' })).toEqual([])
  })
})

describe('in production', () => {
  it('a strong secret and an https address are enough, and other machines are listened to', () => {
    const settings = readSettings({ ...PRODUCTION, DATA_DIR: temporaryDirectory() })
    expect(settings).toMatchObject({ production: true, host: '0.0.0.0', baseUrl: 'https://tahto.example.fi' })
  })

  it.each([
    ['missing', ''],
    ['short', 'Vq8sJw2nR5tXz0LpKc7d'],
    ['a well-known default', 'please-change-me-please-change-me-1'],
    ['one letter again and again', 'a'.repeat(64)],
    ['a word again and again', 'Vq8sJw2nR5tX'.repeat(4)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ])('a secret that is %s stops the start', (_, SESSION_SECRET) => {
    expect(refusal({ ...PRODUCTION, SESSION_SECRET })).toEqual([expect.stringMatching(/^SESSION_SECRET /)])
  })

  it('plain http stops the start', () => {
    expect(refusal({ ...PRODUCTION, BASE_URL: 'http://tahto.example.fi' })).toEqual([
      'BASE_URL must begin with https:// in production; it is http://tahto.example.fi.',
    ])
  })

  it('is what an address means that other machines can reach, whatever NODE_ENV says', () => {
    const lines = refusal({ BASE_URL: 'http://192.168.1.20:3000' })
    expect(lines).toEqual([expect.stringMatching(/^BASE_URL/), expect.stringMatching(/^SESSION_SECRET is missing/)])
  })

  it('is not what npm start’s own NODE_ENV means', () => {
    const DATA_DIR = temporaryDirectory()
    expect(readSettings({ DATA_DIR, NODE_ENV: 'production', OPERATOR_NODE_ENV: '' }).production).toBe(false)
    expect(refusal({ NODE_ENV: 'production', OPERATOR_NODE_ENV: 'production' })).toHaveLength(2)
  })
})

describe('the secret that is made when none is given', () => {
  it('stays the same from start to start, and only its owner can read it', () => {
    const DATA_DIR = temporaryDirectory()
    const { sessionSecret } = readSettings({ DATA_DIR })
    expect(readSettings({ DATA_DIR }).sessionSecret).toBe(sessionSecret)
    const file = path.join(DATA_DIR, 'session-secret')
    expect(readFileSync(file, 'utf8').trim()).toBe(sessionSecret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('differs between installations', () => {
    const secrets = [1, 2, 3].map(() => readSettings({ DATA_DIR: temporaryDirectory() }).sessionSecret)
    expect(new Set(secrets).size).toBe(3)
  })

  it('is not replaced by nothing when its file is damaged', () => {
    const DATA_DIR = temporaryDirectory()
    writeFileSync(path.join(DATA_DIR, 'session-secret'), '')
    expect(() => readSettings({ DATA_DIR })).toThrow(/session-secret is damaged/)
  })
})
