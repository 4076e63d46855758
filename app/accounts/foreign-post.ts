/** As much of a request as the question needs; Fetch's Request fits, and an Express request with a small wrapper. */
export interface AskingRequest {
  method: string
  headers: { get(name: string): string | null }
}

const readingMethods = ['GET', 'HEAD', 'OPTIONS']
// The last is no form's: a page elsewhere could send it only after asking, and is not answered.
const ownTypes = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json',
  'application/octet-stream',
]

/**
 * Whether a request that changes something does not come from a page of this server: a form elsewhere, a
 * sandboxed frame (`Origin: null`), or no browser's page at all. `baseUrl` decides what "this server" is;
 * the Host header does not, as a proxy may pass on any.
 */
export function isForeignPost(request: AskingRequest, baseUrl: string): boolean {
  if (readingMethods.includes(request.method.toUpperCase())) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return true
  if (request.headers.get('origin') !== new URL(baseUrl).origin) return true
  const type = request.headers.get('content-type')
  return type !== null && !ownTypes.includes(type.split(';')[0]?.trim().toLowerCase() ?? '')
}
