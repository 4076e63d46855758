import { useCallback, useEffect, useState } from 'react'
import type { Clause } from '../../artefacts/agreement/model/content'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Notice } from '../../components/notice'
import { languageNames, type Language } from '../../i18n/languages'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { askForClauses } from '../ask-library'
import { findClauses } from '../find-clauses'
import type { OfferedClauses } from '../library-clause'
import { ClausePreview } from './clause-preview'
import { SearchFields, type Sought } from './search-fields'

interface InsertDialogProps {
  artefactId: string
  /** What it is put after: "4.2 Kustannukset"; undefined for the very end. */
  after: string | undefined
  /** Answers whether it could be put there. */
  onInsert(clause: Clause): boolean
  onClose(): void
}

/** Finds a clause in the project's library or in the templates, shows it, and puts it into the agreement. */
export function InsertDialog({ artefactId, after, onInsert, onClose }: InsertDialogProps) {
  const t = useTranslate('clauseLibrary')
  const { offered, hasFailed, askAgain } = useOffered(artefactId)
  return (
    <Dialog title={t('insert.title')} isOpen onOpenChange={onClose} size="wide">
      <p className="mb-4">{after === undefined ? t('insert.whereLast') : t('insert.where', { clause: after })}</p>
      {offered ? <Choice offered={offered} onInsert={onInsert} onClose={onClose} /> : null}
      {!offered && !hasFailed ? <p role="status">{t('insert.loading')}</p> : null}
      {hasFailed ? (
        <div role="alert" className="flex flex-wrap items-center gap-3">
          <p>{t('insert.failed')}</p>
          <Button size="small" onPress={askAgain}>
            {t('insert.again')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}

function useOffered(artefactId: string) {
  const [offered, setOffered] = useState<OfferedClauses>()
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(-1)
  useEffect(() => {
    let over = false
    void askForClauses(artefactId).then((answer) => {
      if (over) return
      if (answer) setOffered(answer)
      else setFailed(attempt)
    })
    return () => {
      over = true
    }
  }, [artefactId, attempt])
  return { offered, hasFailed: failed === attempt, askAgain: useCallback(() => setAttempt((count) => count + 1), []) }
}

interface ChoiceProps extends Pick<InsertDialogProps, 'onInsert' | 'onClose'> {
  offered: OfferedClauses
}

interface Offer {
  id: string
  title: string
  /** What it is told apart by: its template, its note. */
  detail: string
  language: Language
  clause: Clause
}

function Choice({ offered, onInsert, onClose }: ChoiceProps) {
  const t = useTranslate('clauseLibrary')
  const own = useLanguage()
  const [sought, setSought] = useState<Sought>({ words: '', language: own })
  const [chosenId, setChosenId] = useState<string>()
  const [isGone, setIsGone] = useState(false)
  const kept = offered.kept.map((one): Offer => ({ ...one, detail: one.note }))
  const templates = offered.templates.map((one): Offer => ({ ...one, detail: one.template }))
  const find = (offers: readonly Offer[]) => findClauses(offers, sought.words, sought.language)
  const groups = [
    { name: t('insert.kept'), offers: find(kept), empty: t(kept.length === 0 ? 'insert.keptEmpty' : 'nothing') },
    { name: t('insert.templates'), offers: find(templates), empty: t('nothing') },
  ]
  const chosen = [...kept, ...templates].find(({ id }) => id === chosenId)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen && onInsert(chosen.clause)) onClose()
        else setIsGone(chosen !== undefined)
      }}
    >
      <SearchFields sought={sought} onSought={setSought} />
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <div className="shows-more max-h-80 overflow-y-auto rounded-md border border-line p-2">
          {groups.map((group) => (
            <fieldset key={group.name} className="mb-3">
              <legend className="mb-1 text-sm font-semibold text-ink-soft">{group.name}</legend>
              {group.offers.length === 0 ? <p className="px-2 text-sm text-ink-soft">{group.empty}</p> : null}
              {group.offers.map((offer) => (
                <label
                  key={offer.id}
                  className="flex min-h-11 cursor-pointer items-start gap-2 rounded-md px-2 py-1.5 has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-accent"
                >
                  <input
                    type="radio"
                    name="clause"
                    checked={offer.id === chosenId}
                    onChange={() => setChosenId(offer.id)}
                    className="mt-1 size-5 shrink-0 accent-accent"
                  />
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {offer.title}
                    <span className="block text-sm text-ink-soft">
                      {[sought.language ? '' : languageNames[offer.language], offer.detail].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than its box it is scrolled, by keyboard too */}
        <section aria-label={t('insert.preview')} aria-live="polite" tabIndex={0} className="max-h-80 overflow-y-auto">
          {chosen ? <ClausePreview clause={chosen.clause} language={chosen.language} /> : <p className="text-ink-soft">{t('insert.choose')}</p>}
        </section>
      </div>
      {isGone ? (
        <div className="mt-4">
          <Notice tone="caution" role="alert">
            {t('insert.gone')}
          </Notice>
        </div>
      ) : null}
      <div className="mt-5 flex justify-end">
        <Button type="submit" variant="primary" isDisabled={!chosen}>
          {t('insert.do')}
        </Button>
      </div>
    </form>
  )
}
