import { CloudOff, TriangleAlert, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '../../../components/dialog'
import { IconButton } from '../../../components/icon-button'
import { OrganisationBadge } from '../../../components/organisation-badge'
import { useTranslate } from '../../../i18n/use-translate'
import type { Desk, DeskPerson } from '../desk'
import { byOrganisation } from '../people'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface PeoplePanelProps {
  desk: Desk
  commands: Commands
  refresh(): Promise<void>
}

/** Who is here, organisation by organisation, and first of all whose connection needs a hand. */
export function PeoplePanel({ desk, commands, refresh }: PeoplePanelProps) {
  const t = useTranslate('run')
  const here = desk.people.filter((person) => person.here && !person.leads)
  const troubled = desk.people.filter(({ trouble }) => trouble !== null)
  const leaders = desk.people.filter((person) => person.here && person.leads)
  const organisations = byOrganisation(here)
  const remove = (seat: string) => void commands.give('remove-seat', { seat }).then(refresh)
  return (
    <Panel title={t('people.title')} aside={<span className="font-semibold">{t('people.here', { count: here.length })}</span>}>
      {troubled.length > 0 ? <Troubled people={troubled} /> : null}
      {here.length === 0 ? <p className="text-ink-soft">{t('people.none')}</p> : null}
      <ul className="flex flex-col gap-3">
        {organisations.map(({ name, type, people }) => (
          <li key={`${type} ${name}`}>
            <div className="flex items-center justify-between gap-2">
              {type ? (
                <OrganisationBadge type={type} name={name} showType />
              ) : (
                <span className="text-sm font-medium">{name || t('people.noOrganisation')}</span>
              )}
              <span className="text-sm text-ink-soft tabular-nums">{people.length}</span>
            </div>
            <ul className="mt-1">
              {people.map((person) => (
                <PersonLine key={person.key} person={person} remove={remove} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {leaders.length > 0 ? (
        <p className="mt-3 border-t border-line pt-2 text-sm text-ink-soft">
          {t('people.leaders', { names: leaders.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
    </Panel>
  )
}

function Troubled({ people }: { people: readonly DeskPerson[] }) {
  const t = useTranslate('run')
  return (
    <div className="mb-3 rounded-md border-l-4 border-caution bg-caution-soft p-3">
      <p className="font-semibold">{t('people.troubled', { count: people.length })}</p>
      <ul className="text-sm">
        {people.map(({ key, name, trouble }) => {
          const Icon = trouble?.kind === 'unsaved' ? TriangleAlert : CloudOff
          return (
            <li key={key} className="flex items-center gap-1.5">
              <Icon aria-hidden className="size-4 shrink-0" />
              {`${name}: ${t(`people.${trouble?.kind ?? 'lost'}`, { since: trouble?.since ?? '' })}`}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function PersonLine({ person, remove }: { person: DeskPerson; remove(seat: string): void }) {
  const t = useTranslate('workshops')
  const [asks, setAsks] = useState(false)
  const { key, name, role } = person
  const guest = key.startsWith('seat:')
  return (
    <li className="flex min-h-9 items-center gap-2">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {name}
        {role ? <span className="text-sm text-ink-soft">{`, ${role}`}</span> : null}
      </span>
      {guest ? (
        <>
          <IconButton icon={UserMinus} label={t('seats.revokeOf', { name })} className="size-8" onPress={() => setAsks(true)} />
          <ConfirmDialog
            title={t('seats.revokeTitle', { name })}
            confirmLabel={t('seats.revokeConfirm')}
            danger
            isOpen={asks}
            onOpenChange={setAsks}
            onConfirm={() => remove(key.slice('seat:'.length))}
          >
            {t('seats.revokeText')}
          </ConfirmDialog>
        </>
      ) : null}
    </li>
  )
}
