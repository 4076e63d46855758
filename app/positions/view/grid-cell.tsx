import { memo } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { Stance } from '../model/stance'
import { StanceMark } from './stance-mark'

interface GridCellProps {
  /** What the grid knows it by. */
  place: string
  stance: Stance
  isEarlier: boolean
  /** Tab comes to it. */
  isActive: boolean
  showWords: boolean
}

/**
 * Where one organisation stands on one clause. There may be thousands, of which most say nothing yet: those are as light as
 * they can be, and each is drawn anew only where it changes.
 */
export const GridCell = memo(function GridCell({ place, stance, isEarlier, isActive, showWords }: GridCellProps) {
  const t = useTranslate('positions')
  const isBare = stance === 'none' && !showWords
  return (
    <td className="border-b border-l border-line p-0 text-center group-hover:bg-sunken">
      <button
        type="button"
        data-at={place}
        tabIndex={isActive ? 0 : -1}
        aria-label={isBare ? t('stance.none') : undefined}
        className={`flex min-h-10 w-full cursor-pointer items-center px-1.5 py-1 -outline-offset-2 ${showWords ? '' : 'justify-center'}`}
      >
        {isBare ? (
          <span aria-hidden className="font-bold text-ink-soft">
            –
          </span>
        ) : (
          <StanceMark stance={stance} isEarlier={isEarlier} showWords={showWords} />
        )}
      </button>
    </td>
  )
})
