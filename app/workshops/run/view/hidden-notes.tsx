import { Eye } from 'lucide-react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { Notice } from '../../../components/notice'
import { useTranslate } from '../../../i18n/use-translate'
import type { Desk } from '../desk'
import type { Commands } from './use-commands'

/** Before one leaves a step, forwards or back, whose notes nobody has been shown: reveal them first, or leave them hidden. */
export function HiddenQuestion({ commands }: { commands: Commands }) {
  const t = useTranslate('run')
  const { asked, closeAsked, give } = commands
  if (!asked) return null
  const goOn = () => give(asked.intent, { ...asked.fields, unrevealed: 'leave' })
  const revealFirst = async () => {
    if (await give('reveal', { step: asked.step })) await goOn()
  }
  const answer = (act: () => Promise<unknown>) => () => {
    closeAsked()
    void act()
  }
  return (
    <Dialog role="alertdialog" title={t('hidden.title', { count: asked.notes })} isOpen onOpenChange={closeAsked}>
      <p className="mb-6">{t('hidden.explained')}</p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={answer(goOn)}>{t('hidden.leave')}</Button>
        <Button variant="primary" onPress={answer(revealFirst)}>
          <Eye aria-hidden className="size-5" />
          {t('hidden.revealAndGo')}
        </Button>
      </div>
    </Dialog>
  )
}

interface HiddenProps {
  hidden: Desk['hidden']
  commands: Commands
}

/** In a step that works on notes: those of earlier steps that are not on the board yet. */
export function HiddenNotice({ hidden, commands }: HiddenProps) {
  const t = useTranslate('run')
  return hidden.map((one) => (
    <Notice key={one.step} tone="caution" role="status">
      <p className="mb-3">{t('hidden.waits', { count: one.notes, title: one.title })}</p>
      <RevealButton hidden={one} commands={commands} />
    </Notice>
  ))
}

export function RevealButton({ hidden: { step, notes, title }, commands }: { hidden: Desk['hidden'][number]; commands: Commands }) {
  const t = useTranslate('run')
  return (
    <Button
      size="small"
      isPending={commands.pending === 'reveal'}
      aria-label={t('hidden.revealOf', { count: notes, title })}
      onPress={() => void commands.give('reveal', { step })}
    >
      <Eye aria-hidden className="size-4" />
      {t('hidden.reveal', { count: notes })}
    </Button>
  )
}
