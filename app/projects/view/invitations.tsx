import { useState } from 'react'
import { useSubmit } from 'react-router'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { CopyButton } from '../../components/copy-button'
import { ConfirmDialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import type { ShownInvitation } from './people-page'

interface InvitationsProps {
  invitations: readonly ShownInvitation[]
  /** The one just made. */
  newId: string | null
}

/** Links that somebody may still open. */
export function Invitations({ invitations, newId }: InvitationsProps) {
  const t = useTranslate('projects')
  const fresh = invitations.find(({ id }) => id === newId)
  return (
    <Card>
      <h2 className="mb-3 text-xl font-bold">{t('peoplePage.invitations')}</h2>
      {fresh ? (
        <Notice tone="positive" role="status" title={t('peoplePage.linkReady')}>
          <p className="mb-2 text-sm break-all">{fresh.link}</p>
          <CopyButton value={fresh.link} label={t('peoplePage.copyLink')} />
        </Notice>
      ) : null}
      {invitations.length === 0 ? (
        <p className="text-ink-soft">{t('peoplePage.noInvitations')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((invitation) => (
            <InvitationItem key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function InvitationItem({ invitation }: { invitation: ShownInvitation }) {
  const t = useTranslate('projects')
  const accounts = useTranslate('accounts')
  const submit = useSubmit()
  const [asks, setAsks] = useState(false)
  const { id, note, role, organisation, mandate, expires, link } = invitation
  const what = [accounts(`role.${role}`), organisation, mandate ? t('peoplePage.mandate.invited') : ''].filter(Boolean).join(', ')
  return (
    <li className="py-3">
      <p className="font-semibold">{note || what}</p>
      <p className="text-sm text-ink-soft">
        {note ? `${what}. ` : ''}
        {t('peoplePage.expires', { day: expires })}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <CopyButton value={link} label={t('peoplePage.copyLink')} />
        <Button
          variant="quiet"
          size="small"
          aria-label={`${t('peoplePage.revoke')}: ${note || what}`}
          onPress={() => setAsks(true)}
        >
          {t('peoplePage.revoke')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('peoplePage.revokeTitle')}
        confirmLabel={t('peoplePage.revoke')}
        danger
        isOpen={asks}
        onOpenChange={setAsks}
        onConfirm={() => void submit({ intent: 'revoke', id }, { method: 'post' })}
      >
        {t('peoplePage.revokeText')}
      </ConfirmDialog>
    </li>
  )
}
