import type { ReactNode } from 'react'
import type { Translate } from '../../kind'
import type { Annex } from '../model/content'
import type { PlacedFootnote } from '../model/footnotes'
import { looks } from './looks'

interface SheetEndProps {
  annexes: readonly Annex[]
  footnotes: readonly PlacedFootnote[]
  /** Whether the footnotes above can be led back to: in the editor their places are no targets. */
  isRead: boolean
  t: Translate
}

/** What stands below the clauses: which versions are attached, and what the footnotes say. */
export function SheetEnd({ annexes, footnotes, isRead, t }: SheetEndProps) {
  if (annexes.length === 0 && footnotes.length === 0) return null
  return (
    <div className="mt-12 max-w-[70ch] border-t border-line pt-6">
      {annexes.length > 0 ? (
        <End name="annexes" title={t('annex.list')}>
          <ol className="grid gap-2">
            {annexes.map(({ id, title, version, hash }, index) => (
              <li key={id} id={`annex-${id}`} className="break-words">
                {t('annex.listed', { number: index + 1, title, version })}
                <span className="block text-sm break-all text-ink-soft">{t('annex.hash', { hash })}</span>
              </li>
            ))}
          </ol>
        </End>
      ) : null}
      {footnotes.length > 0 ? (
        <End name="footnotes" title={t('footnote.list')}>
          <ol className="grid list-decimal gap-1 pl-6 text-[0.9375rem]">
            {footnotes.map(({ number, words }) => (
              <li key={number} id={`footnote-${number}`} className="break-words">
                {words}{' '}
                {isRead ? (
                  <a href={`#footnote-call-${number}`} className={looks.link} aria-label={t('footnote.back', { number })}>
                    ↩
                  </a>
                ) : null}
              </li>
            ))}
          </ol>
        </End>
      ) : null}
    </div>
  )
}

function End({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`sheet-${name}`} className="mb-6">
      <h2 id={`sheet-${name}`} className="mb-2 text-[1.1875rem] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
