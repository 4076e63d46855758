import { lazy } from 'react'
import { useSidePanel } from '../../../shared/side-panel'
import { SideTab } from '../../../shared/side-tab'
import type { Suggestion } from '../../model/suggestions'
import type { SuggestionsListProps } from './suggestions-list'

// Only once it is opened.
const SuggestionsList = lazy(() => import('./suggestions-list'))

/** The list of suggestions in the side panel. */
export function SuggestionsTab(props: SuggestionsListProps) {
  const { suggestions, t, onGo } = props
  const panel = useSidePanel()
  const go = (suggestion: Suggestion) => {
    if (!panel?.isOver()) return onGo(suggestion)
    // A drawer holds the focus until it is gone.
    panel.close()
    requestAnimationFrame(() => requestAnimationFrame(() => onGo(suggestion)))
  }
  return (
    <SideTab
      id="suggestions"
      name={t('suggestions.name')}
      count={suggestions.length}
      countWords={t('suggestions.open', { count: suggestions.length })}
    >
      {() => <SuggestionsList {...props} onGo={go} />}
    </SideTab>
  )
}
