import { ArrowRightLeft, CircleCheck, Minus, MoveRight, Pencil, Plus, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { Part } from '../../artefacts/kind'
import { EmptyState } from '../../components/empty-state'
import { useTranslate } from '../../i18n/use-translate'
import type { ChangedPart, Comparison, Difference } from '../compare'
import { withoutNumber } from '../renamings'
import { WordChanges } from './word-changes'

type Change = Difference['change']
type Shown = 'all' | Change

const shownKinds: readonly Shown[] = ['all', 'added', 'removed', 'changed']

/** Every kind of change by its sign and word; the colour only underlines them. */
const looks: Record<Change, { icon: LucideIcon; edge: string; badge: string }> = {
  added: { icon: Plus, edge: 'border-l-positive', badge: 'bg-positive-soft text-positive' },
  removed: { icon: Minus, edge: 'border-l-danger', badge: 'bg-danger-soft text-danger' },
  changed: { icon: Pencil, edge: 'border-l-caution', badge: 'bg-caution-soft text-caution' },
}

/** The differences one by one, with how many there are, and a choice of which to see. */
export function ComparisonView({ comparison: { differences, counts } }: { comparison: Comparison }) {
  const t = useTranslate('versions')
  const [shown, setShown] = useState<Shown>('all')
  if (differences.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={t('compare.same')}>
        {t('compare.sameDetail')}
      </EmptyState>
    )
  }
  const count = (kind: Shown) => (kind === 'all' ? differences.length : counts[kind])
  const visible = differences.filter(({ change }) => shown === 'all' || shown === change)
  return (
    <>
      <p className="mb-4">{t('compare.summary', { ...counts })}</p>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div role="group" aria-label={t('compare.filter')} className="flex flex-wrap gap-2">
          {shownKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === shown}
              onClick={() => setShown(kind)}
              className="min-h-10 cursor-pointer rounded-full border border-line-strong bg-surface px-4 font-medium hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
            >
              {t(`compare.${kind}`)} ({count(kind)})
            </button>
          ))}
        </div>
        <Legend />
      </div>
      <div role="status">{visible.length === 0 ? <p className="text-ink-soft">{t('compare.noneOfKind')}</p> : null}</div>
      <ol className="flex flex-col gap-3">
        {visible.map((difference) => (
          <li key={`${difference.change} ${difference.part.id}`}>
            <DifferenceCard difference={difference} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Legend() {
  const t = useTranslate('versions')
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <WordChanges words={[{ kind: 'added', text: t('compare.legendAdded') }]} />
      <WordChanges words={[{ kind: 'removed', text: t('compare.legendRemoved') }]} />
    </p>
  )
}

function DifferenceCard({ difference }: { difference: Difference }) {
  const t = useTranslate('versions')
  const { change, part } = difference
  const { icon: Icon, edge, badge } = looks[change]
  const said = { added: t('compare.isAdded'), removed: t('compare.isRemoved'), changed: t('compare.isChanged') }
  return (
    <article className={`rounded-lg border border-l-4 border-line bg-surface p-4 sm:px-6 ${edge}`}>
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className={`inline-flex items-center gap-1.5 self-center rounded-full px-2.5 py-0.5 text-sm font-semibold ${badge}`}>
          <Icon aria-hidden className="size-4" />
          {said[change]}
        </span>
        <h2 className="min-w-0 flex-1 basis-60 font-bold break-words">
          <span className="font-normal text-ink-soft">{part.kind}: </span>
          {part.name}
        </h2>
        {part.place ? <p className="text-sm break-words text-ink-soft">{part.place}</p> : null}
      </header>
      {difference.change === 'changed' ? <Changes difference={difference} /> : <Whole part={part} />}
    </article>
  )
}

/** What an added or removed thing holds: all of it came or went, so no word of it is marked. */
function Whole({ part }: { part: Part }) {
  const name = withoutNumber(part.name)
  const fields = part.fields.filter(({ text }) => text !== '' && text !== name)
  if (fields.length === 0) return null
  return (
    <dl className="mt-2">
      {fields.map(({ name, text }, index) => (
        <div key={index} className="mt-1.5">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="break-words whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Changes({ difference: { formerName, fields, place, reordered } }: { difference: ChangedPart }) {
  const t = useTranslate('versions')
  const line = 'mt-2 flex items-baseline gap-2'
  return (
    <>
      {place ? (
        <p className={line}>
          <MoveRight aria-hidden className="size-4 shrink-0 self-center" />
          {t('compare.moved', { from: place.from || t('compare.top'), to: place.to || t('compare.top') })}
        </p>
      ) : null}
      {reordered ? (
        <p className={line}>
          <ArrowRightLeft aria-hidden className="size-4 shrink-0 rotate-90 self-center" />
          {t('compare.reordered')}
        </p>
      ) : null}
      {formerName !== undefined && fields.length === 0 ? (
        <p className="mt-2">{t('compare.formerName', { name: formerName })}</p>
      ) : null}
      <dl>
        {fields.map(({ name, words }, index) => (
          <div key={index} className="mt-2">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="break-words whitespace-pre-line">
              <WordChanges words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
