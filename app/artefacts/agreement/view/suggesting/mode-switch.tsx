import { PencilLine, SquarePen } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Translate } from '../../../kind'
import { useCanChoose, useIsSuggesting, type WritingMode } from './writing-mode'

/** Whether one writes or suggests: always seen, and chosen where one may do both. */
export function ModeSwitch({ mode, t }: { mode: WritingMode; t: Translate }) {
  const isSuggesting = useIsSuggesting(mode)
  const canChoose = useCanChoose(mode)
  if (!canChoose) {
    return (
      <p title={t('mode.onlySuggesting')} className={`${look} bg-caution-soft text-caution`}>
        <SquarePen aria-hidden className="size-4" />
        {t('mode.suggesting')}
        <span className="sr-only">{t('mode.onlySuggesting')}</span>
      </p>
    )
  }
  return (
    <ToggleButtonGroup
      aria-label={t('mode.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[isSuggesting ? 'suggest' : 'write']}
      onSelectionChange={(keys) => mode.choose(keys.has('suggest'))}
      className="flex shrink-0 gap-0.5"
    >
      <ToggleButton id="write" className={`${look} ${choice}`}>
        <PencilLine aria-hidden className="size-4" />
        {t('mode.write')}
      </ToggleButton>
      <ToggleButton id="suggest" className={`${look} ${choice}`}>
        <SquarePen aria-hidden className="size-4" />
        {t('mode.suggest')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}

const look = 'inline-flex min-h-10 max-sm:min-h-11 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-semibold whitespace-nowrap'

const choice =
  'cursor-pointer text-ink-soft data-[hovered]:bg-accent-soft data-[selected]:bg-accent data-[selected]:text-on-accent ' +
  'data-[selected]:underline data-[selected]:underline-offset-4'
