import { MessageSquarePlus, X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Button } from '../../../../components/button'
import { IconButton } from '../../../../components/icon-button'
import type { Translate } from '../../../kind'
import type { Refusal } from '../editor/suggesting/work'

export interface Refused {
  refused: readonly Refusal[]
  say(refusals: ReadonlySet<Refusal>): void
  dismiss(): void
}

/** What could not be suggested last. */
export function useRefused(): Refused {
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const say = useCallback((refusals: ReadonlySet<Refusal>) => {
    setRefused((before) => (refusals.size === 0 && before.length === 0 ? before : [...refusals]))
  }, [])
  const dismiss = useCallback(() => setRefused([]), [])
  return { refused, say, dismiss }
}

interface RefusedNoticeProps {
  refused: Refused
  t: Translate
  /** Says in a comment what cannot be suggested; undefined where one may not. */
  onComment: (() => void) | undefined
}

/** Why something cannot be suggested, with a way on. */
export function RefusedNotice({ refused: { refused, dismiss }, t, onComment }: RefusedNoticeProps) {
  const [first] = refused
  const comment = () => {
    dismiss()
    onComment?.()
  }
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 bottom-4 z-30 flex justify-center">
      {first === undefined ? null : (
        <div className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border border-caution bg-caution-soft py-1.5 pr-1.5 pl-4 shadow-floating">
          <p className="min-w-0 break-words">{t(`refused.${first}`)}</p>
          {onComment && first !== 'confirm' ? (
            <Button size="small" variant="quiet" className="shrink-0 pointer-coarse:min-h-11" onPress={comment}>
              <MessageSquarePlus aria-hidden className="size-4" />
              {t('toolbar.comment')}
            </Button>
          ) : null}
          <IconButton label={t('removed.dismiss')} icon={X} onPress={dismiss} />
        </div>
      )}
    </div>
  )
}
