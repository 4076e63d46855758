const schemes = new Set(['http:', 'https:', 'mailto:'])

// Longer than any address people share, shorter than what some readers of PDF and Word files stop at.
const longestLink = 2000

/**
 * The address as it may be linked to: an absolute http, https or mailto address. Everything else, such as
 * `javascript:`, `file:`, `//host`, or an address hidden by white space or control characters, gives undefined.
 */
export function safeLink(value: string): string | undefined {
  const trimmed = value.trim()
  // eslint-disable-next-line no-control-regex
  if (trimmed.length > longestLink || /[\u0000-\u0020\u007f-\u00a0\\]/.test(trimmed)) return undefined
  if (!/^(https?:\/\/[^/]|mailto:[^/])/i.test(trimmed)) return undefined
  if (!URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  return schemes.has(url.protocol) ? url.href : undefined
}
