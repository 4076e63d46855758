/**
 * Where to go after signing in or changing the language: a path of this server, or `fallback` for anything
 * that a browser could read as another host.
 */
export function safeReturn(value: string | null | undefined, fallback = '/'): string {
  // eslint-disable-next-line no-control-regex
  if (!value || value.length > 2000 || !/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\\]/.test(value))
    return fallback
  const base = 'http://tahto.invalid'
  if (!URL.canParse(value, base)) return fallback
  const url = new URL(value, base)
  // "/.//host" is read as the path "//host", which a browser then takes for a host.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
