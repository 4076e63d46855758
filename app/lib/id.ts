const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** 16 characters of 0-9a-z (82 bits): unguessable enough for a name, short enough for a URL. Not a secret. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  let id = ''
  for (const byte of bytes) {
    // 252 is the largest multiple of 36 in a byte: above it the first letters would come up more often.
    if (byte < 252) id += alphabet[byte % 36]
    if (id.length === 16) return id
  }
  return newId()
}
