import { useEffect, useState } from 'react'
import type { Allowance, Undone } from '../../../artefacts/edit-rule'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import type { OpenSession } from '../../../sync/session'

interface UndoneNoticeProps {
  session: Pick<OpenSession<unknown>, 'onUndone'>
  /** What the running step lets one do; empty where none runs. */
  may: readonly Allowance[]
}

/** A change of one's own was taken back by the server: why, and what one may do instead. */
export function UndoneNotice({ session, may }: UndoneNoticeProps) {
  const t = useTranslate('takingPart')
  const words = useTranslate('workshops')
  const [what, setWhat] = useState<readonly Undone[]>([])
  useEffect(() => session.onUndone((undone) => setWhat([...new Set(undone)])), [session])
  return (
    // There from the start, so that what comes into it is read out.
    <div role="status">
      {what.length > 0 ? (
        <div className="my-2">
          <Notice tone="caution" title={t('undone.title')}>
            <p>
              {what.map((one) => t(`undone.${one}`)).join(' ')}{' '}
              {may.length > 0 ? t('undone.may', { list: may.map((one) => words(`allowance.${one}`)).join(', ') }) : ''}
            </p>
            <Button size="small" className="mt-3 min-h-11" onPress={() => setWhat([])}>
              {t('undone.dismiss')}
            </Button>
          </Notice>
        </div>
      ) : null}
    </div>
  )
}
