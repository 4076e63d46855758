import { Check, CircleCheck, CornerDownRight, Link2, MapPin, Reply, RotateCcw } from 'lucide-react'
import { memo, useId, useState, type ReactNode } from 'react'
import { Button } from '../../components/button'
import { useLanguage, useTranslate } from '../../i18n/use-translate'
import type { ListedThread } from '../model/thread-list'
import { knownIn } from '../model/called-names'
import { LayerMark } from './layer-mark'
import { RemarkForm } from './remark-form'
import { RemarkItem } from './remark-item'
import type { RemarksStore } from './remarks-store'
import type { ThreadActs } from './thread-acts'
import { timeInWords } from './time-in-words'

interface ThreadCardProps {
  store: RemarksStore
  listed: ListedThread
  acts: ThreadActs
  /** What it is about, as that is called now; empty for all of the artefact. */
  place: string
  isGone: boolean
  isChosen: boolean
  /** The one that Tab comes to while none is chosen. */
  isFirst: boolean
  isAnswering: boolean
  mayWrite: boolean
  now: number
}

/** A thread in the list: short, and whole once it is chosen. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { store, listed, acts, place, isGone, isChosen, isFirst, isAnswering, mayWrite, now } = props
  const t = useTranslate('remarks')
  const { layer, thread } = listed
  const [first, ...answers] = thread.remarks
  const organisation = store.reader.organisation?.name ?? ''
  const item = { store, listed, mayWrite, now, isShort: !isChosen, acts }
  if (!first) return null
  return (
    <article
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the list's own keys walk from one to the next
      tabIndex={isChosen || isFirst ? 0 : -1}
      data-thread={thread.id}
      aria-label={t(`thread.name.${layer}`, { organisation, author: first.author.name, place: place || t('place.all') })}
      className={
        'flex flex-col gap-2 border bg-surface p-3 ' +
        (layer === 'shared' ? 'rounded-xl border-line ' : 'rounded-sm border-2 border-dashed border-authority/60 ') +
        (isChosen ? 'shadow-raised ring-2 ring-accent' : '')
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-1.5">
        <LayerMark layer={layer} organisation={organisation} />
        <Settled listed={listed} now={now} />
      </div>
      <About listed={listed} place={place} isGone={isGone} onGo={() => acts.goTo(listed)} />
      <RemarkItem {...item} remark={first} />
      {answers.length === 0 ? null : isChosen ? (
        <ul aria-label={t('thread.answers')} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          {answers.map((remark) => (
            <li key={remark.id}>
              <RemarkItem {...item} remark={remark} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="flex items-center gap-1.5 text-sm text-ink-soft">
          <CornerDownRight aria-hidden className="size-4" />
          {t('thread.answerCount', { count: answers.length })}
        </p>
      )}
      {isChosen && isGone && mayWrite && mayReattach(store, listed) ? <Reattach {...{ listed, acts }} /> : null}
      {isChosen && mayWrite ? <CardActs {...{ store, listed, acts, isAnswering }} /> : null}
    </article>
  )
})

function Settled({ listed: { thread }, now }: { listed: ListedThread; now: number }) {
  const t = useTranslate('remarks')
  const language = useLanguage()
  if (!thread.resolved) return null
  const { by, at } = thread.resolved
  return (
    <span className="inline-flex items-center gap-1 text-sm font-semibold text-positive">
      <CircleCheck aria-hidden className="size-4 shrink-0" />
      {t('thread.resolved', { name: by.name, time: timeInWords(at, now, language) })}
    </span>
  )
}

interface AboutProps {
  listed: ListedThread
  place: string
  isGone: boolean
  onGo(): void
}

/** What a thread is about, as the way there; a passage with its words. */
function About({ listed, place, isGone, onGo }: AboutProps): ReactNode {
  const t = useTranslate('remarks')
  const { anchor } = listed.thread
  const quote = anchor.on === 'passage' ? anchor.quote : undefined
  const name = anchor.on === 'all' ? t('place.all') : place || anchor.name
  return (
    <div className="text-sm">
      {isGone || anchor.on === 'all' ? (
        <p className="flex items-start gap-1.5 text-ink-soft">
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">{isGone ? t('place.gone', { name }) : name}</span>
        </p>
      ) : (
        <button
          type="button"
          onClick={onGo}
          className="-mx-1 flex min-h-8 max-w-full cursor-pointer items-start gap-1.5 rounded-sm px-1 py-1 text-left font-semibold text-accent hover:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words underline underline-offset-2">
            {name} <span className="sr-only">{t('place.go')}</span>
          </span>
        </button>
      )}
      {quote === undefined ? null : (
        <blockquote className="mt-1 line-clamp-3 border-l-4 border-caution bg-caution-soft px-2 py-1 break-words text-ink">
          {quote}
        </blockquote>
      )}
    </div>
  )
}

/** Whoever began it, and who leads, in kinds in which words can be selected. */
export function mayReattach(store: RemarksStore, { thread: { remarks } }: ListedThread): boolean {
  const { leads, participantKey } = store.reader
  return store.state().places?.anchorOfSelection !== undefined && (leads || remarks[0]?.author.key === participantKey)
}

function Reattach({ listed, acts }: Pick<ThreadCardProps, 'listed' | 'acts'>) {
  const t = useTranslate('remarks')
  const id = useId()
  const [isMissing, setIsMissing] = useState(false)
  return (
    <div className="flex flex-col items-start gap-1">
      <p id={id} className={`text-sm ${isMissing ? 'font-semibold text-caution' : 'text-ink-soft'}`}>
        {t(isMissing ? 'said.selectFirst' : 'gone.howTo')}
      </p>
      {/* What is selected stays so. */}
      <Button size="small" className="min-h-11!" aria-describedby={id} preventFocusOnPress onPress={() => setIsMissing(!acts.reattach(listed))}>
        <Link2 aria-hidden className="size-4" />
        {t('act.reattach')}
      </Button>
    </div>
  )
}

type CardActsProps = Pick<ThreadCardProps, 'store' | 'listed' | 'acts' | 'isAnswering'>

function CardActs({ store, listed, acts, isAnswering }: CardActsProps) {
  const t = useTranslate('remarks')
  const { layer, thread } = listed
  const isResolved = thread.resolved !== undefined
  const send = layer === 'shared' ? t('form.answerAll') : t('form.answerInternal')
  if (isAnswering) {
    return (
      <RemarkForm
        label={t('form.answer')}
        send={send}
        unsentAs={`answer ${thread.id}`}
        store={store}
        known={knownIn(thread, store.reader.mentionable)}
        takesFocus
        onCancel={() => acts.endAnswer(listed)}
        onSend={(said) => {
          if (store.state().rooms[layer]?.answer(thread.id, said) === undefined) return 'refused'
          acts.say(t('said.answered'))
          acts.endAnswer(listed)
          return 'sent'
        }}
      />
    )
  }
  const Icon = isResolved ? RotateCcw : Check
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" className="pointer-coarse:min-h-11" onPress={() => acts.answer(listed)}>
        <Reply aria-hidden className="size-4" />
        {t('act.answer')}
      </Button>
      <Button size="small" variant="quiet" className="pointer-coarse:min-h-11" onPress={() => acts.settle(listed)}>
        <Icon aria-hidden className="size-4" />
        {t(isResolved ? 'act.reopen' : 'act.resolve')}
      </Button>
    </div>
  )
}
