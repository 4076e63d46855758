import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type AppLoadContext, type EntryContext } from 'react-router'

/** How long a page may take to render before it is given up, in milliseconds. */
export const streamTimeout = 10_000

/**
 * Renders a page whole before it is sent: no loader here defers, and an artefact's content is to stand in
 * the page itself, readable without a script.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  return new Promise((resolve, reject) => {
    let responseStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={loadContext.nonce} />,
      {
        nonce: loadContext.nonce,
        // React holds larger parts back, hidden until a script shows them; here the page goes out whole.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        onAllReady() {
          clearTimeout(timer)
          const body = new PassThrough()
          pipe(body)
          // In one piece: for each piece that has to wait, a listener stays with `compression` until the page is sent.
          buffer(body).then((page) => resolve(new Response(page, { status: responseStatus, headers })), reject)
        },
        onShellError: reject,
        onError(error) {
          responseStatus = 500
          loadContext.services.log.error('page.render', error)
        },
      },
    )
    const timer = setTimeout(() => abort(new Error('The page took too long to render')), streamTimeout)
  })
}

/** Unexpected faults of loaders and actions: the log has the cause, the person gets plain words. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (!request.signal.aborted) context.services.log.error('page.request', error)
}
