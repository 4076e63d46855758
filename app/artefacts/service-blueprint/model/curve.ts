export interface Point {
  x: number
  y: number
}

/** A cubic Bézier segment from the point before it. */
export interface Segment {
  control1: Point
  control2: Point
  to: Point
}

/**
 * A smooth curve through points that stand in order of x: a monotone cubic (Fritsch and Carlson, 1980), which
 * never swings above or below the points it joins, so that it claims no feeling that nobody told.
 */
export function smoothCurve(points: readonly Point[]): Segment[] {
  const slopes = slopesAt(points)
  const segments: Segment[] = []
  for (const [index, to] of points.entries()) {
    const from = points[index - 1]
    if (!from) continue
    const third = (to.x - from.x) / 3
    segments.push({
      control1: { x: from.x + third, y: from.y + third * (slopes[index - 1] ?? 0) },
      control2: { x: to.x - third, y: to.y - third * (slopes[index] ?? 0) },
      to,
    })
  }
  return segments
}

/** The curve as the `d` of an SVG path; empty for fewer than two points. */
export function curvePath(points: readonly Point[]): string {
  const [first] = points
  if (!first || points.length < 2) return ''
  const segments = smoothCurve(points).map(
    ({ control1, control2, to }) => `C${pair(control1)} ${pair(control2)} ${pair(to)}`,
  )
  return `M${pair(first)}${segments.join('')}`
}

function slopesAt(points: readonly Point[]): number[] {
  const between = points.slice(1).map((point, index) => {
    const from = points[index] ?? point
    return point.x === from.x ? 0 : (point.y - from.y) / (point.x - from.x)
  })
  return points.map((_point, index) => {
    const before = between[index - 1]
    const after = between[index]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    if (before * after <= 0) return 0
    // Within three times the smaller slope on either side, the curve stays between its points.
    const mean = (before + after) / 2
    const most = 3 * Math.min(Math.abs(before), Math.abs(after))
    return Math.sign(mean) * Math.min(Math.abs(mean), most)
  })
}

function pair({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
