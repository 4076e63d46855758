import { useEffect, useState } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import type { Standing } from './use-commands'

/** What is left, by the second: for whoever leads. `null`: no end. */
export function useLeft({ state, leftMs }: Standing): number | null {
  const [left, setLeft] = useState(state.clock.leftMs)
  useEffect(() => {
    const look = () => setLeft(leftMs())
    look()
    if (state.clock.leftMs === null || state.clock.paused) return undefined
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [state, leftMs])
  return left
}

/** "7:32", counted up so that a full minute is shown as one; below zero without its sign. */
export function sayLeft(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Big, for across a desk or a room. `className` sets its size. */
export function TimeLeft({ standing, className }: { standing: Standing; className: string }) {
  const t = useTranslate('run')
  const left = useLeft(standing)
  const { paused } = standing.state.clock
  if (left === null) return <p className={`leading-none font-bold ${className}`}>{t('time.open')}</p>
  const over = left < 0
  const words = paused ? t('time.paused') : over ? t('time.over') : t('time.left')
  return (
    <div className="flex flex-wrap items-baseline gap-x-4">
      <p role="timer" className={`leading-none font-bold tabular-nums ${over ? 'text-caution' : ''} ${className}`}>
        <span className="sr-only">{words} </span>
        {over ? '+' : ''}
        {sayLeft(left)}
      </p>
      <p aria-hidden className="text-ink-soft">
        {words}
      </p>
    </div>
  )
}
