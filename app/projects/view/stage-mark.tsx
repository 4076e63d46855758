import { Check } from 'lucide-react'
import type { StageId, StageState } from '../way'
import { stageIcons } from './stage-icons'

const looks: Record<StageState, string> = {
  reached: 'border-accent bg-accent text-on-accent',
  underway: 'border-accent bg-surface text-accent ring-4 ring-accent-soft',
  ahead: 'border-dashed border-line-strong bg-paper text-ink-soft',
}

/** A stage's picture; filled, ringed or dashed as it stands. The word for it is beside it. */
export function StageMark({ stage, state }: { stage: StageId; state: StageState }) {
  const Icon = stageIcons[stage]
  return (
    <span
      aria-hidden
      className={`relative z-10 inline-flex size-12 shrink-0 items-center justify-center rounded-full border-2 ${looks[state]}`}
    >
      <Icon className="size-5" />
      {state === 'reached' ? (
        <span
          className={
            'absolute -right-1 -bottom-1 inline-flex size-5 items-center justify-center rounded-full border-2 ' +
            'border-paper bg-positive text-white'
          }
        >
          <Check className="size-3" strokeWidth={3.5} />
        </span>
      ) : null}
    </span>
  )
}
