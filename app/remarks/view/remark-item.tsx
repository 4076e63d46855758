import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/dialog'
import { IconButton } from '../../components/icon-button'
import { Menu, type MenuAction } from '../../components/menu'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import { sayMoment } from '../../workshops/wall-time'
import type { Remark } from '../model/content'
import type { ListedThread } from '../model/thread-list'
import { knownIn } from '../model/called-names'
import { RemarkForm } from './remark-form'
import { RemarkWords } from './remark-words'
import type { RemarksStore } from './remarks-store'
import type { ThreadActs } from './thread-acts'
import { timeInWords } from './time-in-words'

interface RemarkItemProps {
  store: RemarksStore
  listed: ListedThread
  remark: Remark
  mayWrite: boolean
  now: number
  /** Not all of it: the thread is not chosen. */
  isShort: boolean
  acts: Pick<ThreadActs, 'say' | 'backTo' | 'remove'>
}

/** One remark: who says it, for whom, when, and what; one's own can be changed and taken away. */
export function RemarkItem({ store, listed, remark, mayWrite, now, isShort, acts }: RemarkItemProps) {
  const t = useTranslate('remarks')
  const [isChanging, setIsChanging] = useState(false)
  const room = () => store.state().rooms[listed.layer]
  const threadId = listed.thread.id
  const endChange = () => {
    setIsChanging(false)
    acts.backTo(listed)
  }
  return (
    <div>
      <div className="flex items-start gap-2">
        <Signature remark={remark} now={now} />
        <OwnActs
          {...{ store, remark, mayWrite }}
          onChange={() => setIsChanging(true)}
          onRemove={() => acts.remove(listed, remark.id)}
        />
      </div>
      {isChanging ? (
        <RemarkForm
          label={t('form.changed')}
          send={t('form.save')}
          unsentAs={`change ${remark.id}`}
          present={remark.words}
          store={store}
          known={knownIn(listed.thread, store.reader.mentionable)}
          takesFocus
          onCancel={endChange}
          onSend={(said) => {
            if (!room()?.mayWrite) return 'refused'
            room()?.change(threadId, remark.id, said)
            endChange()
            acts.say(t('said.changed'))
            return 'sent'
          }}
        />
      ) : remark.words === '' ? (
        <p className="text-ink-soft italic">{t('remark.removed')}</p>
      ) : (
        <div className={isShort ? 'line-clamp-4' : ''}>
          <RemarkWords words={remark.words} mentions={remark.mentions} />
        </div>
      )}
    </div>
  )
}

function Signature({ remark: { author, at, editedAt }, now }: { remark: Remark; now: number }) {
  const t = useTranslate('remarks')
  const language = useLanguage()
  return (
    <p className="min-w-0 flex-1 text-sm leading-snug">
      <span className="font-semibold break-words text-ink">{author.name || t('remark.nobody')}</span>
      {author.organisation ? <span className="break-words text-ink-soft">, {author.organisation}</span> : null}
      <br />
      <time dateTime={new Date(at).toISOString()} title={sayMoment(new Date(at), language)} className="text-ink-soft">
        {timeInWords(at, now, language)}
      </time>
      {editedAt === undefined ? null : <span className="text-ink-soft"> · {t('remark.edited')}</span>}
    </p>
  )
}

interface OwnActsProps extends Pick<RemarkItemProps, 'store' | 'remark' | 'mayWrite'> {
  onChange(): void
  onRemove(): void
}

function OwnActs({ store, remark, mayWrite, onChange, onRemove }: OwnActsProps) {
  const t = useTranslate('remarks')
  const [isAsking, setIsAsking] = useState(false)
  const isOwn = remark.author.key === store.reader.participantKey
  if (!mayWrite || remark.words === '' || !(isOwn || store.reader.leads)) return null
  const actions: MenuAction[] = [
    ...(isOwn ? [{ id: 'change', label: t('act.change'), icon: Pencil, onAction: onChange }] : []),
    { id: 'remove', label: t('act.remove'), icon: Trash2, danger: true, onAction: () => setIsAsking(true) },
  ]
  const label = t('act.more', { name: remark.author.name })
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={Ellipsis} className="-mt-1 -mr-1.5 size-8! pointer-coarse:size-11!" />}
        actions={actions}
      />
      <ConfirmDialog
        title={t('remove.title')}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        confirmLabel={t('remove.confirm')}
        onConfirm={onRemove}
        danger
      >
        <p>{t(isOwn ? 'remove.own' : 'remove.others')}</p>
      </ConfirmDialog>
    </>
  )
}
