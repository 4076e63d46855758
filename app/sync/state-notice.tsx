import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Button, ButtonLink } from '../components/button'
import { ConfirmDialog } from '../components/dialog'
import { Notice } from '../components/notice'
import { useTranslate } from '../i18n/use-translate'
import type { EndReason, OpenSession } from './session'
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

const reload = () => window.location.reload()

/** What one must not overlook: editing has ended, or one's work is not saved. Nothing while all is well. */
export function StateNotice({ session }: { session: OpenSession<unknown> }) {
  const status = useSessionStatus(session)
  const { state, unsent, trouble } = status
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
        <NotSaved session={session} mayDiscard={trouble === 'right-ended' || trouble === 'not-accepted'} />
      </Bar>
    )
  }
  return null
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="border-b border-line px-3 py-3 sm:px-5">
      <div className="mx-auto max-w-[110rem]">{children}</div>
    </div>
  )
}

function Ended({ session, reason, kept }: { session: OpenSession<unknown>; reason: EndReason; kept: boolean }) {
  const t = useTranslate('sync')
  const { pathname, search } = useLocation()
  const way = waysOn[reason]
  // A copy that does not fit the server's history would only be refused again.
  const mustDiscard = reason === 'other-history' && kept
  return (
    <Notice tone={reason === 'reload-needed' || reason === 'workshop-closed' ? 'caution' : 'danger'} title={t(`closed.${reason}.title`)}>
      <p>
        {t(`closed.${reason}.detail`)} {kept ? t(keptWords(reason)) : null}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {way === 'reload' && !mustDiscard ? (
          <Button variant="primary" size="small" onPress={reload}>
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
        {mustDiscard ? <Discard session={session} label={t('action.openServerContent')} /> : null}
        {reason === 'refused' && kept ? <Discard session={session} label={t('action.discard')} /> : null}
      </div>
    </Notice>
  )
}

function keptWords(reason: EndReason) {
  return reason === 'refused' || reason === 'other-history' ? (`closed.${reason}.kept` as const) : 'closed.keptEdits'
}

function NotSaved({ session, mayDiscard }: { session: OpenSession<unknown>; mayDiscard: boolean }) {
  const t = useTranslate('sync')
  const status = useSessionStatus(session)
  const detail = stateDetail(status)
  return (
    <Notice tone={status.state.kind === 'offline' ? 'caution' : 'danger'} title={t(stateWord(status))}>
      {detail ? <p>{t(detail)}</p> : null}
      {mayDiscard ? (
        <div className="mt-3">
          <Discard session={session} label={t('action.discard')} />
        </div>
      ) : null}
    </Notice>
  )
}

/** Asks, throws away what this device holds, and starts from what the server has. */
function Discard({ session, label }: { session: OpenSession<unknown>; label: string }) {
  const t = useTranslate('sync')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="danger" size="small" onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        title={t('action.discardTitle')}
        isOpen={asking}
        onOpenChange={setAsking}
        confirmLabel={t('action.discardConfirm')}
        danger
        onConfirm={() => void session.discardCopy().finally(reload)}
      >
        <p>{t('action.discardDetail')}</p>
      </ConfirmDialog>
    </>
  )
}
