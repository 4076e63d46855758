import type { useFormProblems } from '../../accounts/view/form'
import type { ProjectRole } from '../../accounts/permissions'
import type { ProjectOrganisation } from '../../artefacts/view-props'
import { SelectField } from '../../components/select-field'
import { useTranslate } from '../../i18n/use-translate'

interface RoleAndOrganisationProps {
  roles: readonly ProjectRole[]
  organisations: readonly ProjectOrganisation[]
  problems: ReturnType<typeof useFormProblems>
  begins: { role: ProjectRole; organisationId: string | null }
}

/** What somebody may do, and whose voice they are. */
export function RoleAndOrganisation({ roles, organisations, problems, begins }: RoleAndOrganisationProps) {
  const t = useTranslate('projects')
  const accounts = useTranslate('accounts')
  const { error, ...organisation } = problems.field('organisation', begins.organisationId ?? '')
  const chosen = problems.valueOf('role', begins.role)
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('peoplePage.role')}</legend>
        {roles.map((role) => (
          <label key={role} className="grid cursor-pointer grid-cols-[auto_1fr] items-start gap-x-3 py-1">
            <input
              type="radio"
              name="role"
              value={role}
              defaultChecked={role === chosen}
              className="mt-0.5 size-5 accent-accent"
            />
            <span>{accounts(`role.${role}`)}</span>
            <span className="col-start-2 text-sm text-ink-soft">{accounts(`roleHint.${role}`)}</span>
          </label>
        ))}
      </fieldset>
      <SelectField
        {...organisation}
        error={error ? t('peoplePage.memberNeedsOrganisation') : undefined}
        label={t('peoplePage.organisation')}
        options={[
          { value: '', label: t('peoplePage.noOrganisation') },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}
