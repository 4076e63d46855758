import { register } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import type { AppLoadContext } from 'react-router'
import routes from '../../../app/routes'
import { projectRoot } from '../../../server/setup/project-paths'
import type { LiveProject, Place, Role } from './live-project'

const withoutStyles = `export const load = (url, context, next) =>
  url.endsWith('.css') ? { format: 'module', source: '', shortCircuit: true } : next(url, context)`

// Pages bring their styles along, which Node itself cannot read.
register(`data:text/javascript,${encodeURIComponent(withoutStyles)}`)

/** Every address of the app as app/routes.ts lists it; the front page is the empty one. */
export const listedRoutes: readonly { path: string; file: string }[] = (routes as RouteConfigEntry[]).map(
  ({ path: address = '', file }) => ({ path: address, file }),
)

type Handler = (args: { request: Request; params: Record<string, string>; context: AppLoadContext }) => unknown

/** What a visit or a post answers: a status; a redirect with where to, without what is variable in it. */
export async function answerOf(
  { services }: LiveProject,
  { file }: { file: string },
  place: Place,
  role: Role,
  address: string,
  form?: Record<string, string>,
): Promise<string> {
  const module = (await import(pathToFileURL(path.join(projectRoot, 'app', file)).href)) as {
    loader?: Handler
    action?: Handler
  }
  const handler = form ? module.action : module.loader
  if (!handler) return 'nothing'
  const cookie = place.cookies[role]
  const url = new URL(address, services.settings.baseUrl)
  const headers = { origin: url.origin, ...(cookie ? { cookie } : {}) }
  const request = form
    ? new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) })
    : new Request(url, { headers })
  const context = { services, address: '192.0.2.1', nonce: 'nonce' }
  try {
    return statusOf(await handler({ request, params: paramsOf(place), context }))
  } catch (thrown) {
    return statusOf(thrown)
  }
}

/** What a page is sent with, as one text; undefined where it shows nothing to this one. */
export async function visit(
  { services }: LiveProject,
  { file, path: address }: { file: string; path: string },
  place: Place,
  cookie: string | undefined,
): Promise<string | undefined> {
  const module = (await import(pathToFileURL(path.join(projectRoot, 'app', file)).href)) as { loader?: Handler }
  const headers: Record<string, string> = cookie ? { cookie } : {}
  const request = new Request(new URL(address, services.settings.baseUrl), { headers })
  const context = { services, address: '192.0.2.1', nonce: 'nonce' }
  try {
    const answer = await module.loader?.({ request, params: paramsOf(place), context })
    return answer instanceof Response ? await answer.text() : JSON.stringify(answer)
  } catch {
    return undefined
  }
}

/** Ids that name nothing. */
const nothing = { packageId: '0123456789abcdef', publicationId: '0123456789abcdef' }

/** The parameters of all routes; each takes those that it knows. */
function paramsOf({ projectId, artefactId, workshopId, proposalId }: Place): Record<string, string> {
  return { projectId, artefactId, workshopId, proposalId, number: '1', file: 'export.json', code: 'ZZZZZZ', token: 'A'.repeat(43), ...nothing }
}

function statusOf(answer: unknown): string {
  if (answer instanceof Response) {
    const { pathname } = new URL(answer.headers.get('location') ?? '/', 'http://server')
    if (answer.status < 300 || answer.status >= 400) return String(answer.status)
    return pathname === '/sign-in' ? 'sign in' : 'elsewhere'
  }
  const init = (answer as { init?: { status?: number } } | undefined)?.init
  if (init && 'data' in (answer as object)) return String(init.status ?? 200)
  if (answer instanceof Error) return `fails: ${answer.message}`
  return '200'
}
