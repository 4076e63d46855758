import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { ArtefactSession } from '../../../sync/session'
import { arrange, type Arrangement } from '../model/arrangement'
import type { ServiceBlueprint } from '../model/content'

type Session = ArtefactSession<ServiceBlueprint>

/** The content as a grid; cells that did not change stay the same objects from one change to the next. */
export function useArrangement(session: Session): Arrangement {
  const store = useMemo(() => createArrangementStore(session), [session])
  const subscribe = useCallback((listener: () => void) => session.onContent(listener), [session])
  return useSyncExternalStore(subscribe, store.now, store.initial)
}

function createArrangementStore(session: Session) {
  let content: ServiceBlueprint | undefined
  let arrangement: Arrangement | undefined
  let initial: Arrangement | undefined
  return {
    now: (): Arrangement => {
      const latest = session.content()
      if (!arrangement || latest !== content) arrangement = arrange(latest, arrangement)
      content = latest
      return arrangement
    },
    initial: (): Arrangement => (initial ??= arrange(session.initialContent())),
  }
}
