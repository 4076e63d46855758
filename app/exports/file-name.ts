import { plainLine } from '../lib/plain-text'

// Long enough for any title people give; with the ending it stays under the 255 bytes of every file system.
const longestName = 90

/** Letters that lose their marks when only ASCII is allowed, and those that do not come apart by themselves. */
const asciiLetters: Record<string, string> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l' }

function hyphenated(words: string): string {
  const joined = plainLine(words)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
  return [...joined].slice(0, longestName).join('').replace(/^-+|-+$/g, '')
}

/**
 * A file name that says what is in the file: "Kumppanuussopimus, Haapavesi" in version 3 becomes
 * `kumppanuussopimus-haapavesi-v3.pdf`. The letters of its language stay; nothing that steers a path does.
 * `state` is the version's number, or the word for a draft.
 */
export function exportFileName(title: string, state: number | string, extension: string): string {
  const stem = hyphenated(title) || 'tahto'
  const ending = typeof state === 'number' ? `v${state}` : hyphenated(state)
  return `${[stem, ending].filter(Boolean).join('-')}.${extension}`
}

function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\u0020-\u007e]/gu, (letter) => asciiLetters[letter] ?? '_')
    .replace(/["\\%]/g, '_')
}

/** Words as a part of a file name that any system takes: ASCII letters, digits and hyphens. May be empty. */
export function asciiName(words: string): string {
  return toAscii(hyphenated(words)).replace(/[^a-z0-9-]+/g, '').replace(/^-+|-+$/g, '')
}

/** The value of a Content-Disposition header that saves the file under this name (RFC 6266, RFC 8187). */
export function contentDisposition(fileName: string): string {
  const encoded = encodeURIComponent(plainLine(fileName)).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${toAscii(plainLine(fileName))}"; filename*=UTF-8''${encoded}`
}
