import { Hand } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import { postForm } from '../../latest-sender'
import { barButton } from './bar-button'
import { useSender } from './use-sender'

interface HandButtonProps {
  workshopId: string
  /** As the server said last. */
  raised: boolean
  /** The server has taken what was wished: what it says from now on counts. */
  onMoved(): void
}

/** One's hand, up until it is taken down, here or by the facilitator. */
export function HandButton({ workshopId, raised, onMoved }: HandButtonProps) {
  const t = useTranslate('takingPart')
  const [wish, setWish] = useState<{ up: boolean } | undefined>(undefined)
  const { give, state } = useSender(async (up: boolean) => {
    const outcome = await postForm(`/workshops/${workshopId}/hand`, { raised: up ? 'yes' : 'no' })
    if (outcome === 'taken') onMoved()
    return outcome
  })
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
          setWish({ up: !up })
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
