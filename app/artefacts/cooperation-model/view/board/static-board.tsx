import { memo, useMemo } from 'react'
import { lineHeight } from '../../../shared/text-width'
import type { CooperationModel } from '../../model/content'
import { drawBoard } from '../../model/drawing'
import type { Mark, WordsMark } from '../../model/marks'
import { useBoard } from '../board-context'

/** More than this is not drawn twice: until the board opens, the outline beside it has the words. */
const mostDrawn = 400

/** The board before it can be moved and edited: drawn by the server and readable at once. */
export const StaticBoard = memo(function StaticBoard({ content, label }: { content: CooperationModel; label: string }) {
  const { t } = useBoard()
  const isDrawn = content.items.length <= mostDrawn
  const drawing = useMemo(() => (isDrawn ? drawBoard(content, t) : undefined), [content, isDrawn, t])
  if (!drawing) return <p className="grid size-full place-items-center text-ink-soft">{t('view.loading')}</p>
  const { x, y, width, height } = drawing.view
  return (
    <svg viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={label} className="size-full p-4">
      {drawing.marks.map((mark, index) => (
        <MarkElement key={index} mark={mark} />
      ))}
    </svg>
  )
})

function MarkElement({ mark }: { mark: Mark }) {
  switch (mark.kind) {
    case 'rect': {
      const { box, radius, fill, stroke, strokeWidth, dash } = mark
      return <rect {...box} rx={radius} fill={fill} stroke={stroke} strokeWidth={strokeWidth} strokeDasharray={dash} />
    }
    case 'path': {
      const { d, fill, stroke, strokeWidth, dash, round, at } = mark
      return (
        <path
          d={d}
          fill={fill ?? 'none'}
          stroke={stroke}
          strokeWidth={strokeWidth}
          strokeDasharray={dash}
          strokeLinecap={round ? 'round' : undefined}
          transform={at ? `translate(${at.x} ${at.y}) scale(${at.scale})` : undefined}
        />
      )
    }
    case 'words':
      return <WordsElement mark={mark} />
  }
}

function WordsElement({ mark: { x, y, lines, size, bold, ink, anchor } }: { mark: WordsMark }) {
  return (
    <text fontSize={size} fill={ink} fontWeight={bold ? 700 : undefined} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={y + index * size * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
