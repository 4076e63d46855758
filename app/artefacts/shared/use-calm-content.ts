import { startTransition, useEffect, useState } from 'react'
import type { ArtefactSession } from '../../sync/session'
import { calmly } from './calmly'

/**
 * The content for what stands beside a text that somebody writes in an editor of its own: it follows a moment behind, in
 * between, so that no key ever waits for an outline or a count.
 */
export function useCalmContent<Content>(session: ArtefactSession<Content>): Content {
  const [content, setContent] = useState(() => session.initialContent())
  useEffect(() => {
    const take = () => startTransition(() => setContent(session.content()))
    const calm = calmly(take)
    const stop = session.onContent(calm.soon)
    take()
    return () => {
      stop()
      calm.stop()
    }
  }, [session])
  return content
}
