import { useState } from 'react'
import { Button } from '../../../../components/button'
import { ConfirmDialog } from '../../../../components/dialog'
import type { Translate } from '../../../kind'
import type { Suggestion } from '../../model/suggestions'

interface DecideOnManyProps {
  suggestions: readonly Suggestion[]
  /** Of which they are all: nothing for those that a list shows. */
  of?: { kind: 'place' | 'author' | 'organisation'; name: string; headingId: string }
  t: Translate
  onDecide(made: 'accepted' | 'rejected'): void
}

/** Accepts or rejects several suggestions in one step, once one has been told how many they are. */
export function DecideOnMany({ suggestions, of, t, onDecide }: DecideOnManyProps) {
  const [asked, setAsked] = useState<'accepted' | 'rejected'>()
  const count = suggestions.length
  const described = of ? { 'aria-describedby': of.headingId } : {}
  return (
    <div className="flex flex-wrap gap-2">
      <Button {...described} size="small" className="min-h-11!" onPress={() => setAsked('accepted')}>
        {of ? t(`suggestions.acceptAll.${of.kind}`) : t('suggestions.acceptShown', { count })}
      </Button>
      <Button {...described} size="small" variant="quiet" className="min-h-11!" onPress={() => setAsked('rejected')}>
        {of ? t(`suggestions.rejectAll.${of.kind}`) : t('suggestions.rejectShown', { count })}
      </Button>
      {asked ? (
        <AskAboutMany {...{ asked, count, t, onDecide }} of={of?.name} onClose={() => setAsked(undefined)} />
      ) : null}
    </div>
  )
}

interface AskAboutManyProps extends Pick<DecideOnManyProps, 't' | 'onDecide'> {
  asked: 'accepted' | 'rejected'
  count: number
  /** The clause, the person or the organisation. */
  of: string | undefined
  onClose(): void
}

/** Asks before several suggestions are decided on: how many, and of what. */
export function AskAboutMany({ asked, count, of, t, onDecide, onClose }: AskAboutManyProps) {
  return (
    <ConfirmDialog
      title={t(`suggestions.ask.${asked}`, { count })}
      isOpen
      onOpenChange={onClose}
      confirmLabel={t(asked === 'accepted' ? 'suggestion.accept' : 'suggestion.reject')}
      onConfirm={() => onDecide(asked)}
    >
      {of === undefined ? null : <p className="mb-2 font-semibold break-words">{of}</p>}
      <p>{t('suggestions.ask.explained')}</p>
    </ConfirmDialog>
  )
}
