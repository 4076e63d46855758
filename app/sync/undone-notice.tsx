import { useEffect, useState } from 'react'
import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useTranslate } from '../i18n/use-translate'
import { Bar } from './notice-parts'
import type { OpenRoom, Undone } from './session'

/** What the server has taken back of what one did here, and why: until one has read it. */
export function UndoneNotice({ session }: { session: OpenRoom<unknown> }) {
  const t = useTranslate('sync')
  const [undone, setUndone] = useState<readonly Undone[]>([])
  useEffect(
    () => session.onUndone((what) => setUndone((before) => [...new Set([...before, ...what])])),
    [session],
  )
  return (
    // There from the start, so that what comes into it is read out.
    <div role="status">
      {undone.length > 0 ? (
        <Bar>
          <Notice tone="caution" title={t('undone.title')}>
            <ul className="list-disc pl-5">
              {undone.map((why) => (
                <li key={why}>{t(`undone.${why}`)}</li>
              ))}
            </ul>
            <div className="mt-3">
              <Button size="small" onPress={() => setUndone([])}>
                {t('undone.close')}
              </Button>
            </div>
          </Notice>
        </Bar>
      ) : null}
    </div>
  )
}
