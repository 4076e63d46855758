import { useState } from 'react'
import { Button, ButtonLink } from '../components/button'
import { Notice } from '../components/notice'
import { useTranslate } from '../i18n/use-translate'
import { Bar, Discard } from './notice-parts'
import type { Offer, OpenSession } from './session'
import { goesWithThePage } from './session-state'
import { useSessionStatus } from './use-session'

/** What becomes of edits that cannot be merged: told at once, and for as long as it takes. */
export function OfferNotice({ session }: { session: OpenSession<unknown> }) {
  const { offer } = useSessionStatus(session)
  switch (offer.kind) {
    case 'none':
      return null
    case 'sending':
      return <Sending session={session} />
    case 'failed':
      return <Failed session={session} why={offer.why} />
    case 'kept':
      return <Kept artefactId={session.artefactId} offer={offer} />
  }
}

function Sending({ session }: { session: OpenSession<unknown> }) {
  const t = useTranslate('sync')
  return (
    <Bar>
      <Notice tone="caution" title={t('offer.sending.title')} role="status">
        <p>
          {t('offer.sending.detail')} <Where session={session} />
        </p>
      </Notice>
    </Bar>
  )
}

/** Where the edits are meanwhile. */
function Where({ session }: { session: OpenSession<unknown> }) {
  const t = useTranslate('sync')
  const { unsent } = useSessionStatus(session)
  return t(goesWithThePage(unsent) ? 'offer.inPage' : 'offer.onDevice')
}

type Why = Extract<Offer, { kind: 'failed' }>['why']

function Failed({ session, why }: { session: OpenSession<unknown>; why: Why }) {
  const t = useTranslate('sync')
  const comesByItself = why === 'unreachable' || why === 'too-many'
  return (
    <Bar>
      <Notice tone="danger" title={t('offer.failed.title')} role="alert">
        <p>
          {t(`offer.failed.${why}`)} <Where session={session} />
        </p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button size="small" onPress={() => session.retry()}>
            {t('offer.failed.retry')}
          </Button>
          {comesByItself ? null : <Discard session={session} label={t('action.discard')} />}
        </div>
      </Notice>
    </Bar>
  )
}

function Kept({ artefactId, offer }: { artefactId: string; offer: Extract<Offer, { kind: 'kept' }> }) {
  const t = useTranslate('sync')
  const [read, setRead] = useState(false)
  if (read) return null
  return (
    <Bar>
      <Notice title={t('offer.kept.title')} role="alert">
        <p>{t(`offer.kept.${offer.reason}`)}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          {offer.proposalId ? (
            <ButtonLink variant="primary" size="small" to={`/artefacts/${artefactId}/proposals/${offer.proposalId}`}>
              {t('offer.kept.look')}
            </ButtonLink>
          ) : null}
          <Button size="small" onPress={() => setRead(true)}>
            {t('offer.kept.close')}
          </Button>
        </div>
      </Notice>
    </Bar>
  )
}
