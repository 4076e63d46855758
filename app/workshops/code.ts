// No letter or digit that is taken for another when read aloud, off a wall or in handwriting:
// 0 O Q, 1 I L, 2 Z, 5 S, 8 B, and V beside U and W.
const alphabet = 'ACDEFGHJKMNPRTUWXY34679'

export const codeLength = 6

/** A new code: each of the 148 million is as likely as any other. */
export function newCode(): string {
  let code = ''
  while (code.length < codeLength) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    // 253 is the largest multiple of 23 in a byte.
    if (byte < 253) code += alphabet[byte % alphabet.length]
  }
  return code
}

/**
 * The code that somebody meant: letter case, spaces and dashes do not matter, nor does a whole pasted address
 * that ends with it. Null for what cannot be a code.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 500) return null
  const last =
    typed
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  const code = last.toUpperCase().replace(/[\s\-–—_.]/g, '')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** In two halves, as it is easiest to read and to say. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
