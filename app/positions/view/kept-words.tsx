import { Notice } from '../../components/notice'
import { useTranslate } from '../../i18n/use-translate'
import type { Draft } from '../own-positions'

/** What somebody was writing about a clause that is gone: theirs to copy, and there again if the clause comes back. */
export function KeptWords({ draft }: { draft: Draft }) {
  const t = useTranslate('positions')
  return (
    <Notice tone="caution" role="status">
      <p>{t('panel.gone')}</p>
      {draft.stance ? <p className="mt-2 font-semibold">{t(`stance.${draft.stance}`)}</p> : null}
      <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{draft.words}</p>
    </Notice>
  )
}
