import { Minus, Plus } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useTranslate } from '../../../i18n/use-translate'
import { dotsUsed, usableDots, withDots, type DotLimits, type Dots, type VoteTarget } from '../ballot'

interface BallotListProps {
  targets: readonly VoteTarget[]
  dots: Dots
  limits: DotLimits
  /** `closed`: to be read only. */
  state: 'open' | 'closed'
  onChange(dots: Dots): void
  /** Whether what is shown has been saved, in words. */
  saving?: ReactNode
}

/** Everything there is to vote for, each with its dots: given and taken back with two buttons, by thumb or keyboard. */
export function BallotList({ targets, dots, limits, state, onChange, saving }: BallotListProps) {
  const t = useTranslate('votes')
  const left = Math.max(0, limits.dots - dotsUsed(dots))
  const usable = usableDots(targets, limits)
  const sections = inSections(targets)
  return (
    <div className="flex flex-col gap-3">
      <div className="sticky top-[var(--view-top,0px)] z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 bg-[var(--ballot-ground,var(--color-paper))] px-1 py-2">
        <p role="status" className="flex items-center gap-3 text-lg font-bold">
          <DotsLeft left={left} all={limits.dots} />
          {t('left', { count: left, all: limits.dots })}
        </p>
        <p role="status" className="text-sm font-semibold">
          {saving}
        </p>
      </div>
      {limits.dots > 1 ? (
        <p className="text-sm text-ink-soft">{t('onOne', { count: Math.min(limits.dotsOnOne, limits.dots) })}</p>
      ) : null}
      {usable < limits.dots ? <p className="text-sm font-semibold">{t('usable', { count: usable })}</p> : null}
      {sections.map(({ group, targets: own }) => (
        <section key={group} aria-label={group || undefined}>
          {group ? <h3 className="mt-2 mb-1 font-bold">{group}</h3> : null}
          <ul className="flex flex-col gap-2">
            {own.map((target) => (
              <TargetRow
                key={target.id}
                target={target}
                given={dots[target.id] ?? 0}
                most={mostFor(dots, target.id, limits)}
                isOpen={state === 'open'}
                onGive={(count) => onChange(withDots(dots, target.id, count, limits))}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Dots as they lie in the hand: beside the number, never in place of it. */
function DotsLeft({ left, all }: { left: number; all: number }) {
  return (
    <span aria-hidden className="flex max-w-44 flex-wrap gap-1">
      {Array.from({ length: all }, (_, index) => (
        <span
          key={index}
          className={`size-3.5 rounded-full border-2 border-accent ${index < left ? 'bg-accent' : 'bg-transparent'}`}
        />
      ))}
    </span>
  )
}

interface TargetRowProps {
  target: VoteTarget
  given: number
  most: number
  isOpen: boolean
  onGive(count: number): void
}

function TargetRow({ target, given, most, isOpen, onGive }: TargetRowProps) {
  const t = useTranslate('votes')
  const id = useId()
  const name = target.name || t('unnamed')
  return (
    <li
      className={
        'flex items-center gap-2 rounded-lg border bg-surface py-2 pr-2 pl-4 ' +
        (given > 0 ? 'border-accent ring-1 ring-accent' : 'border-line')
      }
    >
      <div className="min-w-0 flex-1 py-1">
        <p id={id} className={`whitespace-pre-line ${target.notes.length > 0 ? 'font-semibold' : ''}`}>
          {name}
        </p>
        {target.notes.length > 0 ? <NotesInside notes={target.notes} /> : null}
      </div>
      <div role="group" aria-labelledby={id} className="flex shrink-0 items-center">
        {isOpen ? <StepButton icon="minus" label={t('take')} off={given === 0} onPress={() => onGive(given - 1)} /> : null}
        <output aria-label={t('given')} className="min-w-8 text-center text-xl font-bold tabular-nums">
          {given}
        </output>
        {isOpen ? <StepButton icon="plus" label={t('give')} off={given >= most} onPress={() => onGive(given + 1)} /> : null}
      </div>
    </li>
  )
}

function NotesInside({ notes }: { notes: readonly string[] }) {
  const t = useTranslate('votes')
  return (
    <details className="text-sm text-ink-soft">
      <summary className="min-h-8 cursor-pointer py-1">{t('notesInside', { count: notes.length })}</summary>
      <ul className="list-disc pl-5">
        {notes.map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </ul>
    </details>
  )
}

interface StepButtonProps {
  icon: 'minus' | 'plus'
  label: string
  /** Nothing to give or to take. It keeps the focus all the same, or it would be lost at the last dot. */
  off: boolean
  onPress(): void
}

function StepButton({ icon, label, off, onPress }: StepButtonProps) {
  const Icon = icon === 'minus' ? Minus : Plus
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
      className={
        'inline-flex size-12 items-center justify-center rounded-full text-accent hover:bg-accent-soft ' +
        'aria-disabled:text-line-strong aria-disabled:hover:bg-transparent'
      }
    >
      <Icon aria-hidden className="size-6" />
    </button>
  )
}

function mostFor(dots: Dots, target: string, limits: DotLimits): number {
  return withDots(dots, target, limits.dots, limits)[target] ?? 0
}

/** As they stand on the board: group by group, those in none last. */
function inSections(targets: readonly VoteTarget[]): { group: string; targets: VoteTarget[] }[] {
  const sections = new Map<string, VoteTarget[]>()
  for (const target of targets) sections.set(target.group, [...(sections.get(target.group) ?? []), target])
  return [...sections].map(([group, own]) => ({ group, targets: own }))
}
