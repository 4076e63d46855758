import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { useTranslate } from '../../../i18n/use-translate'
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
  const { data, load } = useFetcher<DecisionsPageData>()
  useEffect(() => {
    void load(`/workshops/${workshopId}/decisions`)
  }, [load, workshopId, turn])
  return data ? <Decisions data={data} /> : <p role="status">{t('loading')}</p>
}
