import { ArrowLeft, ArrowRight, Flag, Minus, Pause, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button'
import { ConfirmDialog } from '../../../components/dialog'
import { useTranslate } from '../../../i18n/use-translate'
import type { Desk } from '../desk'
import { Key } from './panel'
import { TimeLeft } from './time-left'
import type { Commands, Standing } from './use-commands'
import { shortcuts } from './use-shortcuts'

interface ClockPanelProps {
  standing: Standing
  /** Steps with notes that are hidden still. */
  hidden: Desk['hidden']
  commands: Commands
  /** Asked when one goes on from the last step. */
  ending: { isOpen: boolean; setOpen(open: boolean): void }
}

/** Where one is, what is left of it, and on: the part that a facilitator has at hand all the time. */
export function ClockPanel({ standing, hidden, commands, ending }: ClockPanelProps) {
  const t = useTranslate('run')
  const types = useTranslate('workshops')
  const { step, agenda } = standing.state
  const place = agenda.findIndex(({ id }) => id === step?.id)
  return (
    <section
      aria-label={t('clock.title')}
      className="rounded-xl border border-line bg-surface p-4 shadow-raised sm:max-lg:sticky sm:max-lg:top-0 sm:max-lg:z-20 sm:p-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-sm text-ink-soft">
            {step ? `${t('clock.place', { number: place + 1, all: agenda.length })} · ${types(`stepType.${step.type}`)}` : ''}
          </p>
          <h2 className="text-2xl font-bold [overflow-wrap:anywhere] lg:text-3xl">{step?.title ?? t('clock.between')}</h2>
        </div>
        <div className="flex flex-col items-start gap-2">
          <TimeLeft standing={standing} className="text-5xl lg:text-6xl" />
          <TimeButtons standing={standing} commands={commands} />
        </div>
      </div>
      <OnAndBack place={place} waits={hidden.some((one) => one.step === step?.id)} count={agenda.length} commands={commands} ending={ending} />
    </section>
  )
}

function TimeButtons({ standing, commands: { give } }: Pick<ClockPanelProps, 'standing' | 'commands'>) {
  const t = useTranslate('run')
  const { leftMs, paused } = standing.state.clock
  const add = (minutes: string) => () => void give('add-time', { minutes })
  return (
    <div role="group" aria-label={t('time.title')} className="flex flex-wrap gap-2">
      {leftMs === null ? null : (
        <Button size="small" aria-keyshortcuts={shortcuts.pause} onPress={() => void give(paused ? 'resume' : 'pause')}>
          {paused ? <Play aria-hidden className="size-4" /> : <Pause aria-hidden className="size-4" />}
          {paused ? t('time.resume') : t('time.pause')}
          <Key>{shortcuts.pause}</Key>
        </Button>
      )}
      <Button size="small" aria-keyshortcuts="+" aria-label={t('time.more', { count: 1 })} onPress={add('1')}>
        <Plus aria-hidden className="size-4" />1
      </Button>
      <Button size="small" aria-label={t('time.more', { count: 5 })} onPress={add('5')}>
        <Plus aria-hidden className="size-4" />5
      </Button>
      {leftMs === null ? null : (
        <Button size="small" aria-label={t('time.less', { count: 1 })} onPress={add('-1')}>
          <Minus aria-hidden className="size-4" />1
        </Button>
      )}
    </div>
  )
}

interface OnAndBackProps extends Pick<ClockPanelProps, 'commands' | 'ending'> {
  place: number
  /** Something in this step comes before going on: its notes are hidden still. */
  waits: boolean
  count: number
}

/** One button stays in its place all the way through, so that focus does too. */
function OnAndBack({ place, waits, count, commands, ending }: OnAndBackProps) {
  const t = useTranslate('run')
  const { give, pending, settling } = commands
  const last = place === count - 1
  const busy = settling || pending === 'next' || pending === 'back' || pending === 'go'
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      <Button
        size="large"
        isDisabled={place <= 0}
        isPending={busy}
        aria-keyshortcuts={shortcuts.back}
        onPress={() => void give('back')}
      >
        <ArrowLeft aria-hidden className="size-5" />
        {t('move.back')}
        <Key>{shortcuts.back}</Key>
      </Button>
      <Button
        variant={waits ? 'secondary' : 'primary'}
        size="large"
        className="min-w-40 flex-1"
        isPending={busy}
        aria-keyshortcuts={shortcuts.next}
        onPress={() => (last ? ending.setOpen(true) : void give('next'))}
      >
        {last ? t('move.end') : t('move.next')}
        {last ? <Flag aria-hidden className="size-5" /> : <ArrowRight aria-hidden className="size-5" />}
        <Key>{shortcuts.next}</Key>
      </Button>
    </div>
  )
}

/** Asks before everybody's workshop ends. */
export function EndQuestion({ desk, commands, ending }: { desk: Desk } & Pick<ClockPanelProps, 'commands' | 'ending'>) {
  const t = useTranslate('run')
  const hidden = desk.hidden.reduce((sum, { notes }) => sum + notes, 0)
  const here = desk.people.filter((person) => person.here && !person.leads).length
  return (
    <ConfirmDialog
      title={t('end.title')}
      confirmLabel={t('move.end')}
      isOpen={ending.isOpen}
      onOpenChange={ending.setOpen}
      onConfirm={() => void commands.give('end')}
    >
      <p>{t('end.explained')}</p>
      <ul className="mt-3 list-disc pl-5">
        <li>{t('end.feedback', { count: desk.gaveFeedback, here })}</li>
        {desk.doorOpen ? <li>{t('end.doorOpen')}</li> : null}
        {hidden > 0 ? <li className="font-semibold">{t('end.hidden', { count: hidden })}</li> : null}
      </ul>
    </ConfirmDialog>
  )
}

/** Before the start and after the end. */
export function StageCard({ standing, commands, workshopId }: Pick<ClockPanelProps, 'standing' | 'commands'> & { workshopId: string }) {
  const t = useTranslate('run')
  const { state } = standing
  const [asks, setAsks] = useState(false)
  if (state.stage === 'closed') {
    return (
      <section aria-label={t('clock.title')} className="rounded-xl border border-line bg-surface p-6 shadow-raised">
        <h2 className="text-2xl font-bold">{t('closed.title')}</h2>
        <p className="mt-1 max-w-prose">{t('closed.explained')}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink variant="primary" to={`/workshops/${workshopId}/report`}>
            {t('closed.report')}
          </ButtonLink>
          <Button isPending={commands.pending === 'reopen'} onPress={() => setAsks(true)}>
            {t('closed.reopen')}
          </Button>
        </div>
        <ConfirmDialog
          title={t('closed.reopenTitle')}
          confirmLabel={t('closed.reopen')}
          isOpen={asks}
          onOpenChange={setAsks}
          onConfirm={() => void commands.give('reopen')}
        >
          {t('closed.reopenExplained')}
        </ConfirmDialog>
      </section>
    )
  }
  const empty = state.agenda.length === 0
  return (
    <section aria-label={t('clock.title')} className="rounded-xl border border-line bg-surface p-6 shadow-raised">
      <h2 className="text-2xl font-bold">{t('planned.title')}</h2>
      <p className="mt-1 max-w-prose">{empty ? t('planned.empty') : t('planned.explained')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {empty ? (
          <a href={`/workshops/${workshopId}/agenda`} className="font-semibold">
            {t('planned.makeAgenda')}
          </a>
        ) : (
          <Button variant="primary" size="large" isPending={commands.pending === 'start'} onPress={() => void commands.give('start')}>
            {t('move.start')}
            <Play aria-hidden className="size-5" />
          </Button>
        )}
      </div>
    </section>
  )
}
