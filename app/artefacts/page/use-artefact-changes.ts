import { useCallback, useMemo } from 'react'
import { useOpenRoom, type PageContent } from '../../sync/use-open-room'
import { usePageChanges } from '../../sync/use-session'
import type { OpenRoom, OpenSession } from '../../sync/session'
import { loadKind, type KindId } from '../registry'

interface Listening {
  artefactId: string
  kind: KindId
  /** Whose copy on this device it is: `user:ID`. */
  participantKey: string
}

/**
 * Counts how often what is known of an artefact beside its content has changed while the component is there: a decision,
 * a version put to the parties, a lock. For pages that show no content; those that do have `usePageChanges`.
 */
export function useArtefactChanges({ artefactId, kind, participantKey }: Listening): number {
  const load = useCallback(async () => {
    const [{ openSession }, { loadSuggesting }] = await Promise.all([import('../../sync/open-session'), loadKind(kind)])
    return (page: PageContent<null>) =>
      openSession<null>({ ...page, artefactId, participantKey, kind: { read: () => null }, suggests: loadSuggesting !== undefined })
  }, [artefactId, kind, participantKey])
  const named = useCallback((room: OpenRoom<null>): OpenSession<null> => ({ ...room, artefactId }), [artefactId])
  const nothing = useMemo((): PageContent<null> => ({ initialContent: null, initialRight: 'see' }), [])
  return usePageChanges(useOpenRoom(nothing, load, named))
}
