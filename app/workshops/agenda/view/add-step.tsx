import { useState } from 'react'
import { Dialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import { stepTypes, type StepType } from '../../model/steps'
import { stepTypeIcons } from '../../view/step-type-icons'
import type { AgendaPageData } from '../page.server'
import { StepForm } from './step-form'

interface AddStepProps {
  agenda: AgendaPageData
  isOpen: boolean
  onOpenChange(open: boolean): void
}

/** First what is done, then how. */
export function AddStep({ agenda, isOpen, onOpenChange }: AddStepProps) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  const [type, setType] = useState<StepType | null>(null)
  const change = (open: boolean) => {
    setType(null)
    onOpenChange(open)
  }
  const title = type ? t('form.newTitle', { type: workshops(`stepType.${type}`) }) : t('addTitle')
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={change} size="wide">
      {type ? (
        <StepForm agenda={agenda} type={type} onSaved={() => change(false)} onOtherType={() => setType(null)} />
      ) : (
        <TypeChoice onChoose={setType} />
      )}
    </Dialog>
  )
}

function TypeChoice({ onChoose }: { onChoose(type: StepType): void }) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  return (
    <>
      <p className="mb-4 text-ink-soft">{t('addHint')}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {stepTypes.map((type) => {
          const Icon = stepTypeIcons[type]
          return (
            <li key={type} className="flex">
              <button
                type="button"
                onClick={() => onChoose(type)}
                className={
                  'grid min-h-14 flex-1 cursor-pointer grid-cols-[auto_1fr] content-start gap-x-3 rounded-lg border border-line-strong ' +
                  'p-3 text-left hover:border-accent hover:bg-accent-soft'
                }
              >
                <Icon aria-hidden className="row-span-2 mt-0.5 size-5 text-accent" />
                <span className="font-semibold">{workshops(`stepType.${type}`)}</span>
                <span className="text-sm text-ink-soft">{t(`for.${type}`)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
