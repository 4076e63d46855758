import { Layers, Pencil, StickyNote } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../components/button'
import { TextField } from '../../../components/text-field'
import { useTranslate } from '../../../i18n/use-translate'
import type { DecisionWriting } from '../decisions-page.server'
import type { Source } from '../sources.server'
import { DecisionForm } from './decision-form'

interface NewDecisionProps {
  workshopId: string
  writing: DecisionWriting
  onDone(): void
}

/** A decision begins from a group or a note of the boards, or from nothing. */
export function NewDecision({ workshopId, writing, onDone }: NewDecisionProps) {
  const [from, setFrom] = useState<Source | 'nothing' | undefined>(writing.sources.length === 0 ? 'nothing' : undefined)
  if (!from) return <SourceChoice sources={writing.sources} onChoose={setFrom} />
  return (
    <DecisionForm
      workshopId={workshopId}
      organisations={writing.organisations}
      begin={{ intent: 'add', source: from === 'nothing' ? null : from }}
      onDone={onDone}
    />
  )
}

interface SourceChoiceProps {
  sources: readonly Source[]
  onChoose(source: Source | 'nothing'): void
}

/** More at once are no list but a heap: the rest is found by its words. */
const mostShown = 30

function SourceChoice({ sources, onChoose }: SourceChoiceProps) {
  const t = useTranslate('decisions')
  const [sought, setSought] = useState('')
  const found = useMemo(() => sources.filter(({ words }) => holds(words, sought)), [sources, sought])
  return (
    <div className="flex flex-col gap-4">
      <Button onPress={() => onChoose('nothing')} className="self-start">
        <Pencil aria-hidden className="size-4" />
        {t('source.nothing')}
      </Button>
      <TextField label={t('source.search')} value={sought} onChange={(event) => setSought(event.target.value)} />
      <p role="status" className="text-sm text-ink-soft">
        {found.length > mostShown
          ? t('source.some', { count: mostShown, all: found.length })
          : t('source.found', { count: found.length })}
      </p>
      <ul className="flex flex-col gap-2">
        {found.slice(0, mostShown).map((source) => (
          <li key={`${source.artefactId} ${source.itemId}`}>
            <SourceButton source={source} onPress={() => onChoose(source)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function SourceButton({ source, onPress }: { source: Source; onPress(): void }) {
  const t = useTranslate('decisions')
  const { type, name, dots, earlier, artefactTitle } = source
  const Icon = type === 'group' ? Layers : StickyNote
  return (
    <button
      type="button"
      onClick={onPress}
      className={
        'flex min-h-12 w-full cursor-pointer items-start gap-3 rounded-md border border-line bg-surface px-4 py-2 text-left ' +
        'hover:border-accent hover:bg-accent-soft'
      }
    >
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className={`line-clamp-3 whitespace-pre-line ${type === 'group' ? 'font-semibold' : ''}`}>
          {name || t('source.unnamed')}
        </span>
        <span className="block text-sm text-ink-soft">
          {[t(`source.${type}`), artefactTitle, ...(earlier ? [t('source.earlier')] : [])].join(' · ')}
        </span>
      </span>
      {dots === null ? null : <span className="shrink-0 font-bold tabular-nums">{t('dots', { count: dots })}</span>}
    </button>
  )
}

function holds(words: string, sought: string): boolean {
  return words.toLocaleLowerCase('fi').includes(sought.trim().toLocaleLowerCase('fi'))
}
