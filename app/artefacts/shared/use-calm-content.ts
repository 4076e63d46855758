import { startTransition, useEffect, useState } from 'react'
import type { ArtefactSession } from '../../sync/session'

/** How long what stands beside a text may lag behind it (ms). */
const lag = 200

/**
 * The content for what stands beside a text that somebody writes in an editor of its own: it follows a moment behind, in
 * between, so that no key ever waits for an outline or a count.
 */
export function useCalmContent<Content>(session: ArtefactSession<Content>): Content {
  const [content, setContent] = useState(() => session.initialContent())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = () => {
      timer = undefined
      startTransition(() => setContent(session.content()))
    }
    const stop = session.onContent(() => {
      timer ??= setTimeout(take, lag)
    })
    take()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
  return content
}
