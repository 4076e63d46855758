import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '../app/load-context'
import type { Keep } from './backup/backup-folder'
import { inDataDirectory } from './setup/data-directory'
import { keptSecret, secretWeakness } from './setup/session-secret'

/** One line for each variable that is wrong. */
export class SettingsRefused extends Error {
  override name = 'SettingsRefused'
  constructor(readonly lines: string[]) {
    super(lines.join('\n'))
  }
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most)

const folder = z.string().regex(/^[^\0\r\n]+$/)

const dataVariables = z.object({
  DATA_DIR: folder.default('./data'),
  BACKUP_DIR: folder.optional(),
  BACKUP_EVERY_MINUTES: wholeNumber(0, 10_080).default(60),
  BACKUP_KEEP: wholeNumber(1, 10_000).default(24),
  BACKUP_KEEP_DAYS: wholeNumber(0, 10_000).default(14),
})

const variables = dataVariables.extend({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/).optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password)
    .optional(),
  SESSION_SECRET: z.string().optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]{16,}$/).optional(),
})

/** What only the server itself looks at, beside what the app may know. */
export interface ServerSettings extends Settings {
  backups: BackupSettings
  /** Whoever sends it may read /metrics. */
  metricsToken: string | undefined
}

export interface BackupSettings {
  directory: string
  /** Milliseconds between automatic backups; 0 makes none. */
  every: number
  keep: Keep
}

type Variable = keyof z.infer<typeof variables>

const EXPECTED: Record<Variable, string> = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'a folder',
  BASE_URL: 'the address people use, such as https://tahto.example.fi, with nothing after the host and port',
  SESSION_SECRET: 'a text',
  TRUST_PROXY: 'the number of proxies before the server, from 0 to 10',
  BACKUP_DIR: 'a folder',
  BACKUP_EVERY_MINUTES: 'a whole number of minutes from 0 (no automatic backups) to 10080',
  BACKUP_KEEP: 'the number of automatic backups to keep, from 1 to 10000',
  BACKUP_KEEP_DAYS: 'the number of days of which one backup is kept, from 0 to 10000',
  METRICS_TOKEN: 'at least 16 characters without spaces',
}

/**
 * Reads the environment. An empty variable counts as not given.
 *
 * `OPERATOR_NODE_ENV` is the NODE_ENV that the operator set: `npm start` runs the server with
 * NODE_ENV=production for React's sake, and must not be taken for an operator's word.
 * @throws SettingsRefused with every fault at once.
 */
export function readSettings(environment: NodeJS.ProcessEnv): ServerSettings {
  const given = parse(environment, variables)
  const { PORT, SESSION_SECRET, TRUST_PROXY } = given
  const baseUrl = given.BASE_URL ?? new URL(`http://localhost:${PORT}`)
  const operatedAs = environment.OPERATOR_NODE_ENV ?? environment.NODE_ENV
  const production = operatedAs === 'production' || !isLoopback(baseUrl.hostname)
  if (production) refuseUnsafe(baseUrl, SESSION_SECRET)

  const { dataDirectory, backups } = dataSettings(given)
  return {
    port: PORT,
    host: given.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDirectory,
    baseUrl: baseUrl.origin,
    sessionSecret: SESSION_SECRET ?? keptSecret(dataDirectory),
    trustedProxies: TRUST_PROXY,
    production,
    backups,
    metricsToken: given.METRICS_TOKEN,
  }
}

/**
 * Where the data and its backups are: all that making and restoring one needs. Nothing is made by asking, and the
 * other variables are not looked at.
 * @throws SettingsRefused
 */
export function readDataSettings(environment: NodeJS.ProcessEnv): { dataDirectory: string; backups: BackupSettings } {
  return dataSettings(parse(environment, dataVariables))
}

function parse<Schema extends z.ZodType>(environment: NodeJS.ProcessEnv, schema: Schema): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable))
  throw new SettingsRefused([...wrong].map((name) => `${name} must be ${EXPECTED[name]}.`))
}

function dataSettings({ DATA_DIR, BACKUP_DIR, ...given }: z.output<typeof dataVariables>) {
  const dataDirectory = path.resolve(DATA_DIR)
  return {
    dataDirectory,
    backups: {
      directory: BACKUP_DIR ? path.resolve(BACKUP_DIR) : path.join(dataDirectory, inDataDirectory.backups),
      every: given.BACKUP_EVERY_MINUTES * 60_000,
      keep: { newest: given.BACKUP_KEEP, days: given.BACKUP_KEEP_DAYS },
    },
  }
}

function refuseUnsafe(baseUrl: URL, secret: string | undefined): void {
  const lines: string[] = []
  if (baseUrl.protocol !== 'https:') {
    lines.push(`BASE_URL must begin with https:// in production; it is ${baseUrl.origin}.`)
  }
  const weakness = secretWeakness(secret ?? '')
  if (weakness) {
    lines.push(`SESSION_SECRET ${weakness}. Make one with: openssl rand -base64 48`)
  }
  if (lines.length > 0) throw new SettingsRefused(lines)
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname)
}
