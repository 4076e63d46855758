import { useEffect, useRef, useState } from 'react'
import type { WordedClause } from '../../artefacts/agreement/model/wording'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { OrganisationBadge } from '../../components/organisation-badge'
import { useTranslate } from '../../i18n/use-translate'
import type { Cell } from '../model/position-table'
import type { Draft, OwnPositions } from '../own-positions'
import { useDraft } from '../use-positions'
import { WordingDifference } from './earlier-wording'
import { PositionDetails } from './position-details'
import { PositionForm } from './position-form'

interface OwnPositionProps {
  artefactId: string
  own: OwnPositions
  cell: Cell
  worded: WordedClause
}

/** One's own organisation's position on a clause: what it is, and to state it anew. */
export function OwnPosition({ artefactId, own, cell, worded }: OwnPositionProps) {
  const t = useTranslate('positions')
  const draft = useDraft(own, worded.id)
  const section = useKeptFocus(draft === undefined)
  const { statement, stance, isEarlier, organisation } = cell
  const isStated = statement !== undefined && stance !== 'none'
  const send = () => own.send(worded.id, { wording: worded.wording, wordingHash: worded.hash })
  const sayAgain = (words: Pick<Draft, 'stance' | 'words'>) => {
    own.write(worded.id, words)
    send()
  }
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t('panel.own', { organisation: organisation.name })}
      className="rounded-lg border-2 border-accent p-3"
    >
      <h4 className="mb-2">
        <OrganisationBadge type={organisation.type} name={organisation.name} />
      </h4>
      {isStated && !draft ? (
        <>
          <PositionDetails artefactId={artefactId} cell={cell} wording={worded.wording} />
          <div className="mt-3 flex flex-wrap gap-2">
            {isEarlier ? (
              <Button size="small" variant="primary" onPress={() => sayAgain({ stance, words: statement.words })}>
                {t('panel.confirmAgain')}
              </Button>
            ) : null}
            <Button size="small" onPress={() => own.write(worded.id, { stance, words: statement.words })}>
              {t('panel.change')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => sayAgain({ stance: 'none', words: '' })}>
              {t('panel.takeBack')}
            </Button>
          </div>
        </>
      ) : null}
      {draft?.wordingNow ? <Changed draft={draft} now={draft.wordingNow} onSend={(now) => own.send(worded.id, now)} /> : null}
      {!isStated || (draft && draft.stance !== 'none') ? (
        <PositionForm
          draft={draft}
          onWrite={(change) => own.write(worded.id, change)}
          onSend={send}
          onCancel={draft ? () => own.drop(worded.id) : undefined}
        />
      ) : null}
      <Standing draft={draft} />
    </section>
  )
}

/** The button that one pressed goes with the form: whoever was in it stays here, and not at the beginning of the page. */
function useKeptFocus(isSettled: boolean) {
  const section = useRef<HTMLElement>(null)
  const before = useRef(isSettled)
  useEffect(() => {
    const hasChanged = before.current !== isSettled
    before.current = isSettled
    if (hasChanged && document.activeElement === document.body) section.current?.focus({ preventScroll: true })
  }, [isSettled])
  return section
}

/** What has become of what one sent: there from the start, so that what changes in it is read out. */
function Standing({ draft }: { draft: Draft | undefined }) {
  const t = useTranslate('positions')
  const state = draft?.state
  const [seen, setSeen] = useState({ state, isStated: false })
  if (seen.state !== state) {
    setSeen({ state, isStated: state === undefined && (seen.state === 'sending' || seen.state === 'waiting') })
  }
  const words =
    state === 'sending'
      ? t('panel.sending')
      : state === 'waiting'
        ? t('panel.waiting')
        : state === 'refused'
          ? t('panel.signedOut')
          : state === 'clause-gone'
            ? t('panel.gone')
            : seen.isStated
              ? t('panel.stated')
              : ''
  const isTrouble = state === 'waiting' || state === 'refused' || state === 'clause-gone'
  return (
    <div role="status" className={words === '' ? '' : 'mt-3'}>
      {isTrouble ? <Notice tone="caution">{words}</Notice> : <p className="text-sm font-semibold text-positive">{words}</p>}
    </div>
  )
}

interface ChangedProps {
  draft: Draft
  now: NonNullable<Draft['wordingNow']>
  onSend(now: NonNullable<Draft['wordingNow']>): void
}

/** The clause says something else by now: what, and whether the position holds all the same. */
function Changed({ draft, now, onSend }: ChangedProps) {
  const t = useTranslate('positions')
  return (
    <div className="mb-3">
      <Notice tone="caution" role="alert" title={t('panel.wordingChanged.title')}>
        <p>{t('panel.wordingChanged.text')}</p>
        <WordingDifference before={draft.sentOn?.wording ?? ''} after={now.wording} />
        <Button size="small" variant="primary" className="mt-3" onPress={() => onSend(now)}>
          {t('panel.wordingChanged.send')}
        </Button>
      </Notice>
    </div>
  )
}

