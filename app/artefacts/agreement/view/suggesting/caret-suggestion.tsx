import { Check, X } from 'lucide-react'
import type { Language } from '../../../../i18n/languages'
import { Button } from '../../../../components/button'
import { sayMoment } from '../../../../workshops/wall-time'
import type { Translate } from '../../../kind'
import type { Suggestion } from '../../model/suggestions'
import { actWords, whoWords } from './suggestion-words'
import type { Decisions } from './use-decisions'

interface CaretSuggestionProps {
  /** Undefined while the caret is in none. */
  suggestion: Suggestion | undefined
  may: 'decide' | 'withdraw' | 'look'
  ownKey: string
  decisions: Decisions
  language: Language
  t: Translate
}

/**
 * Who suggests what the caret is in, and when: seen and read out, without a mouse. It hangs below the tools over the text,
 * so that the lines stay where they are under the pointer.
 */
export function CaretSuggestion({ suggestion, may, ownKey, decisions, language, t }: CaretSuggestionProps) {
  const isOwn = suggestion?.by.author === ownKey
  return (
    <div className={suggestion ? hanging : ''}>
      <p role="status" className={suggestion ? 'px-2 py-1' : 'sr-only'}>
        {suggestion
          ? `${actWords(suggestion, t)}: ${whoWords(suggestion) || t('suggestion.nobody')}, ${sayMoment(new Date(suggestion.by.at), language)}`
          : ''}
      </p>
      {suggestion && may === 'decide' ? (
        <>
          <Button size="small" className="pointer-coarse:min-h-11" onPress={() => decisions.decide([suggestion.id], 'accepted')}>
            <Check aria-hidden className="size-4" />
            {t('suggestion.accept')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            className="pointer-coarse:min-h-11"
            onPress={() => decisions.decide([suggestion.id], 'rejected')}
          >
            <X aria-hidden className="size-4" />
            {t('suggestion.reject')}
          </Button>
        </>
      ) : suggestion && may === 'withdraw' && isOwn ? (
        <Button size="small" variant="quiet" onPress={() => decisions.decide([suggestion.id], 'withdrawn')}>
          <X aria-hidden className="size-4" />
          {t('suggestion.withdraw')}
        </Button>
      ) : null}
    </div>
  )
}

const hanging =
  'absolute top-full right-0 mt-1 flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-caution ' +
  'bg-caution-soft p-1 text-sm shadow-raised'
