import { useMemo } from 'react'
import type { Suggester } from '../../../suggesting'
import { useRight } from '../../../shared/use-artefact'
import type { Agreement } from '../../model/content'
import { listSuggestions } from '../../model/suggestions'
import { countByClause } from '../../model/suggestions/narrow'
import type { AgreementSession } from '../agreement-session'
import { useRefused } from './refused-notice'
import type { SuggestingDesk } from './suggesting-desk'
import { createWritingMode } from './writing-mode'

const nobody: Suggester = { key: '', name: '', organisation: '' }

/** Everything about suggesting that the view of an agreement hands on to its parts. */
export function useSuggesting(session: AgreementSession, content: Agreement, me: Suggester = nobody) {
  // A page is first shown with what it was sent with, and then with the live session: each knows its own right.
  const mode = useMemo(() => createWritingMode(session, me.key), [session, me.key])
  const right = useRight(session)
  const refused = useRefused()
  const { say } = refused
  const desk: SuggestingDesk = useMemo(() => ({ me, mode, refuse: say }), [me, mode, say])
  const suggestions = useMemo(() => listSuggestions(content), [content])
  const counts = useMemo(() => countByClause(suggestions), [suggestions])
  const may = right === 'edit' ? 'decide' : right === 'comment' ? 'withdraw' : 'look'
  return { desk, mode, refused, suggestions, counts, may, me } as const
}

export type SuggestingView = ReturnType<typeof useSuggesting>
