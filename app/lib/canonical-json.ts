/**
 * JSON that is the same bytes for the same content: keys in the order of their UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them (RFC 8785). Members that are undefined are left out, as JSON does.
 * Throws a TypeError for what JSON cannot hold: NaN, infinities, functions, cycles.
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set())
}

function write(value: unknown, above: Set<object>): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('A number that JSON cannot hold')
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : writeObject(value, above)
    default:
      throw new TypeError(`JSON cannot hold a ${typeof value}`)
  }
}

function writeObject(value: object, above: Set<object>): string {
  if (value instanceof Date) return write(value.toJSON(), above)
  if (above.has(value)) throw new TypeError('JSON cannot hold a cycle')
  above.add(value)
  const written = Array.isArray(value) ? writeArray(value, above) : writeMembers(value, above)
  above.delete(value)
  return written
}

function writeArray(items: readonly unknown[], above: Set<object>): string {
  return `[${items.map((item) => (item === undefined ? 'null' : write(item, above))).join(',')}]`
}

function writeMembers(value: object, above: Set<object>): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, above)}`)
  return `{${members.join(',')}}`
}
