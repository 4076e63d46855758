import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import type { AgreementReached } from '../agreement-reached.server'

/** How far the organisations agree on what is about to be proposed. Warns, and bars nothing. */
export function ReachedNotice({ address, reached }: { address: string; reached: AgreementReached }) {
  const t = useTranslate('approvals')
  const { clauses, disputed, missing, positions, objecting, unconfirmed } = reached
  const isAgreed = disputed === 0 && missing === 0 && unconfirmed.length === 0
  return (
    <Notice tone={isAgreed ? 'positive' : 'caution'} title={t('propose.agreement')}>
      {isAgreed ? <p>{t('propose.agreed')}</p> : null}
      {disputed > 0 ? <p>{t('propose.disputed', { count: disputed, of: clauses })}</p> : null}
      {missing > 0 ? <p>{t('propose.missing', { count: missing, of: positions })}</p> : null}
      {objecting.length > 0 ? <p>{t('propose.objecting', { names: objecting.join(', ') })}</p> : null}
      {unconfirmed.length > 0 ? <p>{t('propose.unconfirmed', { names: unconfirmed.join(', ') })}</p> : null}
      {isAgreed ? null : <p>{t('propose.mayStill')}</p>}
      <a href={address} target="_blank" rel="noopener" className="inline-flex min-h-9 items-center">
        {t('propose.seePositions')}
      </a>
    </Notice>
  )
}
