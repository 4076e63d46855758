import { Hand } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import { postForm } from '../latest-sender'
import { barButton } from './bar-button'
import { useSender } from './use-sender'

/** One's hand, up until it is taken down, here or by the facilitator. */
export function HandButton({ workshopId, raised }: { workshopId: string; raised: boolean }) {
  const t = useTranslate('takingPart')
  const [wish, setWish] = useState<{ up: boolean; than: boolean } | undefined>(undefined)
  const { give, state } = useSender((up: boolean) =>
    postForm(`/workshops/${workshopId}/hand`, { raised: up ? 'yes' : 'no' }),
  )
  // What the server says since is newer than what was wished.
  if (wish && state === 'taken' && raised === wish.up) setWish(undefined)
  const up = wish && state !== 'refused' ? wish.up : raised
  return (
    <>
      <button
        type="button"
        aria-pressed={up}
        className={barButton}
        onClick={() => {
          setWish({ up: !up, than: raised })
          give(!up)
        }}
      >
        <Hand aria-hidden className="size-5 shrink-0" />
        <span className="max-sm:sr-only">{t('hand.name')}</span>
      </button>
      <span role="status" className="sr-only">
        {state === 'waiting' ? t('hand.waiting') : wish ? t(up ? 'hand.up' : 'hand.down') : ''}
      </span>
    </>
  )
}
