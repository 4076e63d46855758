import { CircleCheck, CircleDashed, UserPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { SubmitButton } from '../../accounts/view/form'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Checkbox } from '../../components/checkbox'
import { Dialog } from '../../components/dialog'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { WorkshopAnswer } from '../actions.server'
import type { MemberView } from './workshop-parts'

/** Who was asked to come, and who has. */
export function Invited({ workshop }: { workshop: MemberView }) {
  const t = useTranslate('workshops')
  const { invited, facilitation, phase } = workshop
  const came = invited.filter((organisation) => organisation.came).length
  const mark = (there: boolean) => (there ? t('invited.came') : phase === 'held' ? t('invited.notCame') : t('invited.notYet'))
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl font-bold">{t('invited.title')}</h2>
        {invited.length > 0 ? <p className="text-ink-soft">{t('invited.count', { came, all: invited.length })}</p> : null}
      </div>
      {invited.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {invited.map(({ id, name, type, came: there }) => {
            const Icon = there ? CircleCheck : CircleDashed
            return (
              <li key={id} className="inline-flex flex-wrap items-center gap-1.5">
                <OrganisationBadge type={type} name={name} />
                <span className={`inline-flex items-center gap-1 text-sm ${there ? 'text-positive' : 'text-ink-soft'}`}>
                  <Icon aria-hidden className="size-4 shrink-0" />
                  {mark(there)}
                </span>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-ink-soft">{facilitation ? t('invited.empty') : t('invited.emptyMember')}</p>
      )}
      {facilitation ? <ChooseInvited workshop={workshop} organisations={facilitation.organisations} /> : null}
    </Card>
  )
}

interface ChooseInvitedProps {
  workshop: MemberView
  organisations: readonly { id: string; name: string }[]
}

function ChooseInvited({ workshop, organisations }: ChooseInvitedProps) {
  const t = useTranslate('workshops')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" className="mt-4" onPress={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        {workshop.invited.length > 0 ? t('invited.edit') : t('invited.choose')}
      </Button>
      <Dialog title={t('invited.dialogTitle')} isOpen={isOpen} onOpenChange={setOpen}>
        <p className="mb-3 text-ink-soft">{organisations.length > 0 ? t('invited.hint') : t('invited.none')}</p>
        <InvitedForm workshop={workshop} organisations={organisations} onSaved={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function InvitedForm({ workshop, organisations, onSaved }: ChooseInvitedProps & { onSaved(): void }) {
  const t = useTranslate('workshops')
  const fetcher = useFetcher<WorkshopAnswer>()
  const saved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="invite" />
      <fieldset>
        <legend className="sr-only">{t('invited.title')}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {organisations.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="organisations"
              value={id}
              label={name}
              defaultChecked={workshop.invited.some((organisation) => organisation.id === id)}
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton busy={fetcher.state !== 'idle'} className="mt-4">
        {t('invited.save')}
      </SubmitButton>
    </fetcher.Form>
  )
}
