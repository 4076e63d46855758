import { Card } from '../../components/card'
import { Page, PageHeading } from '../../components/page-heading'
import { useTranslate } from '../../i18n/use-translate'
import type { JoinRefusal } from '../join.server'
import { CodeForm } from './code-form'

interface JoinPageProps {
  typed: string
  refusal: JoinRefusal | { refused: 'missing' } | null
}

export function JoinPage({ typed, refusal }: JoinPageProps) {
  const t = useTranslate('workshops')
  return (
    <Page width="narrow">
      <title>{`${t('join.title')} – Tahto`}</title>
      <PageHeading title={t('join.title')} />
      <Card>
        <CodeForm typed={typed} error={useRefusalWords(refusal)} autoFocus />
      </Card>
    </Page>
  )
}

/** Why a code did not lead anywhere, as a field's error. */
export function useRefusalWords(refusal: JoinPageProps['refusal']): string | undefined {
  const t = useTranslate('workshops')
  if (!refusal) return undefined
  switch (refusal.refused) {
    case 'missing':
      return t('join.codeMissing')
    case 'wait':
      return t('join.wait', { count: refusal.seconds })
    case 'closed':
      return refusal.begins ? t('join.closedUntil', { begins: refusal.begins }) : t('join.closed')
    default:
      return t(`join.${refusal.refused}`)
  }
}
