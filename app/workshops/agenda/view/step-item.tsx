import { ArrowDown, ArrowUp, CopyPlus, EllipsisVertical, GripVertical, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import type { PointerEventHandler } from 'react'
import { IconButton } from '../../../components/icon-button'
import { Menu } from '../../../components/menu'
import { useLanguage, useTranslate } from '../../../i18n/use-translate'
import { stepTypeIcons } from '../../view/step-type-icons'
import { sayClock } from '../../wall-time'
import type { AgendaArtefact } from '../artefact-facts.server'
import type { PlannedStep } from '../page.server'
import { needsArtefact } from '../step-places'

interface StepItemProps {
  step: PlannedStep
  /** Null after a step without a length. */
  startsAt: Date | null
  artefact: AgendaArtefact | undefined
  isFirst: boolean
  isLast: boolean
  /** Where a dragged step would land beside this one. */
  dropLine: 'above' | 'below' | null
  lifted: boolean
  handle: Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', PointerEventHandler<HTMLElement>>
  onMove(way: 'up' | 'down'): void
  onEdit(): void
  onDuplicate(): void
  onRemove(): void
}

export function StepItem({ step, startsAt, artefact, dropLine, lifted, handle, ...props }: StepItemProps) {
  const line = dropLine ? (dropLine === 'above' ? 'before:-top-1.5' : 'before:-bottom-1.5') : 'before:hidden'
  return (
    <li
      data-step={step.id}
      className={
        'relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 rounded-lg border bg-surface p-3 sm:grid-cols-[auto_5.5rem_minmax(0,1fr)_auto] sm:gap-x-4 ' +
        `before:absolute before:inset-x-0 before:h-1 before:rounded-full before:bg-accent before:content-[""] ${line} ` +
        `${step.history.running ? 'border-accent' : 'border-line'} ${lifted ? 'opacity-60' : ''}`
      }
    >
      <span
        {...handle}
        aria-hidden
        className="row-span-3 flex w-7 cursor-grab touch-none items-center justify-center rounded-md text-ink-soft select-none hover:bg-accent-soft sm:row-span-1"
      >
        <GripVertical className="size-5" />
      </span>
      <StepTime startsAt={startsAt} minutes={step.minutes} />
      <StepFacts step={step} artefact={artefact} onEdit={props.onEdit} />
      <StepActions step={step} {...props} />
    </li>
  )
}

function StepTime({ startsAt, minutes }: { startsAt: Date | null; minutes: number | null }) {
  const t = useTranslate('agenda')
  const language = useLanguage()
  return (
    <p className="flex items-baseline gap-x-3 sm:flex-col">
      <span className="text-lg font-bold tabular-nums">{startsAt ? sayClock(startsAt, language) : t('list.afterOpen')}</span>
      <span className="text-sm text-ink-soft">
        {minutes === null ? t('list.noMinutes') : t('list.minutes', { count: minutes })}
      </span>
    </p>
  )
}

function StepFacts({ step, artefact, onEdit }: Pick<StepItemProps, 'step' | 'artefact' | 'onEdit'>) {
  const t = useTranslate('agenda')
  const workshops = useTranslate('workshops')
  const { type, title, instructions, may, history } = step
  const Icon = stepTypeIcons[type]
  const where = useWhere(step, artefact)
  const allowed = may.map((one) => workshops(`allowance.${one}`)).join(', ')
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        <Icon aria-hidden className="size-4 shrink-0 text-accent" />
        {workshops(`stepType.${type}`)}
        {history.running ? <span className="font-semibold text-accent-strong">{t('list.running')}</span> : null}
        {history.begun && !history.running ? <span>{t('list.ran')}</span> : null}
      </p>
      <button
        type="button"
        onClick={onEdit}
        className="min-h-7 cursor-pointer text-left text-lg leading-snug font-semibold hover:underline"
      >
        {title}
      </button>
      {instructions ? <p className="max-w-prose whitespace-pre-line text-ink-soft">{instructions}</p> : null}
      {where ? <p className="mt-1 text-sm font-medium">{where}</p> : null}
      {artefact ? <p className="text-sm text-ink-soft">{t('list.may', { list: allowed })}</p> : null}
      {needsArtefact(type) && !artefact ? (
        <p className="mt-1 flex items-start gap-1.5 text-sm font-semibold text-caution">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {type === 'work' ? t('needs.artefact') : t('needs.board')}
        </p>
      ) : null}
    </div>
  )
}

function useWhere({ place }: PlannedStep, artefact: AgendaArtefact | undefined): string {
  const t = useTranslate('agenda')
  if (!artefact) return ''
  if (place === null || artefact.places === null) return artefact.title
  const name = artefact.places.find(({ id }) => id === place)?.name ?? t('list.gonePlace')
  return t('list.where', { artefact: artefact.title, place: name })
}

type StepActionsProps = Omit<StepItemProps, 'startsAt' | 'artefact' | 'dropLine' | 'lifted' | 'handle'>

function StepActions({ step, isFirst, isLast, onMove, onEdit, onDuplicate, onRemove }: StepActionsProps) {
  const t = useTranslate('agenda')
  const name = step.title
  return (
    <div className="col-start-2 flex items-start sm:col-start-auto">
      <IconButton
        data-move="up"
        icon={ArrowUp}
        label={t('list.up', { name })}
        isDisabled={isFirst}
        onPress={() => onMove('up')}
      />
      <IconButton
        data-move="down"
        icon={ArrowDown}
        label={t('list.down', { name })}
        isDisabled={isLast}
        onPress={() => onMove('down')}
      />
      <IconButton icon={Pencil} label={t('list.edit', { name })} onPress={onEdit} />
      <Menu
        label={t('list.more', { name })}
        trigger={<IconButton icon={EllipsisVertical} label={t('list.more', { name })} />}
        actions={[
          { id: 'duplicate', label: t('list.duplicate'), icon: CopyPlus, onAction: onDuplicate },
          { id: 'remove', label: t('list.remove'), icon: Trash2, danger: true, startsGroup: true, onAction: onRemove },
        ]}
      />
    </div>
  )
}
