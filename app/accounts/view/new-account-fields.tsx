import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'
import type { useFormProblems } from './form'

/** Name, e-mail and a new password: what an account needs. */
export function NewAccountFields({ problems }: { problems: ReturnType<typeof useFormProblems> }) {
  const t = useTranslate('accounts')
  return (
    <>
      <TextField
        {...problems.field('name')}
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        required
      />
      <TextField
        {...problems.field('email')}
        label={t('email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
      />
      <TextField
        label={t('newPassword')}
        name="newPassword"
        hint={t('newPasswordHint')}
        error={problems.errorOf('newPassword')}
        type="password"
        autoComplete="new-password"
        required
      />
    </>
  )
}
