import { Languages } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../../components/button'
import { EmptyState } from '../../../../components/empty-state'
import { SelectField } from '../../../../components/select-field'
import { languageNames, languageSchema, languages } from '../../../../i18n/languages'
import type { Translate } from '../../../kind'
import { useContent, useCanEdit } from '../../../shared/use-artefact'
import { agreedText } from '../../model/agreed-text'
import { translationStates } from '../../model/translation'
import { setTranslationLanguage } from '../../model/translation-document'
import { wordedClauses, wordingSayings } from '../../model/wording'
import type { AgreementSession } from '../agreement-session'
import type { AtomSurroundings } from '../atom-label'
import { ClauseTranslation } from './clause-translation'

interface TranslationTabProps {
  session: AgreementSession
  /** The clause that one is in; empty outside of all. */
  current: string
  around: AtomSurroundings
  t: Translate
  onGo(clause: string): void
}

/** The agreement in its other language, a clause at a time, beside the text. */
export default function TranslationTab(props: TranslationTabProps) {
  const { session, t } = props
  const { translation } = useContent(session)
  return <div className="px-4 py-4">{translation ? <Clauses {...props} /> : <NoLanguage session={session} t={t} />}</div>
}

function NoLanguage({ session, t }: { session: AgreementSession; t: Translate }) {
  const canEdit = useCanEdit(session)
  const [language, setLanguage] = useState<string>('sv')
  return (
    <EmptyState icon={Languages} title={t('translation.none.title')}>
      <p>{t(canEdit ? 'translation.none.text' : 'translation.none.read')}</p>
      {canEdit ? (
        <div className="mt-4 text-left">
          <SelectField
            label={t('translation.none.language')}
            value={language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(event) => setLanguage(event.target.value)}
          />
          <Button
            variant="primary"
            className="mt-3"
            onPress={() => session.change((root) => setTranslationLanguage(root, languageSchema.parse(language)))}
          >
            {t('translation.none.add')}
          </Button>
        </div>
      ) : null}
    </EmptyState>
  )
}

function Clauses({ session, current, around, t, onGo }: TranslationTabProps) {
  const content = useContent(session)
  const canEdit = useCanEdit(session)
  const standing = useMemo(() => {
    const sayings = wordingSayings(agreedText(content))
    return { sayings, clauses: translationStates(content, wordedClauses(content), sayings) }
  }, [content])
  // What was chosen here counts until one goes to another clause in the text.
  const [chosen, setChosen] = useState({ clause: current, while: current })
  const wanted = chosen.while === current ? chosen.clause : current
  const at = Math.max(0, standing.clauses.findIndex(({ clause }) => clause.id === wanted))
  const shown = standing.clauses[at]
  const done = standing.clauses.filter(({ state }) => state === 'same').length
  const next = [...standing.clauses.slice(at + 1), ...standing.clauses.slice(0, at)].find(({ state }) => state !== 'same')
  const language = content.translation?.language ?? 'sv'
  if (!shown) return <p>{t('translation.empty')}</p>
  const go = (clause: string) => setChosen({ clause, while: current })
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{t('translation.language', { language: languageNames[language] })}</p>
        <p role="status" className="text-sm text-ink-soft">
          {t('translation.progress', { done, all: standing.clauses.length })}
        </p>
      </div>
      <SelectField
        label={t('translation.clause')}
        value={shown.clause.id}
        options={standing.clauses.map(({ clause, state }) => ({
          value: clause.id,
          label: `${state === 'same' ? '✓' : state === 'missing' ? '–' : '!'} ${clause.number} ${clause.title}`,
        }))}
        onChange={(event) => {
          go(event.target.value)
          onGo(event.target.value)
        }}
      />
      <ClauseTranslation
        key={shown.clause.id}
        session={session}
        standing={shown}
        all={standing.clauses}
        language={language}
        sayings={standing.sayings}
        around={around}
        t={t}
      />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        {next ? (
          <Button onPress={() => go(next.clause.id)}>{t('translation.next')}</Button>
        ) : (
          <p className="text-ink-soft">{t('translation.allSame')}</p>
        )}
        {canEdit ? (
          <Button variant="quiet" onPress={() => session.change((root) => setTranslationLanguage(root, undefined))}>
            {t('translation.remove')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
