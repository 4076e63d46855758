import { createContext, useContext } from 'react'
import type { Translate } from '../../kind'
import type { Acts } from './acts'

/** What every part of an open report needs. */
export interface Report {
  t: Translate
  acts: Acts
}

export const ReportContext = createContext<Report | null>(null)

export function useReport(): Report {
  const report = useContext(ReportContext)
  if (!report) throw new Error('This stands within a report')
  return report
}
