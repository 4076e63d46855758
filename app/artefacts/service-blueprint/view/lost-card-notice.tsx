import { useSyncExternalStore } from 'react'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useBlueprint } from './blueprint-context'
import type { LostCardStore } from './lost-card'

/** Says that somebody removed the card one was writing on, shows what it said, and offers to put it back. */
export function LostCardNotice({ store }: { store: LostCardStore }) {
  const { t, acts, canEdit } = useBlueprint()
  const card = useSyncExternalStore(store.subscribe, store.lost, () => undefined)
  if (!card) return null
  return (
    <div className="mx-3 mb-2 sm:mx-5">
      <Notice tone="caution" role="alert" title={t('lost.title')}>
        <p className="mt-1 max-h-40 max-w-prose overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
          {card.text}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {canEdit ? (
            <Button
              size="small"
              variant="primary"
              onPress={() => {
                store.dismiss()
                acts.addCardAgain(card)
              }}
            >
              {t('lost.again')}
            </Button>
          ) : null}
          <Button size="small" onPress={store.dismiss}>
            {t('lost.dismiss')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
