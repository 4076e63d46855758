import type { Log } from '../app/load-context'

/**
 * One JSON object a line on standard output: time, level, event and its fields. Content, tokens, addresses and
 * names of people are never among them.
 */
export function createLog(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log {
  const line = (level: string, event: string, fields: object) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }))
  return {
    info: (event, fields = {}) => line('info', event, fields),
    warn: (event, fields = {}) => line('warn', event, fields),
    error: (event, cause, fields = {}) => line('error', event, { ...fields, cause: describe(cause) }),
  }
}

function describe(cause: unknown): string {
  if (cause instanceof Error) return (cause.stack ?? `${cause.name}: ${cause.message}`).slice(0, 4_000)
  return typeof cause === 'string' ? cause.slice(0, 4_000) : typeof cause
}
