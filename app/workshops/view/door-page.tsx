import { Form, useLocation } from 'react-router'
import { FormProblemsNotice, SubmitButton, useFormProblems } from '../../accounts/view/form'
import type { FormProblems } from '../../accounts/form-problem'
import type { ProjectOrganisation } from '../../artefacts/view-props'
import { ButtonLink } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page, PageHeading } from '../../components/page-heading'
import { SelectField, type SelectOption } from '../../components/select-field'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import { noOrganisation, otherOrganisation } from '../join-choices'
import type { JoinRefusal, LeftBehind } from '../join.server'
import { useRefusalWords } from './join-page'

interface OpenDoorView {
  view: 'door'
  title: string
  organisations: ProjectOrganisation[]
  begins: { displayName: string; organisation: string; organisationName: string; role: string }
  leaves: LeftBehind
}

interface DoorPageProps {
  door: OpenDoorView | ({ view: 'refused' } & JoinRefusal)
  answer: FormProblems | { full: true } | undefined
}

/** A workshop's door: one says who one is, and is in. */
export function DoorPage({ door, answer }: DoorPageProps) {
  if (door.view === 'refused') return <RefusedAtDoor refusal={door} />
  return <WhoAreYou door={door} answer={answer} />
}

function RefusedAtDoor({ refusal }: { refusal: JoinRefusal }) {
  const t = useTranslate('workshops')
  const { pathname } = useLocation()
  const words = useRefusalWords(refusal)
  const title =
    refusal.refused === 'closed'
      ? t('join.closedTitle')
      : refusal.refused === 'removed'
        ? t('join.removedTitle')
        : t('join.title')
  return (
    <Page width="narrow">
      <title>{`${title} – Tahto`}</title>
      <PageHeading title={title}>{words}</PageHeading>
      <div className="flex flex-wrap gap-3">
        {refusal.refused === 'unknown' ? null : (
          <ButtonLink to={pathname} reloadDocument variant="primary">
            {t('join.tryAgain')}
          </ButtonLink>
        )}
        <ButtonLink to="/join">{t('join.otherCode')}</ButtonLink>
      </div>
    </Page>
  )
}

function WhoAreYou({ door, answer }: { door: OpenDoorView; answer: DoorPageProps['answer'] }) {
  const t = useTranslate('workshops')
  const problems = useFormProblems(answer)
  const { begins } = door
  return (
    <Page width="narrow">
      <title>{`${door.title} – Tahto`}</title>
      <PageHeading title={door.title} />
      <Card>
        <Form method="post" noValidate ref={problems.form} className="group flex flex-col gap-5">
          <h2 className="text-xl font-bold">{t('join.whoTitle')}</h2>
          <FormProblemsNotice shown={problems.hasProblems} />
          {answer && 'full' in answer ? (
            <Notice tone="caution" role="alert">
              {t('join.full')}
            </Notice>
          ) : null}
          <Leaving leaves={door.leaves} />
          <TextField
            {...problems.field('displayName', begins.displayName)}
            label={t('join.name')}
            hint={t('join.nameHint')}
            autoComplete="nickname"
            maxLength={60}
            autoFocus
            required
          />
          <SelectField
            {...problems.field('organisation', begins.organisation)}
            label={t('join.organisation')}
            options={useOrganisationOptions(door.organisations)}
            required
          />
          {/* Shown by the choice itself, so that it needs no JavaScript. */}
          <div className="hidden group-has-[option[value=other]:checked]:block">
            <TextField
              {...problems.field('organisationName', begins.organisationName)}
              label={t('join.otherName')}
              autoComplete="organization"
              maxLength={120}
            />
          </div>
          <TextField
            {...problems.field('role', begins.role)}
            label={t('join.role')}
            hint={t('join.roleHint')}
            autoComplete="organization-title"
            maxLength={80}
          />
          <SubmitButton size="large">{t('join.enter')}</SubmitButton>
          <p className="text-sm text-ink-soft">{t('join.privacy')}</p>
        </Form>
      </Card>
    </Page>
  )
}

function Leaving({ leaves }: { leaves: OpenDoorView['leaves'] }) {
  const t = useTranslate('workshops')
  if (leaves === null) return null
  return (
    <Notice tone="caution">
      {leaves === 'seat' ? t('join.otherSeat') : t('join.signedIn', { name: leaves.account })}
    </Notice>
  )
}

/** The project's organisations by type, then the ways not to be on the list. */
function useOrganisationOptions(organisations: readonly ProjectOrganisation[]): SelectOption[] {
  const t = useTranslate('workshops')
  const types = useTranslate('projects')
  return [
    { value: '', label: t('join.chooseOrganisation') },
    ...organisations.map(({ id, name, type }) => ({
      value: id,
      label: name,
      group: types(`organisationTypes.${type}`),
    })),
    { value: otherOrganisation, label: t('join.other'), group: t('join.notListed') },
    { value: noOrganisation, label: t('join.noOrganisation'), group: t('join.notListed') },
  ]
}
