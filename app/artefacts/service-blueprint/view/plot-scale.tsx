import { feelingScale } from '../model/content'
import { feelingKey } from '../model/feeling-key'
import { heightOf } from '../model/feeling-plot'
import { useBlueprint } from './blueprint-context'

/** How high the plot of feelings is, in the grid's rows and beside it. */
export const plotHeight = 'h-32'

/** The numbers of the scale, at the edge of the plot: at the height of its guide lines. */
export function PlotScale() {
  const { t } = useBlueprint()
  return (
    <span aria-hidden className={`pointer-events-none absolute inset-x-0 top-0 ${plotHeight}`}>
      {[feelingScale.most, 0, feelingScale.least].map((value) => (
        <span
          key={value}
          style={{ top: `${heightOf(value)}%` }}
          className="absolute right-1.5 -translate-y-1/2 text-xs text-ink-soft"
        >
          {t(`${feelingKey(value)}.number`)}
        </span>
      ))}
    </span>
  )
}
