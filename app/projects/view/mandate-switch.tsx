import { Stamp } from 'lucide-react'
import { useState } from 'react'
import { useSubmit } from 'react-router'
import { Button } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { useTranslate } from '../../i18n/use-translate'
import type { MemberRow } from '../people.server'

/** Lets a member record what their organisation decides, or no longer: asked, since it binds the organisation. */
export function MandateSwitch({ member, organisation }: { member: MemberRow; organisation: string }) {
  const t = useTranslate('projects')
  const submit = useSubmit()
  const [asking, setAsking] = useState(false)
  const { name, mandate, membershipId: id } = member
  return (
    <>
      <Button
        size="small"
        aria-label={t(mandate ? 'peoplePage.mandate.take' : 'peoplePage.mandate.give', { name })}
        onPress={() => setAsking(true)}
      >
        <Stamp aria-hidden className="size-4" />
        {t(mandate ? 'peoplePage.mandate.takeShort' : 'peoplePage.mandate.giveShort')}
      </Button>
      <ConfirmDialog
        title={t(mandate ? 'peoplePage.mandate.takeTitle' : 'peoplePage.mandate.giveTitle')}
        confirmLabel={t(mandate ? 'peoplePage.mandate.takeConfirm' : 'peoplePage.mandate.giveConfirm')}
        danger={mandate}
        isOpen={asking}
        onOpenChange={setAsking}
        onConfirm={() => void submit({ intent: 'mandate', id, mandate: mandate ? 'taken' : 'given' }, { method: 'post' })}
      >
        {t(mandate ? 'peoplePage.mandate.takeText' : 'peoplePage.mandate.giveText', { name, organisation })}
      </ConfirmDialog>
    </>
  )
}
