import { useTranslate } from '../../../i18n/use-translate'
import { usePageWithin } from '../../../components/use-page-within'
import type { DecisionsPageData } from '../decisions-page.server'
import { Decisions } from './decisions'

interface DecisionPanelProps {
  workshopId: string
  /** The live state's turn: decisions are asked for anew when it changes. */
  turn: number
}

/** The decisions of a workshop within another page: to be written by a facilitator, to be read by everybody else. */
export function DecisionPanel({ workshopId, turn }: DecisionPanelProps) {
  const t = useTranslate('decisions')
  const data = usePageWithin<DecisionsPageData>(`/workshops/${workshopId}/decisions`, turn)
  return data ? <Decisions data={data} /> : <p role="status">{t('loading')}</p>
}
