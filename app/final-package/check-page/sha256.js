/**
 * SHA-256 (FIPS 180-4) in plain JavaScript: a page that is opened from a folder has no `crypto.subtle` in every browser.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const rounds = fractions(64, (prime) => Math.cbrt(prime))

/** The same of the square roots of the first eight. */
const beginning = fractions(8, (prime) => Math.sqrt(prime))

/**
 * @param {number} count
 * @param {(prime: number) => number} root
 */
function fractions(count, root) {
  /** @type {number[]} */
  const primes = []
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  }
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32))
}

/**
 * The hash as 64 hexadecimal digits.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function sha256(bytes) {
  const state = beginning.slice()
  const words = new Uint32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) takeIn(state, words, bytes, at)
  const end = new Uint8Array(bytes.length % 64 < 56 ? 64 : 128)
  end.set(bytes.subarray(whole))
  end[bytes.length % 64] = 0x80
  new DataView(end.buffer).setBigUint64(end.length - 8, BigInt(bytes.length) * 8n)
  for (let at = 0; at < end.length; at += 64) takeIn(state, words, end, at)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

/**
 * @param {Uint32Array} state
 * @param {Uint32Array} words room for the message schedule
 * @param {Uint8Array} bytes
 * @param {number} at where a block of 64 begins
 */
function takeIn(state, words, bytes, at) {
  const block = new DataView(bytes.buffer, bytes.byteOffset + at, 64)
  for (let index = 0; index < 16; index += 1) words[index] = block.getUint32(index * 4)
  for (let index = 16; index < 64; index += 1) {
    const early = word(words, index - 15)
    const late = word(words, index - 2)
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[index] = word(words, index - 16) + one + word(words, index - 7) + two
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index += 1) {
    const chosen = (e & f) ^ (~e & g)
    const most = (a & b) ^ (a & c) ^ (b & c)
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + word(rounds, index) + word(words, index)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (const [index, value] of added.entries()) state[index] = word(state, index) + value
}

/**
 * @param {Uint32Array} list
 * @param {number} index
 */
const word = (list, index) => list[index] ?? 0

/**
 * @param {number} value
 * @param {number} by bits to the right
 */
const turned = (value, by) => (value >>> by) | (value << (32 - by))
