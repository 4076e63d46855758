import { X } from 'lucide-react'
import { Button } from '../../../components/button'
import { IconButton } from '../../../components/icon-button'
import type { Translate } from '../../kind'

/** What was done last, with a way back at hand. */
export interface Done {
  /** As long as undoing brings just that back. */
  words: string | undefined
  /** Undefined where nothing was done that could be undone. */
  undo: (() => void) | undefined
  dismiss(): void
}

export function DoneNotice({ done: { words, undo, dismiss }, t }: { done: Done; t: Translate }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 bottom-4 z-30 flex justify-center">
      {words === undefined ? null : (
        <div className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-floating">
          <p className="min-w-0 break-words">{words}</p>
          {undo ? (
            <Button size="small" variant="quiet" onPress={undo}>
              {t('removed.undo')}
            </Button>
          ) : null}
          <IconButton label={t('removed.dismiss')} icon={X} onPress={dismiss} />
        </div>
      )}
    </div>
  )
}
