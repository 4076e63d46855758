import { useLocation } from 'react-router'
import { Button, ButtonLink } from '../components/button'
import { Notice } from '../components/notice'
import { useTranslate } from '../i18n/use-translate'
import { Bar, Discard } from './notice-parts'
import { OfferNotice } from './offer-notice'
import type { EndReason, OpenRoom, OpenSession } from './session'
import { stateDetail, stateWord } from './state-words'
import { useSessionStatus } from './use-session'

type WayOn = 'reload' | 'sign-in' | 'home'

const waysOn: Record<EndReason, WayOn> = {
  'signed-out': 'sign-in',
  'no-right': 'home',
  removed: 'home',
  'workshop-closed': 'home',
  gone: 'home',
  'reload-needed': 'reload',
  refused: 'reload',
  'too-many': 'reload',
  'other-history': 'reload',
}

/** What one must not overlook: editing has ended, or one's work is not saved. Nothing while all is well. */
export function StateNotice({ session }: { session: OpenSession<unknown> }) {
  const { offer } = useSessionStatus(session)
  return (
    <>
      <OfferNotice key={offer.kind} session={session} />
      {/* What is being handed over, or could not be, says more than that it is not saved. */}
      {offer.kind === 'none' || offer.kind === 'kept' ? <WhatIsWrong session={session} /> : null}
    </>
  )
}

/** The same for a room that has no proposals. */
export function WhatIsWrong({ session }: { session: OpenRoom<unknown> }) {
  const { state, unsent, trouble } = useSessionStatus(session)
  if (state.kind === 'closed') {
    return (
      <Bar>
        <Ended session={session} reason={state.reason} kept={unsent !== 'nothing'} />
      </Bar>
    )
  }
  if (state.kind === 'unsaved' || (state.kind === 'offline' && unsent === 'in-page')) {
    return (
      <Bar>
        <NotSaved session={session} mayDiscard={trouble === 'not-accepted'} />
      </Bar>
    )
  }
  return null
}

function Ended({ session, reason, kept }: { session: OpenRoom<unknown>; reason: EndReason; kept: boolean }) {
  const t = useTranslate('sync')
  const { pathname, search } = useLocation()
  const way = waysOn[reason]
  return (
    <Notice tone={reason === 'reload-needed' || reason === 'workshop-closed' ? 'caution' : 'danger'} title={t(`closed.${reason}.title`)}>
      <p>
        {t(`closed.${reason}.detail`)} {kept ? t(keptWords(reason)) : null}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {way === 'reload' ? (
          <Button variant="primary" size="small" onPress={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        ) : null}
        {way === 'sign-in' ? (
          <ButtonLink
            variant="primary"
            size="small"
            reloadDocument
            to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}
          >
            {t('action.signIn')}
          </ButtonLink>
        ) : null}
        {way === 'home' ? (
          <ButtonLink variant="primary" size="small" to="/" reloadDocument>
            {t('action.home')}
          </ButtonLink>
        ) : null}
        {reason === 'refused' && kept ? <Discard session={session} label={t('action.discard')} /> : null}
      </div>
    </Notice>
  )
}

function keptWords(reason: EndReason) {
  return reason === 'refused' ? ('closed.refused.kept' as const) : 'closed.keptEdits'
}

function NotSaved({ session, mayDiscard }: { session: OpenRoom<unknown>; mayDiscard: boolean }) {
  const t = useTranslate('sync')
  const status = useSessionStatus(session)
  const detail = stateDetail(status)
  return (
    <Notice tone={status.state.kind === 'offline' ? 'caution' : 'danger'} title={t(stateWord(status))} role="alert">
      {detail ? <p>{t(detail)}</p> : null}
      {mayDiscard ? (
        <div className="mt-3">
          <Discard session={session} label={t('action.discard')} />
        </div>
      ) : null}
    </Notice>
  )
}
