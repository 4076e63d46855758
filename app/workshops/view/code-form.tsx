import { Form } from 'react-router'
import { SubmitButton } from '../../accounts/view/form'
import { TextField } from '../../components/text-field'
import { useTranslate } from '../../i18n/use-translate'

interface CodeFormProps {
  typed?: string
  error?: string | undefined
  autoFocus?: boolean
}

/** Where a guest types the code. It reads only, so it works from any page and without JavaScript. */
export function CodeForm({ typed = '', error, autoFocus = false }: CodeFormProps) {
  const t = useTranslate('workshops')
  return (
    <Form method="get" action="/join" className="grid items-start gap-4 sm:grid-cols-[1fr_auto] sm:gap-3">
      <TextField
        name="code"
        label={t('join.code')}
        hint={t('join.codeHint')}
        error={error}
        defaultValue={typed}
        // A pasted link is longer than a code.
        maxLength={200}
        autoFocus={autoFocus}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        className="min-w-0 [&_input]:text-2xl [&_input]:tracking-[0.2em] [&_input]:uppercase"
      />
      <SubmitButton size="large" className="sm:mt-[1.75rem]">
        {t('join.submit')}
      </SubmitButton>
    </Form>
  )
}
