import { CircleHelp, MessageSquarePlus, MessagesSquare } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { focusInPanel } from '../../artefacts/shared/focus-in-panel'
import { useSidePanel, useSideWish } from '../../artefacts/shared/side-panel'
import { Button } from '../../components/button'
import { ConfirmDialog } from '../../components/dialog'
import { EmptyState } from '../../components/empty-state'
import { IconButton } from '../../components/icon-button'
import { useTranslate } from '../../i18n/use-translate'
import { everyOpenThread, itemOfThread, listThreads, organisationsOf, type ThreadOrder } from '../model/thread-list'
import { KeysDialog } from './keys-dialog'
import { NewThread } from './new-thread'
import { useMayRemark, useRemarksState, type RemarksStore } from './remarks-store'
import { RoomsState } from './rooms-state'
import { focusThread, ThreadRows } from './thread-rows'
import { countNarrowing, ThreadTools } from './thread-tools'
import { useNow } from './use-now'
import { usePlaces } from './use-places'
import { useThreadActs } from './use-thread-acts'

/** The panel's tab of comments: the field of a new one, and the threads. */
export default function CommentsTab({ store }: { store: RemarksStore }) {
  const t = useTranslate('remarks')
  const { rooms, draft } = useRemarksState(store)
  const panel = useSidePanel()
  const mayRemark = useMayRemark()
  const [isHelping, setIsHelping] = useState(false)
  const [begun, setBegun] = useState('')
  const begin = useRef<HTMLButtonElement>(null)
  return (
    <div className="flex flex-1 flex-col gap-3 bg-paper p-3">
      <div className="flex items-center gap-2">
        {draft ? null : mayRemark ? (
          <Button ref={begin} size="small" className="min-h-11!" onPress={() => store.begin({ on: 'all' })}>
            <MessageSquarePlus aria-hidden className="size-4" />
            {t('new.aboutAll')}
          </Button>
        ) : (
          <p className="text-sm text-ink-soft">{t('state.readOnly')}</p>
        )}
        <IconButton label={t('keys.open')} icon={CircleHelp} className="ml-auto size-11!" onPress={() => setIsHelping(true)} />
      </div>
      <p role="status" className="sr-only">
        {begun}
      </p>
      <RoomsState store={store} rooms={rooms} />
      {draft ? (
        <NewThread
          // About something else it is another one; the words that were not sent are kept.
          key={JSON.stringify(draft.anchor)}
          store={store}
          draft={draft}
          rooms={rooms}
          onBegun={(id) => {
            setBegun(t('said.begun'))
            panel?.show('comments', id)
          }}
          onCancelled={() => focusInPanel(() => begin.current)}
        />
      ) : null}
      <Threads store={store} mayRemark={mayRemark} />
      {isHelping ? <KeysDialog onClose={() => setIsHelping(false)} /> : null}
    </div>
  )
}

function Threads({ store, mayRemark }: { store: RemarksStore; mayRemark: boolean }) {
  const t = useTranslate('remarks')
  const state = useRemarksState(store)
  const [order, setOrder] = useState<ThreadOrder>('place')
  const [filter, setFilter] = useState(everyOpenThread)
  const [answering, setAnswering] = useState<string>()
  const now = useNow()
  const { threads, places: known, passages } = useDeferredValue(state)
  const places = usePlaces(known, passages)
  const { participantKey, organisation } = store.reader
  const list = useMemo(
    () =>
      listThreads(threads, {
        ...{ places, filter, order },
        reader: { participantKey, organisationId: organisation?.id ?? null },
      }),
    [threads, places, filter, order, participantKey, organisation],
  )
  const names = useMemo(() => new Map(places.items.map(({ id, name }) => [id, name])), [places])
  const organisations = useMemo(() => organisationsOf(threads), [threads])
  const items = useMemo(() => {
    const spokenOf = new Set(threads.map(({ thread }) => itemOfThread(thread, places)))
    return places.items.filter(({ id }) => spokenOf.has(id))
  }, [threads, places])
  const { acts, said, reattaching } = useThreadActs(store, setAnswering)

  // A thread that is asked for may be hidden by the filter, or not have come yet.
  const [wanted, setWanted] = useState<string>()
  useSideWish('comments', (thing) => {
    if (thing !== 'new') setWanted(thing)
  })
  const isThere = threads.some(({ thread }) => thread.id === wanted)
  const isShown = [...list.here, ...list.gone].some(({ thread }) => thread.id === wanted)
  if (wanted !== undefined && isThere && !isShown && filter.state !== 'all') setFilter({ ...everyOpenThread, state: 'all' })
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (wanted === undefined || !isShown || taken.current === wanted) return
    taken.current = wanted
    store.choose(wanted)
    requestAnimationFrame(() => {
      focusThread(wanted)
      taken.current = undefined
      setWanted(undefined)
    })
  }, [wanted, isShown, store])

  const isOpening = Object.values(state.rooms).some(({ session }) => session.state().kind === 'opening')
  const rows = {
    ...{ store, names, acts, answering, now },
    rooms: state.rooms,
    chosen: state.chosen,
    itemOf: ({ thread }: (typeof threads)[number]) => itemOfThread(thread, places),
  }
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {reattaching ? (
        <ConfirmDialog
          title={t('gone.ask')}
          isOpen
          onOpenChange={reattaching.cancel}
          confirmLabel={t('act.attach')}
          onConfirm={reattaching.confirm}
        >
          <blockquote className="border-l-4 border-caution bg-caution-soft px-2 py-1 break-words">{reattaching.words}</blockquote>
        </ConfirmDialog>
      ) : null}
      {threads.length === 0 ? (
        state.draft ? null : <Empty isOpening={isOpening} mayRemark={mayRemark} />
      ) : (
        <>
          <ThreadTools
            {...{ order, filter, organisations, items }}
            hasInternal={organisation !== null}
            onOrder={setOrder}
            onFilter={setFilter}
          />
          {list.here.length > 0 ? (
            <ThreadRows {...rows} label={t('list.label')} threads={list.here} areGone={false} />
          ) : list.gone.length === 0 ? (
            <p className="py-4 text-center text-ink-soft">{t(countNarrowing(filter) > 0 ? 'list.noneSuch' : 'list.noneOpen')}</p>
          ) : null}
          {list.gone.length > 0 ? (
            <section data-gone aria-label={t('gone.title')} className="mt-2 flex flex-col gap-3 border-t border-line pt-3">
              <div>
                <h3 className="font-bold">{t('gone.title')}</h3>
                <p className="text-sm text-ink-soft">{t('gone.explained')}</p>
              </div>
              <ThreadRows {...rows} label={t('gone.title')} threads={list.gone} areGone />
            </section>
          ) : null}
        </>
      )}
    </>
  )
}

function Empty({ isOpening, mayRemark }: { isOpening: boolean; mayRemark: boolean }) {
  const t = useTranslate('remarks')
  if (isOpening) return <p className="py-4 text-center text-ink-soft">{t('state.opening')}</p>
  return (
    <EmptyState icon={MessagesSquare} title={t('empty.title')}>
      {t(mayRemark ? 'empty.teach' : 'empty.read')}
    </EmptyState>
  )
}
