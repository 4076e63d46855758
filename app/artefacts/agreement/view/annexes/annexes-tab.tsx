import { ArrowDown, ArrowUp, EllipsisVertical, Paperclip, Pencil, Plus, RefreshCw, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../../../components/button'
import { EmptyState } from '../../../../components/empty-state'
import { IconButton } from '../../../../components/icon-button'
import { Menu, type MenuAction } from '../../../../components/menu'
import { Notice } from '../../../../components/notice'
import type { Translate } from '../../../kind'
import type { AnnexChoices } from '../../../shared/annex-choices'
import type { Annex } from '../../model/content'
import type { AgreementSession } from '../agreement-session'
import { looks } from '../looks'
import { createAnnexActs, type AnnexActs } from './annex-acts'
import { AttachDialog } from './attach-dialog'
import { RenameDialog } from './rename-dialog'
import { useAnnexChoices, type KnownChoices } from './use-annex-choices'

interface AnnexesTabProps {
  session: AgreementSession
  annexes: readonly Annex[]
  canEdit: boolean
  t: Translate
}

/** The annexes: attached, put in order, and brought to a newer version. */
export default function AnnexesTab({ session, annexes, canEdit, t }: AnnexesTabProps) {
  const acts = useMemo(() => createAnnexActs(session), [session])
  const { answer, again } = useAnnexChoices(session.artefactId)
  const [isAttaching, setIsAttaching] = useState(false)
  const [renamed, setRenamed] = useState<Annex>()
  const [said, setSaid] = useState('')
  const choices = answer.outcome === 'known' ? answer.choices : undefined
  const attach =
    canEdit && choices ? (
      <Button onPress={() => setIsAttaching(true)}>
        <Plus aria-hidden className="size-5" />
        {t('annex.attach')}
      </Button>
    ) : null
  return (
    <div className="grid gap-4 p-4">
      <p role="status" className="sr-only">
        {said}
      </p>
      {annexes.length === 0 ? (
        <EmptyState icon={Paperclip} title={t('annex.emptyTitle')} action={attach}>
          {t(canEdit ? 'annex.teach' : 'annex.none')}
        </EmptyState>
      ) : (
        <>
          <ol className="grid gap-2">
            {annexes.map((annex, index) => (
              <AnnexRow
                key={annex.id}
                annex={annex}
                place={{ index, of: annexes.length }}
                choices={choices}
                acts={canEdit ? acts : undefined}
                t={t}
                onRename={() => setRenamed(annex)}
                onSay={setSaid}
              />
            ))}
          </ol>
          <div>{attach}</div>
        </>
      )}
      {canEdit ? <ChoicesNotice answer={answer} t={t} onAgain={again} /> : null}
      {isAttaching && choices ? (
        <AttachDialog
          choices={choices}
          t={t}
          onAttach={(version) => {
            acts.attach(version)
            setSaid(t('annex.attached', { title: version.title }))
          }}
          onClose={() => setIsAttaching(false)}
        />
      ) : null}
      {renamed ? (
        <RenameDialog
          annex={renamed}
          t={t}
          onRename={(title) => acts.rename(renamed.id, title)}
          onClose={() => setRenamed(undefined)}
        />
      ) : null}
    </div>
  )
}

interface AnnexRowProps {
  annex: Annex
  place: { index: number; of: number }
  /** Undefined until it is known what there is. */
  choices: AnnexChoices | undefined
  acts: AnnexActs | undefined
  t: Translate
  onRename(): void
  onSay(words: string): void
}

function AnnexRow({ annex, place, choices, acts, t, onRename, onSay }: AnnexRowProps) {
  const source = choices?.find(({ artefact }) => artefact === annex.artefact)
  const newest = source?.versions[0]
  const isThere = source?.versions.some(({ number, hash }) => number === annex.version && hash === annex.hash)
  const label = t('annex.menu', { number: place.index + 1, title: annex.title })
  return (
    <li className="rounded-md border border-line p-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-semibold break-words">
            {t('annex.kind')} {place.index + 1}. {annex.title}
          </p>
          <p className="text-sm text-ink-soft">
            {isThere ? (
              <a className={looks.link} href={`/artefacts/${annex.artefact}/versions/${annex.version}`}>
                {t('annex.versionOf', { version: annex.version, title: source?.title ?? '' })}
              </a>
            ) : (
              t('annex.versionNumber', { version: annex.version })
            )}
          </p>
        </div>
        {acts ? (
          <Menu
            label={label}
            trigger={<IconButton label={label} icon={EllipsisVertical} className="-mt-1 -mr-1" />}
            actions={annexActions({ annex, place, acts, t, onRename, onSay })}
          />
        ) : null}
      </div>
      {choices && !isThere ? <p className="mt-1 text-sm font-semibold text-danger">{t('annex.sourceGone')}</p> : null}
      {acts && isThere && newest && newest.number > annex.version ? (
        <Button
          size="small"
          className="mt-2"
          onPress={() => {
            acts.replaceVersion(annex.id, { version: newest.number, hash: newest.hash })
            onSay(t('annex.replaced', { version: newest.number }))
          }}
        >
          <RefreshCw aria-hidden className="size-4" />
          {t('annex.useNewer', { version: newest.number })}
        </Button>
      ) : null}
    </li>
  )
}

type AnnexActionsOptions = Omit<AnnexRowProps, 'choices' | 'acts'> & { acts: AnnexActs }

function annexActions({ annex, place, acts, t, onRename, onSay }: AnnexActionsOptions): MenuAction[] {
  const move = (direction: 'up' | 'down', number: number) => {
    acts.move(annex.id, direction)
    onSay(t('annex.moved', { title: annex.title, number }))
  }
  return [
    {
      id: 'up',
      label: t('act.up'),
      icon: ArrowUp,
      disabled: place.index === 0,
      onAction: () => move('up', place.index),
    },
    {
      id: 'down',
      label: t('act.down'),
      icon: ArrowDown,
      disabled: place.index === place.of - 1,
      onAction: () => move('down', place.index + 2),
    },
    { id: 'rename', label: t('annex.rename'), icon: Pencil, onAction: onRename },
    {
      id: 'remove',
      label: t('annex.remove'),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      onAction: () => {
        acts.remove(annex.id)
        onSay(t('annex.removed', { title: annex.title }))
      },
    },
  ]
}

function ChoicesNotice({ answer, t, onAgain }: { answer: KnownChoices; t: Translate; onAgain(): void }) {
  if (answer.outcome === 'known') return null
  if (answer.outcome === 'asking') return <p className="text-sm text-ink-soft">{t('annex.asking')}</p>
  if (answer.outcome === 'refused') return <p className="text-sm text-ink-soft">{t('annex.refused')}</p>
  return (
    <Notice tone="caution" role="status" title={t('annex.unreachable')}>
      <Button size="small" className="mt-2" onPress={onAgain}>
        {t('fault.failed.again')}
      </Button>
    </Notice>
  )
}
