import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curvePath, smoothCurve, type Point } from '../../../../app/artefacts/service-blueprint/model/curve'
import {
  feelingAt,
  heightOf,
  plotBox,
  plotPath,
} from '../../../../app/artefacts/service-blueprint/model/feeling-plot'

const scale = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]

describe('the curve of feelings', () => {
  it('goes through every judged phase', () => {
    const points = [2, 0, 1].map((y, x) => ({ x, y }))
    expect(smoothCurve(points).map(({ to }) => to)).toEqual(points.slice(1))
  })

  it('never claims a feeling better or worse than what was judged on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scale), { minLength: 2, maxLength: 9 }), (values) => {
        const points = values.map((y, x) => ({ x: x * 100, y }))
        for (const [index, segment] of smoothCurve(points).entries()) {
          const from = points[index] ?? { x: 0, y: 0 }
          const low = Math.min(from.y, segment.to.y) - 1e-9
          const high = Math.max(from.y, segment.to.y) + 1e-9
          for (let step = 0; step <= 20; step += 1) {
            const { y } = along(from, segment, step / 20)
            expect(y).toBeGreaterThanOrEqual(low)
            expect(y).toBeLessThanOrEqual(high)
          }
        }
      }),
    )
  })

  it('is not drawn through fewer than two points', () => {
    expect(curvePath([])).toBe('')
    expect(curvePath([{ x: 0, y: 0 }])).toBe('')
  })

  it('passes over phases that nobody judged', () => {
    const phases = ['a', 'b', 'c'].map((id) => ({ id, order: id, name: id }))
    const feelings = new Map([
      ['a', { phase: 'a', value: 1, words: '' }],
      ['b', { phase: 'b', value: null, words: 'Ei tiedetä' }],
      ['c', { phase: 'c', value: -1, words: '' }],
    ])
    const path = plotPath(phases, (phase) => feelings.get(phase))
    expect(path.match(/C/g)).toHaveLength(1)
    expect(path.startsWith(`M${plotBox.width / 2} ${heightOf(1)}`)).toBe(true)
  })

  it('reads a dragged point back as the step where it stands', () => {
    for (const value of scale) expect(feelingAt(heightOf(value) / plotBox.height)).toBe(value)
    expect(feelingAt(-3)).toBe(2)
    expect(feelingAt(4)).toBe(-2)
  })
})

function along(from: Point, segment: { control1: Point; control2: Point; to: Point }, share: number): Point {
  const rest = 1 - share
  const mix = (axis: 'x' | 'y') =>
    rest ** 3 * from[axis] +
    3 * rest ** 2 * share * segment.control1[axis] +
    3 * rest * share ** 2 * segment.control2[axis] +
    share ** 3 * segment.to[axis]
  return { x: mix('x'), y: mix('y') }
}
