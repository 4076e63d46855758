import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { feelingScale, type Feeling, type Phase } from '../model/content'
import { feelingAt, heightOf, plotBox } from '../model/feeling-plot'
import { feelingName, phaseName } from '../model/names'
import { useBlueprint } from './blueprint-context'
import { plotHeight } from './plot-scale'

interface FeelingPlotProps {
  phase: Phase
  index: number
  feeling: Feeling | undefined
  /** The whole curve; each phase shows its own part of it. */
  path: string
  isTabStop: boolean
}

/** One phase's part of the curve, with its point to be dragged or moved by keys. */
export function FeelingPlot({ phase, index, feeling, path, isTabStop }: FeelingPlotProps) {
  const { canEdit } = useBlueprint()
  const { width, height } = plotBox
  const left = index * width
  const right = left + width
  return (
    <div className={`relative w-full ${plotHeight}`}>
      <svg
        aria-hidden
        viewBox={`${left} 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        {[feelingScale.most, 0, feelingScale.least].map((value) => (
          <path
            key={value}
            d={`M${left} ${heightOf(value)}H${right}`}
            vectorEffect="non-scaling-stroke"
            strokeDasharray={value === 0 ? undefined : '3 5'}
            className={value === 0 ? 'stroke-line-strong' : 'stroke-line'}
          />
        ))}
        <path
          d={path}
          fill="none"
          vectorEffect="non-scaling-stroke"
          strokeWidth="3"
          className="stroke-accent"
        />
      </svg>
      {canEdit ? (
        <PlotPoint phase={phase} feeling={feeling} isTabStop={isTabStop} />
      ) : feeling?.value === null || feeling === undefined ? null : (
        <PointMark feeling={feeling} />
      )}
    </div>
  )
}

function PointMark({ feeling }: { feeling: Feeling | undefined }) {
  return (
    <span
      className="absolute left-1/2 flex size-8 -translate-1/2 items-center justify-center"
      style={{ top: `${heightOf(feeling?.value ?? 0)}%` }}
    >
      <PointDot isJudged={feeling !== undefined && feeling.value !== null} />
    </span>
  )
}

function PointDot({ isJudged }: { isJudged: boolean }) {
  return (
    <span
      className={
        'block size-4 rounded-full border-3 bg-surface ' +
        (isJudged ? 'border-accent' : 'border-dashed border-line-strong')
      }
    />
  )
}

const keySteps: Record<string, number> = {
  ArrowUp: 0.5,
  ArrowRight: 0.5,
  ArrowDown: -0.5,
  ArrowLeft: -0.5,
  PageUp: 1,
  PageDown: -1,
}

function PlotPoint({
  phase,
  feeling,
  isTabStop,
}: {
  phase: Phase
  feeling: Feeling | undefined
  isTabStop: boolean
}) {
  const { t, acts } = useBlueprint()
  const dragged = useRef<DOMRect | null>(null)
  const value = feeling?.value ?? null
  const change = (next: number) => {
    const { least, most } = feelingScale
    acts.changeFeeling(phase.id, { value: Math.min(most, Math.max(least, next)) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keySteps[event.key]
    const next =
      event.key === 'Home'
        ? feelingScale.least
        : event.key === 'End'
          ? feelingScale.most
          : step && (value ?? 0) + step
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    change(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragged.current = event.currentTarget.parentElement?.getBoundingClientRect() ?? null
    acts.endStep()
  }
  const onPointerMove = (event: PointerEvent) => {
    const box = dragged.current
    if (!box) return
    const next = feelingAt((event.clientY - box.top) / box.height)
    if (next !== value) change(next)
  }
  const endDrag = () => {
    if (!dragged.current) return
    dragged.current = null
    acts.endStep()
  }
  return (
    <div
      role="slider"
      tabIndex={isTabStop ? 0 : -1}
      aria-orientation="vertical"
      aria-label={t('feeling.ofPhase', { phase: phaseName(phase, t) })}
      aria-valuemin={feelingScale.least}
      aria-valuemax={feelingScale.most}
      aria-valuenow={value ?? 0}
      aria-valuetext={feelingName(feeling, t)}
      title={t('feeling.dragHint')}
      onKeyDown={onKeyDown}
      onBlur={() => acts.endStep()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      style={{ top: `${heightOf(value ?? 0)}%` }}
      className={
        'absolute left-1/2 flex size-11 -translate-1/2 cursor-ns-resize touch-none items-center ' +
        'justify-center rounded-full outline-offset-[-6px] md:size-8 md:outline-offset-0'
      }
    >
      <PointDot isJudged={value !== null} />
    </div>
  )
}
