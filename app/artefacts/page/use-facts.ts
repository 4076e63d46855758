import { useEffect, useState } from 'react'
import type { OpenSession } from '../../sync/session'
import { usePageChanges } from '../../sync/use-session'
import { askForFacts, type ArtefactFacts } from './facts'
import type { ArtefactPageData } from './load.server'

// Three hundred who hear of a lock in the same instant do not all ask in that instant.
const spread = 1_000
const again = 10_000

/**
 * The page's data with what has changed beside the content since. The loader is not asked again for it: it would send
 * the whole content, and put an error in the place of unsaved work where it cannot be reached.
 */
export function useFacts(data: ArtefactPageData, session: OpenSession<unknown>): ArtefactPageData {
  const changes = usePageChanges(session)
  const [fresh, setFresh] = useState<{ than: ArtefactPageData; facts: ArtefactFacts } | undefined>(undefined)
  useEffect(() => {
    if (changes === 0) return undefined
    let timer: ReturnType<typeof setTimeout>
    let over = false
    const ask = async () => {
      const answer = await askForFacts(data.artefact.id)
      if (over) return
      if (answer.outcome === 'known') setFresh({ than: data, facts: answer.facts })
      else if (answer.outcome === 'unreachable') timer = setTimeout(() => void ask(), again)
    }
    timer = setTimeout(() => void ask(), Math.random() * spread)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [changes, session, data])
  // What the loader has sent since, after an act of one's own, is newer.
  if (fresh?.than !== data) return data
  const { title, locked, suggestOnly, ...facts } = fresh.facts
  return { ...data, artefact: { ...data.artefact, title, locked, suggestOnly }, ...facts }
}
