import { Megaphone } from 'lucide-react'
import { Button } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import type { Following } from './use-following'

/** The facilitator asks everybody somewhere: one goes, or stays. */
export function CallNotice({ following }: { following: Following }) {
  const t = useTranslate('takingPart')
  const { call, go, stay } = following
  return (
    <div role="status">
      {call ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
          <p className="flex min-w-0 flex-1 basis-56 items-center gap-2">
            <Megaphone aria-hidden className="size-5 shrink-0 text-accent" />
            <span className="min-w-0">{t('call.asks', { by: call.by, title: call.title })}</span>
          </p>
          <div className="flex gap-2 max-sm:flex-1 max-sm:*:flex-1">
            <Button variant="primary" onPress={go}>
              {t('call.go')}
            </Button>
            <Button onPress={stay}>{t('call.stay')}</Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
