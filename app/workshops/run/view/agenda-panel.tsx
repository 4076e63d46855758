import { Check, CircleDot, Circle } from 'lucide-react'
import { useTranslate } from '../../../i18n/use-translate'
import type { LiveState } from '../../model/live-state'
import { Panel } from './panel'
import type { Commands } from './use-commands'

interface AgendaPanelProps {
  state: LiveState
  commands: Commands
}

/** The way through the workshop: what is done, where one is, what comes. Any step can be gone to. */
export function AgendaPanel({ state, commands }: AgendaPanelProps) {
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
          />
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
}

const icons = { done: Check, now: CircleDot, coming: Circle }

function AgendaItem({ item: { type, title, minutes }, standing, go, busy }: AgendaItemProps) {
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
    </li>
  )
}
