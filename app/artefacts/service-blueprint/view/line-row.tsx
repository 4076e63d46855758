import type { BlueprintLine } from '../model/content'
import { useBlueprint } from './blueprint-context'

/** Each line has its own pattern, and its name on it. */
export const lineLooks: Record<BlueprintLine, string> = {
  interaction: 'border-solid',
  visibility: 'border-dashed',
  'internal-interaction': 'border-dotted',
}

/** One of the three lines, across all phases. */
export function LineRow({ line, columns }: { line: BlueprintLine; columns: number }) {
  const { t } = useBlueprint()
  return (
    <tr role="row">
      <td role="gridcell" colSpan={columns} className="bg-paper py-1">
        <div className="flex items-center">
          <span
            className={
              'sticky left-0 z-10 bg-paper py-0.5 pr-3 pl-2 text-sm font-bold whitespace-nowrap ' +
              'text-accent'
            }
          >
            {t(`line.${line}.name`)}
          </span>
          <span aria-hidden className={`h-0 flex-1 border-t-3 border-accent ${lineLooks[line]}`} />
        </div>
      </td>
    </tr>
  )
}
