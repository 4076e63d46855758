import { organisationTypes } from '../../organisation-types'
import type { Translate } from '../../kind'
import { textWidth } from '../../shared/text-width'
import type { Box, Point } from './boxes'
import { flowKinds, type CooperationModel } from './content'
import { flowLooks } from './looks'
import { drawShape, words, type Mark } from './marks'
import { headOf } from './routes'

const size = 15
const rowHeight = 28
const lineLength = 52
const shapeSize = 16
const wordGap = 8
const entryGap = 28

interface Entry {
  width: number
  marks(x: number, y: number): Mark[]
}

/** What lines and shapes mean, of those that are used, in rows as wide as the board. Undefined where none is used. */
export function drawLegend(
  content: CooperationModel,
  area: Point & { width: number },
  t: Translate,
): { box: Box; marks: Mark[] } | undefined {
  const entries = [...flowEntries(content, t), ...typeEntries(content, t)]
  if (entries.length === 0) return undefined
  const marks: Mark[] = []
  let { x, y } = area
  let widest = 0
  for (const entry of entries) {
    if (x > area.x && x + entry.width > area.x + area.width) {
      x = area.x
      y += rowHeight
    }
    marks.push(...entry.marks(x, y))
    widest = Math.max(widest, x + entry.width - area.x)
    x += entry.width + entryGap
  }
  return { box: { x: area.x, y: area.y, width: widest, height: y + rowHeight - area.y }, marks }
}

function flowEntries(content: CooperationModel, t: Translate): Entry[] {
  const used = new Set(content.connectors.map(({ flow }) => flow))
  return flowKinds
    .filter((flow) => used.has(flow))
    .map((flow) => {
      const name = t(`flow.${flow}`)
      const { ink, width, dash, round } = flowLooks[flow]
      return {
        width: lineLength + wordGap + textWidth(name, size),
        marks: (x, y) => {
          const middle = y + rowHeight / 2
          const tip = { x: x + lineLength, y: middle }
          const head = headOf({ curve: [tip, tip, tip, tip], heading: 0 })
          return [
            { kind: 'path', d: `M${x} ${middle}H${x + lineLength - 9}`, stroke: ink, strokeWidth: width, dash, round },
            { kind: 'path', d: head, fill: ink },
            words([name], x + lineLength + wordGap, y + 4, size),
          ]
        },
      }
    })
}

function typeEntries(content: CooperationModel, t: Translate): Entry[] {
  const used = new Set(content.items.flatMap((item) => (item.type === 'actor' ? [item.organisationType] : [])))
  return organisationTypes
    .filter((type) => used.has(type))
    .map((organisationType) => {
      const name = t(`organisationType.${organisationType}`)
      return {
        width: shapeSize + wordGap + textWidth(name, size),
        marks: (x, y) => [
          drawShape(organisationType, x, y + (rowHeight - shapeSize) / 2, shapeSize),
          words([name], x + shapeSize + wordGap, y + 4, size),
        ],
      }
    })
}
