import { useId } from 'react'
import { flowKinds, type FlowKind } from '../model/content'
import { useBoard } from './board-context'
import { FlowSample } from './board/legend'

interface FlowChoiceProps {
  value: FlowKind
  onChange(flow: FlowKind): void
  className?: string
}

/** What flows along a connector: four choices, each with its line and its word. */
export function FlowChoice({ value, onChange, className = '' }: FlowChoiceProps) {
  const { t } = useBoard()
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className="mb-1 font-semibold">{t('field.flow')}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(5.75rem,1fr))] gap-2">
        {flowKinds.map((flow) => (
          <label
            key={flow}
            className="flex min-h-11 cursor-pointer flex-col justify-center gap-0.5 rounded-md border border-line-strong px-2 py-1 has-checked:border-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <span className="flex items-center gap-2">
              <input
                type="radio"
                name={name}
                value={flow}
                checked={flow === value}
                onChange={() => onChange(flow)}
                className="size-4 shrink-0 accent-accent"
              />
              {t(`flow.${flow}`)}
            </span>
            <FlowSample flow={flow} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
