import { ViewportPortal } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Point } from '../../model/boxes'

/** How long a trace is seen, in ms. */
const fading = 1_200
const mostPoints = 60

interface LaserTraceProps {
  /** Where the laser is now, in board units. */
  at: Point
  colour: string
  /** Whose it is; empty for one's own. */
  name: string
}

interface Trail {
  points: readonly (Point & { since: number })[]
  now: number
}

/** A laser's bright point with a trace that fades; with reduced motion a ring alone, that stands where it points. */
export function LaserTrace({ at, colour, name }: LaserTraceProps) {
  const [isStill] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches)
  return (
    <>
      {isStill ? null : <Trace at={at} colour={colour} />}
      <div
        className="pointer-events-none absolute top-0 left-0"
        style={{ transform: `translate(${at.x}px, ${at.y}px) scale(calc(1 / var(--zoom, 1)))`, zIndex: 2010 }}
      >
        <span
          data-laser
          className={`absolute rounded-full ${isStill ? '-top-6 -left-6 size-12 border-4' : '-top-2 -left-2 size-4 shadow-raised ring-4 ring-white/80'}`}
          style={isStill ? { borderColor: colour, outline: '2px solid white' } : { background: colour }}
        />
        {name ? (
          <span
            className="absolute top-7 left-5 w-max max-w-56 rounded-md px-2 py-0.5 text-[13px] leading-tight font-semibold text-white"
            style={{ background: colour }}
          >
            {name}
          </span>
        ) : null}
      </div>
    </>
  )
}

/** One's own, so that one sees what the others see. */
export function OwnLaser({ at }: { at: Point }) {
  return (
    <ViewportPortal>
      <div aria-hidden>
        <LaserTrace at={at} colour="var(--color-danger)" name="" />
      </div>
    </ViewportPortal>
  )
}

function Trace({ at, colour }: Pick<LaserTraceProps, 'at' | 'colour'>) {
  const [{ points, now }, setTrail] = useState<Trail>({ points: [], now: 0 })
  useEffect(() => {
    let frame = 0
    const fade = (time: number) => {
      setTrail((trail) => fresh(trail.points, time))
      frame = requestAnimationFrame(fade)
    }
    frame = requestAnimationFrame((time) => {
      setTrail((trail) => fresh([...trail.points, { x: at.x, y: at.y, since: time }], time))
      fade(time)
    })
    // Once nothing is left to fade the browser rests.
    const rest = setTimeout(() => cancelAnimationFrame(frame), fading + 100)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
    }
  }, [at.x, at.y])
  return (
    <svg className="pointer-events-none absolute top-0 left-0 size-px overflow-visible" style={{ zIndex: 2000 }} aria-hidden>
      {points.slice(1).map((point, index) => {
        const before = points[index] ?? point
        const left = Math.max(0, 1 - (now - point.since) / fading)
        return (
          <line
            key={point.since}
            {...{ x1: before.x, y1: before.y, x2: point.x, y2: point.y }}
            stroke={colour}
            strokeOpacity={left}
            strokeLinecap="round"
            style={{ strokeWidth: `calc(${2 + 6 * left}px / var(--zoom, 1))` }}
          />
        )
      })}
    </svg>
  )
}

const fresh = (points: Trail['points'], now: number): Trail => ({
  points: points.filter(({ since }) => now - since < fading).slice(-mostPoints),
  now,
})
