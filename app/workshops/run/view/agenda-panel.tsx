import { Check, CircleDot, Circle, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import type { Desk } from '../desk'
import { RevealButton } from './hidden-notes'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface AgendaPanelProps {
  state: LiveState
  /** Steps with notes that are hidden still. */
  hidden: Desk['hidden']
  commands: Commands
}

/** The way through the workshop: what is done, where one is, what comes. Any step can be gone to. */
export function AgendaPanel({ state, hidden, commands }: AgendaPanelProps) {
  const t = useTranslate('run')
  const { agenda, step, stage } = state
  const at = stage === 'closed' ? agenda.length : agenda.findIndex(({ id }) => id === step?.id)
  const total = agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  return (
    <Panel
      title={t('agenda.title')}
      aside={<span className="text-sm text-ink-soft">{total > 0 ? t('agenda.minutes', { count: total }) : ''}</span>}
    >
      {agenda.length === 0 ? <p className="text-ink-soft">{t('agenda.empty')}</p> : null}
      <ol className="flex flex-col gap-0.5">
        {agenda.map((item, index) => (
          <AgendaItem
            key={item.id}
            item={item}
            standing={index === at ? 'now' : index < at ? 'done' : 'coming'}
            go={stage === 'running' ? () => void commands.give('go', { step: item.id }) : null}
            busy={commands.settling || index === at}
          >
            {index === at ? null : <HiddenMark hidden={hidden.find(({ step: id }) => id === item.id)} commands={commands} />}
          </AgendaItem>
        ))}
      </ol>
    </Panel>
  )
}

interface AgendaItemProps {
  item: LiveState['agenda'][number]
  standing: 'done' | 'now' | 'coming'
  go: (() => void) | null
  /** There is nothing to go to just now. The button stays all the same: whoever pressed it keeps the focus. */
  busy: boolean
  /** Below what leads to it. */
  children: ReactNode
}

/** A step's notes that were never shown, and the way to show them. */
function HiddenMark({ hidden, commands }: { hidden: Desk['hidden'][number] | undefined; commands: Commands }) {
  const t = useTranslate('run')
  if (!hidden) return null
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 pl-8 text-sm font-semibold text-caution">
      <span className="inline-flex items-center gap-1.5">
        <EyeOff aria-hidden className="size-4 shrink-0" />
        {t('hidden.mark', { count: hidden.notes })}
      </span>
      <RevealButton hidden={hidden} commands={commands} />
    </div>
  )
}

const icons = { done: Check, now: CircleDot, coming: Circle }

function AgendaItem({ item: { type, title, minutes }, standing, go, busy, children }: AgendaItemProps) {
  const t = useTranslate('run')
  const types = useTranslate('workshops')
  const Icon = icons[standing]
  const inside = (
    <>
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${standing === 'coming' ? 'text-line-strong' : 'text-accent'}`} />
      <span className="min-w-0 flex-1">
        <span className={`block [overflow-wrap:anywhere] ${standing === 'now' ? 'font-bold' : ''}`}>{title}</span>
        <span className="block text-sm text-ink-soft">
          {[types(`stepType.${type}`), minutes === null ? '' : t('agenda.minutes', { count: minutes })].filter(Boolean).join(' · ')}
        </span>
      </span>
      {standing === 'coming' ? null : <span className="sr-only">{t(`agenda.${standing}`)}</span>}
    </>
  )
  const look = 'flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left'
  return (
    <li {...(standing === 'now' ? { 'aria-current': 'step' as const } : {})}>
      {go ? (
        <button
          type="button"
          aria-disabled={busy}
          onClick={() => (busy ? undefined : go())}
          className={`${look} min-h-11 ${standing === 'now' ? 'bg-accent-soft' : 'cursor-pointer hover:bg-accent-soft'}`}
        >
          {inside}
        </button>
      ) : (
        <div className={`${look} min-h-11 ${standing === 'now' ? 'bg-accent-soft' : ''}`}>{inside}</div>
      )}
      {children}
    </li>
  )
}
