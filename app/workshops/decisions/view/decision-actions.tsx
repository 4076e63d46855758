import { ArrowDown, ArrowUp, CornerDownRight, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { NotSentNotice } from '../../../accounts/view/form'
import { Button } from '../../../components/button'
import { ConfirmDialog, Dialog } from '../../../components/dialog'
import { IconButton } from '../../../components/icon-button'
import { useTranslate } from '../../../i18n/use-translate'
import type { CarryTarget } from '../carry.server'
import type { DecisionAnswer } from '../decisions-page.server'
import type { ShownDecision } from '../shown-decision.server'
import { CarryForm } from './carry-form'

interface DecisionActionsProps {
  workshopId: string
  decision: ShownDecision
  place: { index: number; of: number }
  targets: readonly CarryTarget[]
  onChange(): void
}

/** What a facilitator does with one decision. */
export function DecisionActions({ workshopId, decision, place, targets, onChange }: DecisionActionsProps) {
  const t = useTranslate('decisions')
  const fetcher = useFetcher<DecisionAnswer>()
  const [carrying, setCarrying] = useState(false)
  const [removing, setRemoving] = useState(false)
  const name = [...decision.text].slice(0, 60).join('')
  const post = (intent: 'up' | 'down' | 'remove') =>
    void fetcher.submit(
      { intent, decision: decision.id },
      { method: 'post', action: `/workshops/${workshopId}/decisions` },
    )
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <NotSentNotice answer={fetcher.state === 'idle' ? fetcher.data : undefined} />
      <Button size="small" onPress={() => setCarrying(true)}>
        <CornerDownRight aria-hidden className="size-4" />
        {t('carry.action')}
        <span className="sr-only">{`: ${name}`}</span>
      </Button>
      <span className="ml-auto flex">
        <IconButton icon={Pencil} label={t('changeOf', { name })} onPress={onChange} />
        <IconButton
          icon={ArrowUp}
          label={t('upOf', { name })}
          isDisabled={place.index === 0}
          onPress={() => post('up')}
        />
        <IconButton
          icon={ArrowDown}
          label={t('downOf', { name })}
          isDisabled={place.index === place.of - 1}
          onPress={() => post('down')}
        />
        <IconButton icon={Trash2} label={t('removeOf', { name })} onPress={() => setRemoving(true)} />
      </span>
      <Dialog title={t('carry.title')} isOpen={carrying} onOpenChange={setCarrying}>
        <CarryForm workshopId={workshopId} decision={decision} targets={targets} onDone={() => setCarrying(false)} />
      </Dialog>
      <ConfirmDialog
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        danger
        isOpen={removing}
        onOpenChange={setRemoving}
        onConfirm={() => post('remove')}
      >
        <p className="whitespace-pre-line">{decision.text}</p>
        <p className="mt-3">{t(decision.carried.length > 0 ? 'removeTextCarried' : 'removeText')}</p>
      </ConfirmDialog>
    </div>
  )
}
