import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import type { ApprovalFailure } from '../pages.server'

/** Why it was not done, in plain words, and that nothing has changed. */
export function RefusalNotice({ answer }: { answer: ApprovalFailure | object | undefined }) {
  const t = useTranslate('approvals')
  if (!answer || !('failure' in answer)) return null
  const { failure } = answer as ApprovalFailure
  return (
    <Notice tone="danger" role="alert" title={t('refused.title')}>
      {t(`refused.${failure}`)}
    </Notice>
  )
}
