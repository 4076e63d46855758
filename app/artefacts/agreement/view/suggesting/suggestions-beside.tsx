import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../../i18n/languages'
import type { Translate } from '../../../kind'
import type { PlacedClause } from '../../model/clauses'
import type { Suggestion } from '../../model/suggestions'
import type { AgreementSession } from '../agreement-session'
import type { OpenEditor } from '../editor/create-editor'
import { RefusedNotice } from './refused-notice'
import { SuggestionsTab } from './suggestions-tab'
import type { SuggestingView } from './use-suggesting'
import { useIsSuggesting, type WritingMode } from './writing-mode'

interface SuggestionsBesideProps {
  session: AgreementSession
  suggesting: SuggestingView
  placed: readonly PlacedClause[]
  open: OpenEditor | undefined
  language: Language
  t: Translate
  /** Begins a comment on what is selected; undefined where one may not. */
  onComment: (() => void) | undefined
}

/** What the view shows of suggestions beside the text: their list in the panel, and what is said of suggesting. */
export function SuggestionsBeside({ session, suggesting, placed, open, language, t, onComment }: SuggestionsBesideProps) {
  const { suggestions, may, me, refused, mode } = suggesting
  const go = ({ id }: Suggestion) => {
    if (!open?.goToSuggestion(id)) showInText(id)
  }
  return (
    <>
      <SuggestionsTab {...{ session, suggestions, placed, may, language, t }} ownKey={me.key} onGo={go} />
      <RefusedNotice refused={refused} t={t} onComment={onComment} />
      <ModeSaid mode={mode} t={t} />
    </>
  )
}

/** In the page as it is read. */
function showInText(id: string): void {
  const place = document.querySelector<HTMLElement>(`[data-suggestion="${CSS.escape(id)}"]`)
  if (!place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
}

/** Says it when one goes over to suggesting, or back. */
function ModeSaid({ mode, t }: { mode: WritingMode; t: Translate }) {
  const isSuggesting = useIsSuggesting(mode)
  const before = useRef(isSuggesting)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (before.current === isSuggesting) return
    before.current = isSuggesting
    setSaid(t(isSuggesting ? 'mode.nowSuggesting' : 'mode.nowWriting'))
  }, [isSuggesting, t])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
