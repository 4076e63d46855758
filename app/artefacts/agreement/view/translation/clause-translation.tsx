import { CircleCheck, CircleDashed, History, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../../components/button'
import type { Language } from '../../../../i18n/languages'
import type { Translate } from '../../../kind'
import { useCanEdit, useContent } from '../../../shared/use-artefact'
import { agreedText } from '../../model/agreed-text'
import { blocksOf, placeClauses, titleOf, type PlacedClause } from '../../model/clauses'
import type { Clause, TranslatedClause } from '../../model/content'
import { asClause, translatedHash, type StandingTranslation, type TranslationState } from '../../model/translation'
import { agreeTranslation, beginTranslation, translatedBody } from '../../model/translation-document'
import type { Sayings } from '../../model/wording'
import type { AgreementSession } from '../agreement-session'
import type { AtomSurroundings } from '../atom-label'
import { StaticAgreement } from '../static-agreement'
import { TranslatedText } from './translated-text'

interface ClauseTranslationProps {
  session: AgreementSession
  standing: StandingTranslation
  all: readonly StandingTranslation[]
  language: Language
  sayings: Sayings
  around: AtomSurroundings
  t: Translate
}

const looksOf: Record<TranslationState, { icon: LucideIcon; className: string }> = {
  missing: { icon: CircleDashed, className: 'bg-sunken text-ink-soft' },
  unchecked: { icon: CircleDashed, className: 'bg-sunken text-ink' },
  same: { icon: CircleCheck, className: 'bg-accent-soft text-accent-strong' },
  'translation-older': { icon: History, className: 'bg-caution-soft text-caution' },
  'translation-newer': { icon: History, className: 'bg-caution-soft text-caution' },
  'both-changed': { icon: TriangleAlert, className: 'bg-caution-soft text-caution' },
}

/** One clause in both languages, and whether they say the same. */
export function ClauseTranslation(props: ClauseTranslationProps) {
  const { session, standing, all, language, sayings, around, t } = props
  const { clause, translated, state } = standing
  const canEdit = useCanEdit(session)
  const body = useTranslationBody(session, clause.id)
  // Once it is open it stays so, also while all of it is being written anew.
  const [isOpen, setIsOpen] = useState(translated !== undefined)
  const [isAskedFor, setIsAskedFor] = useState(false)
  if (translated && !isOpen) setIsOpen(true)
  const begin = (content?: TranslatedClause) => {
    session.change((root) => beginTranslation(root, clause.id, content))
    setIsAskedFor(true)
    setIsOpen(true)
  }
  const name = `${clause.number} ${clause.title}`
  const { icon: Icon, className } = looksOf[state]
  const agree = () => {
    if (!translated) return
    session.endStep()
    session.change((root) => agreeTranslation(root, clause.id, clause.hash, translatedHash(translated, sayings)))
    session.endStep()
  }
  const labelOf = (id: string) => {
    const target = all.find((one) => one.clause.id === id)
    return target && { number: target.clause.number, title: target.translated?.title ?? target.clause.title }
  }
  return (
    <section aria-label={name} className="space-y-3">
      <p role="status" className={`flex items-start gap-2 rounded-md px-3 py-2 text-sm font-semibold ${className}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t(`translation.state.${state}`)}
      </p>
      <Source session={session} clause={clause.id} around={around} t={t} />
      {canEdit && isOpen && body ? (
        <TranslatedText {...{ body, name, language, labelOf, around, t }} takesFocus={isAskedFor} />
      ) : null}
      {canEdit && !(isOpen && body) ? <Begin session={session} clause={clause.id} t={t} onBegin={begin} /> : null}
      {!canEdit && translated ? (
        <div lang={language} className="rounded-md border border-line bg-surface px-3">
          <StaticAgreement placed={[byItself(clause, asClause(clause.id, translated))]} around={around} t={t} />
        </div>
      ) : null}
      {canEdit && state !== 'same' && state !== 'missing' ? (
        <Button onPress={agree}>
          <CircleCheck aria-hidden className="size-5" />
          {t('translation.same')}
        </Button>
      ) : null}
    </section>
  )
}

/** Shown apart from the agreement: it belongs to no other clause, and its place on the page has a name of its own. */
function byItself({ id, number, title }: Pick<PlacedClause, 'id' | 'number' | 'title'>, clause: Clause): PlacedClause {
  return { id: `${id}-apart`, number, title: titleOf(clause) || title, level: 2, clause }
}

/** The agreement's own text: on narrow screens the sheet is behind this. */
function Source({ session, clause, around, t }: Pick<ClauseTranslationProps, 'session' | 'around' | 't'> & { clause: string }) {
  const content = useContent(session)
  const own = placeClauses(agreedText(content)).find(({ id }) => id === clause)
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="min-h-6 cursor-pointer font-semibold">{t('translation.source')}</summary>
      {own ? <StaticAgreement placed={[byItself({ ...own, id: `${own.id}-own` }, own.clause)]} around={around} t={t} /> : null}
    </details>
  )
}

interface BeginProps {
  session: AgreementSession
  clause: string
  t: Translate
  /** With what the translation is to begin from; with nothing, empty. */
  onBegin(content?: TranslatedClause): void
}

function Begin({ session, clause, t, onBegin }: BeginProps) {
  const content = useContent(session)
  const source = placeClauses(agreedText(content)).find(({ id }) => id === clause)
  const copied = source && { title: source.title, content: blocksOf(source.clause), agreesWith: '', agreed: '' }
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="primary" onPress={() => onBegin()}>
        {t('translation.begin')}
      </Button>
      <Button onPress={() => onBegin(copied)}>{t('translation.copy')}</Button>
    </div>
  )
}

/** Where the translation is written; undefined until somebody has begun it. */
function useTranslationBody(session: AgreementSession, clause: string) {
  const subscribe = useCallback((listener: () => void) => session.onContent(listener), [session])
  const read = () => {
    const live = session.live()
    return live && translatedBody(live.root, clause)
  }
  return useSyncExternalStore(subscribe, read, () => undefined)
}
