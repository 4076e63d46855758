import { useEffect, useRef, type ReactNode } from 'react'
import { useNavigation } from 'react-router'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import type { ButtonSize, ButtonVariant } from '../../components/button-style'
import { useTranslate } from '../../i18n/use-translate'
import type { FieldProblem, FormProblems } from '../form-problem'

/** What an action may answer to a form; other answers than problems are none of the form's business. */
export type FormAnswer = FormProblems | object | undefined

function problemsIn(answer: FormAnswer): FormProblems | undefined {
  return answer && 'problems' in answer && 'values' in answer ? (answer as FormProblems) : undefined
}

/**
 * Ties fields to what the server answered: their last value and what is wrong with them. After an answer with
 * problems the first field to be mended has the focus.
 */
export function useFormProblems(answer: FormAnswer) {
  const t = useTranslate('accounts')
  const form = useRef<HTMLFormElement>(null)
  const problems = problemsIn(answer)
  useEffect(() => {
    if (problems) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])
  const words = (code: FieldProblem | undefined) => (code ? t(`field.${code}`) : undefined)
  return {
    form,
    hasProblems: problems !== undefined,
    /** For a field: `{...field('name', project.name)}`. */
    field: (name: string, begins = '') => ({
      name,
      defaultValue: problems?.values[name] ?? begins,
      error: words(problems?.problems[name]),
    }),
    /** For what keeps no value after a mistake: passwords, boxes, lists. */
    errorOf: (name: string) => words(problems?.problems[name]),
    valueOf: (name: string, begins = '') => problems?.values[name] ?? begins,
  }
}

/** Says at the form's top that there is something to mend, for whoever cannot see the fields. */
export function FormProblemsNotice({ shown }: { shown: boolean }) {
  const t = useTranslate('accounts')
  return shown ? (
    <Notice tone="danger" role="alert">
      {t('formProblems')}
    </Notice>
  ) : null
}

/** Says at the form's top that what is in it has not come to the server. */
export function NotSentNotice({ answer }: { answer: FormAnswer }) {
  const t = useTranslate('accounts')
  return answer && 'notSent' in answer ? (
    <Notice tone="caution" role="alert">
      {t('notSent')}
    </Notice>
  ) : null
}

interface SubmitButtonProps {
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  /** For a form sent by a fetcher: whether it is on its way. */
  busy?: boolean
  name?: string
  value?: string
}

/** Sends its form once: pressing again while it is on its way does nothing. */
export function SubmitButton({ children, variant = 'primary', busy, ...props }: SubmitButtonProps) {
  const navigating = useNavigation().state === 'submitting'
  return (
    <Button {...props} type="submit" variant={variant} isPending={busy ?? navigating}>
      {children}
    </Button>
  )
}
