import { useId } from 'react'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayDay } from '../../workshops/wall-time'
import type { ProgressPoint } from '../model/progress'
import { stances } from '../model/stance'
import { StanceMark } from './stance-mark'

/** From the ground up: what is agreed grows from below. */
const order = [...stances, 'none'] as const

const [height, bar, gap] = [120, 44, 20]

/** How far from agreement, workshop by workshop and now: a bar for each, and the figures in a table. */
export function ProgressChart({ points }: { points: readonly ProgressPoint[] }) {
  const t = useTranslate('positions')
  const language = useLanguage()
  const id = useId()
  const nameOf = ({ moment }: ProgressPoint) => moment.title || t('progress.now')
  const dayOf = ({ moment }: ProgressPoint) => (moment.title ? sayDay(new Date(moment.at), language) : '')
  return (
    <section aria-labelledby={`${id}-title`} className="mt-8 break-inside-avoid">
      <h2 id={`${id}-title`} className="text-xl font-bold">
        {t('progress.title')}
      </h2>
      <p className="max-w-prose text-ink-soft">{t(points.length > 1 ? 'progress.explained' : 'progress.only')}</p>
      {points.length > 1 ? (
        <div className="mt-3 flex flex-wrap items-end gap-x-8 gap-y-4">
          <Bars points={points} label={t('progress.chart')} id={id} />
          {/* Wider than a phone where there are many. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div role="region" aria-labelledby={`${id}-title`} tabIndex={0} className="max-w-full overflow-x-auto">
            <table className="border-collapse text-[0.9375rem]">
              <thead>
                <tr className="border-b border-line-strong">
                  <th scope="col" className="px-3 py-1.5 text-left">
                    {t('progress.moment')}
                  </th>
                  {order.map((stance) => (
                    <th key={stance} scope="col" className="px-3 py-1.5 text-left align-bottom font-semibold">
                      <StanceMark stance={stance} showWords />
                    </th>
                  ))}
                  <th scope="col" className="px-3 py-1.5 text-right align-bottom">
                    {t('progress.all')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {points.map((point, index) => (
                  <tr key={point.moment.id} className="border-b border-line">
                    <th scope="row" className="px-3 py-1.5 text-left font-semibold">
                      {index + 1}. {nameOf(point)} <span className="font-normal whitespace-nowrap text-ink-soft">{dayOf(point)}</span>
                    </th>
                    {order.map((stance) => (
                      <td key={stance} className="px-3 py-1.5 text-right tabular-nums">
                        {point.stances[stance]}
                      </td>
                    ))}
                    <td className="px-3 py-1.5 text-right tabular-nums">{point.all}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ) : null}
    </section>
  )
}

const fills: Record<(typeof order)[number], string> = {
  accepts: 'fill-positive',
  'accepts-with-change': 'fill-caution-soft',
  open: 'fill-surface',
  objects: 'fill-danger',
  none: 'fill-sunken',
}

/** Each share has a pattern of its own, so that it is told without its colour. */
function Bars({ points, label, id }: { points: readonly ProgressPoint[]; label: string; id: string }) {
  const width = points.length * (bar + gap)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height + 20}`} width={width} className="max-w-full print:print-color-exact">
      <defs>
        <Pattern id={`${id}-accepts-with-change`} path="M0 8 8 0" />
        <Pattern id={`${id}-open`} path="M4 3.5v1" />
        <Pattern id={`${id}-objects`} path="M0 0 8 8M0 8 8 0" isLight />
      </defs>
      {points.map((point, index) => {
        const x = index * (bar + gap) + gap / 2
        let y = height
        return (
          <g key={point.moment.id}>
            {order.map((stance) => {
              const tall = point.all === 0 ? 0 : (point.stances[stance] / point.all) * (height - 2)
              y -= tall
              const box = { x, y, width: bar, height: tall }
              return tall === 0 ? null : (
                <g key={stance}>
                  <rect {...box} className={`${fills[stance]} stroke-line-strong`} strokeWidth="1" />
                  {stance === 'accepts' || stance === 'none' ? null : <rect {...box} fill={`url(#${id}-${stance})`} />}
                </g>
              )
            })}
            <text x={x + bar / 2} y={height + 15} textAnchor="middle" className="fill-ink text-sm">
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Pattern({ id, path, isLight = false }: { id: string; path: string; isLight?: boolean }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <path d={path} className={isLight ? 'stroke-white' : 'stroke-ink'} strokeWidth="1.2" strokeLinecap="round" />
    </pattern>
  )
}
