import { isRouteErrorResponse } from 'react-router'

/** What a page within another is asked for at: the browser then answers null while the server is out of reach. */
const within = 'within'

/** What a post answers in the browser when it has not come to the server, as far as can be known. */
export const notSent = { notSent: true } as const

export type NotSent = typeof notSent

/** The address of a page whose data another page shows a part of. */
export function addressWithin(page: string): string {
  return `${page}?${within}`
}

/**
 * For a `clientLoader`: a page that somebody goes to has an error page of its own, but a part of another page must not
 * take that page away while the network is gone for a moment. Null then.
 */
export async function loadedWithin<Data>(request: Request, ask: () => Promise<Data>): Promise<Data | null> {
  if (!new URL(request.url).searchParams.has(within)) return ask()
  try {
    return await ask()
  } catch (error) {
    if (isAnswer(error)) throw error
    return null
  }
}

/** For a `clientAction`: what was being written stays on the screen where the post did not get through. */
export async function sent<Data>(post: () => Promise<Data>): Promise<Data | NotSent> {
  try {
    return await post()
  } catch (error) {
    if (isAnswer(error)) throw error
    return notSent
  }
}

/** The server has said something about the request: a redirection, or that it is refused. */
function isAnswer(error: unknown): boolean {
  return error instanceof Response || (isRouteErrorResponse(error) && error.status < 500 && error.status !== 429)
}
