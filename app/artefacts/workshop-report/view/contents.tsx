import type { Translate } from '../../kind'
import type { ReportSection } from '../model/content'
import { sectionName } from '../model/names'
import { focusName } from './acts'

interface ContentsProps {
  sections: readonly ReportSection[]
  numbers: readonly string[]
  t: Translate
  onGo(name: string): void
}

/** The sections' headings, each leading to its section: beside the report, or above it where there is no room. */
export function Contents({ sections, numbers, t, onGo }: ContentsProps) {
  const list = (
    <ol className="flex flex-col">
      {sections.map((section, index) => (
        <li key={section.id} className={section.depth === 2 && index > 0 ? 'pl-5' : ''}>
          <button
            type="button"
            onClick={() => onGo(focusName.heading(section.id))}
            className="flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-md px-2 text-left hover:bg-accent-soft lg:min-h-9"
          >
            <span className="shrink-0 font-semibold text-accent tabular-nums">{numbers[index]}</span>
            <span className="min-w-0 break-words">{sectionName(section, t)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
  return (
    <nav aria-label={t('contents')} className="text-[0.9375rem]">
      <details className="rounded-lg border border-line bg-surface px-3 roomy:hidden">
        <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{t('contents')}</summary>
        {list}
      </details>
      <div className="sticky top-[calc(var(--view-top,0px)+0.75rem)] max-h-[calc(100dvh-var(--view-top,0px)-1.5rem)] overflow-y-auto hidden roomy:block">
        <p className="px-2 pb-1 text-sm font-semibold text-ink-soft">{t('contents')}</p>
        {list}
      </div>
    </nav>
  )
}
