import path from 'node:path'
import { z } from 'zod'
import type { Settings } from '../app/load-context'
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

const variables = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/).optional(),
  DATA_DIR: z.string().regex(/^[^\0\r\n]+$/).default('./data'),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password)
    .optional(),
  SESSION_SECRET: z.string().optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
})

type Variable = keyof z.infer<typeof variables>

const EXPECTED: Record<Variable, string> = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'a folder',
  BASE_URL: 'the address people use, such as https://tahto.example.fi, with nothing after the host and port',
  SESSION_SECRET: 'a text',
  TRUST_PROXY: 'the number of proxies before the server, from 0 to 10',
}

/**
 * Reads the environment. An empty variable counts as not given.
 *
 * `OPERATOR_NODE_ENV` is the NODE_ENV that the operator set: `npm start` runs the server with
 * NODE_ENV=production for React's sake, and must not be taken for an operator's word.
 * @throws SettingsRefused with every fault at once.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable))
    throw new SettingsRefused([...wrong].map((name) => `${name} must be ${EXPECTED[name]}.`))
  }
  const { PORT, DATA_DIR, BASE_URL, SESSION_SECRET, TRUST_PROXY } = parsed.data
  const baseUrl = BASE_URL ?? new URL(`http://localhost:${PORT}`)
  const operatedAs = environment.OPERATOR_NODE_ENV ?? environment.NODE_ENV
  const production = operatedAs === 'production' || !isLoopback(baseUrl.hostname)
  if (production) refuseUnsafe(baseUrl, SESSION_SECRET)

  const dataDirectory = path.resolve(DATA_DIR)
  return {
    port: PORT,
    host: parsed.data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDirectory,
    baseUrl: baseUrl.origin,
    sessionSecret: SESSION_SECRET ?? keptSecret(dataDirectory),
    trustedProxies: TRUST_PROXY,
    production,
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
