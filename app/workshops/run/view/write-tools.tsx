import { Eye } from 'lucide-react'
import { Button } from '../../../components/button'
import { useTranslate } from '../../../i18n/use-translate'
import { Key } from './panel'
import type { StepToolsProps } from './step-panel'
import { shortcuts } from './use-shortcuts'

/** How much has been written, and showing it to all. Nobody's words are here before that. */
export function WriteTools({ step, desk, commands }: StepToolsProps) {
  const t = useTranslate('run')
  const { writers = 0, notes = 0, shown = 0 } = desk.step.writing ?? {}
  const late = desk.hidden.find((one) => one.step === step.id)?.notes ?? 0
  return (
    <div>
      {step.revealed ? (
        <p>
          <span className="text-2xl font-bold tabular-nums">{t('write.onBoard', { count: shown })}</span>{' '}
          {late > 0 ? <span className="text-ink-soft">{t('write.late', { count: late })}</span> : null}
        </p>
      ) : (
        <p>
          <span className="text-2xl font-bold tabular-nums">{t('write.writers', { count: writers })}</span>{' '}
          <span className="text-ink-soft">{t('write.notes', { count: notes })}</span>
        </p>
      )}
      {step.settings.privately ? (
        <>
          <p className="mt-1 max-w-prose text-sm text-ink-soft">
            {step.revealed ? t('write.revealed') : t('write.private')} {t(`write.author.${step.settings.authorship}`)}
          </p>
          <Button
            variant={step.revealed ? 'secondary' : 'primary'}
            className="mt-3"
            isPending={commands.pending === 'reveal'}
            isDisabled={step.artefact === null}
            aria-keyshortcuts={shortcuts.main}
            onPress={() => void commands.give('reveal', { step: step.id })}
          >
            <Eye aria-hidden className="size-5" />
            {step.revealed ? t('write.revealLate') : t('write.reveal')}
            <Key>{shortcuts.main}</Key>
          </Button>
          {step.artefact === null ? <p className="mt-2 text-sm">{t('write.noBoard')}</p> : null}
        </>
      ) : null}
    </div>
  )
}
