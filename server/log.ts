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

const MOST_CHARACTERS = 4_000

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause.slice(0, MOST_CHARACTERS) : typeof cause
  const { name, message, stack = '' } = cause
  // The stack begins with the message, which may hold lines that look like its own.
  const where = stack.startsWith(`${name}: ${message}`) ? stack.slice(name.length + 2 + message.length) : ''
  return `${name}: ${withoutContent(cause)}${where}`.slice(0, MOST_CHARACTERS)
}

/** Two kinds of errors quote what they were given, which may be anything that people wrote. */
function withoutContent({ name, message }: Error): string {
  // "Invalid `….create()` invocation:", then the whole of the arguments, then what is wrong with them.
  if (name.startsWith('PrismaClient')) return message.trim().split('\n').at(-1) ?? ''
  if (name === 'SyntaxError' && message.includes('JSON')) return 'This is not valid JSON'
  return message
}
