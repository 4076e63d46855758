import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '../../components/button'
import { useTranslate } from '../../i18n/use-translate'
import type { ListedThread } from '../model/thread-list'
import type { RemarksState, RemarksStore } from './remarks-store'
import { revealInPanel } from './reveal'
import type { ThreadActs } from './thread-acts'
import { mayReattach, ThreadCard } from './thread-card'

// A thousand threads are drawn as one walks to them.
const atOnce = 30

interface ThreadRowsProps {
  store: RemarksStore
  label: string
  threads: readonly ListedThread[]
  /** Ids of items, with what they are called now. */
  names: ReadonlyMap<string, string>
  itemOf(listed: ListedThread): string
  rooms: RemarksState['rooms']
  acts: ThreadActs
  areGone: boolean
  chosen: string | undefined
  answering: string | undefined
  now: number
}

/** Threads below each other, walked by the arrow keys; as many as one has come to. */
export function ThreadRows(props: ThreadRowsProps) {
  const { store, label, threads, names, itemOf, rooms, acts, areGone, chosen, answering, now } = props
  const t = useTranslate('remarks')
  const list = useRef<HTMLOListElement>(null)
  const [shown, setShown] = useState(atOnce)
  const chosenAt = threads.findIndex(({ thread }) => thread.id === chosen)
  const count = Math.max(shown, chosenAt + 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target
    if (!(card instanceof HTMLElement) || card.dataset['thread'] === undefined) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = threads.findIndex(({ thread }) => thread.id === card.dataset['thread'])
    const listed = threads[at]
    const key = keyOf(event.key)
    if (!listed || !key) return
    event.preventDefault()
    if (key === 'go') acts.goTo(listed)
    else if (key === 'answer') acts.answer(listed)
    else if (key === 'settle') acts.settle(listed)
    else if (key === 'reattach') {
      if (areGone && rooms[listed.layer]?.mayWrite && mayReattach(store, listed)) acts.reattach(listed)
    }
    else store.choose(threads[next(key, at, threads.length)]?.thread.id)
  }
  // What is chosen by a key takes the focus from what was.
  useEffect(() => {
    const isWithin = list.current?.contains(document.activeElement) === true
    const isCard = document.activeElement instanceof HTMLElement && document.activeElement.dataset['thread'] !== undefined
    if (chosen === undefined) return
    if (isWithin && isCard) focusThread(chosen)
    else if (!isWithin) showThread(chosen)
  }, [chosen])
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the thread that has the focus */}
      <ol ref={list} aria-label={label} onKeyDown={onKeyDown} className="flex flex-col gap-3">
        {threads.slice(0, count).map((listed, index) => {
          const { id } = listed.thread
          return (
            <li
              key={`${listed.layer} ${id}`}
              onFocus={() => store.choose(id)}
              className="contents"
            >
              <ThreadCard
                {...{ store, listed, acts, now }}
                place={names.get(itemOf(listed)) ?? ''}
                isGone={areGone}
                isChosen={id === chosen}
                isFirst={chosenAt < 0 && index === 0}
                isAnswering={id === answering}
                mayWrite={rooms[listed.layer]?.mayWrite ?? false}
              />
            </li>
          )
        })}
      </ol>
      {threads.length > count ? (
        <Button className="min-h-11! self-center" onPress={() => setShown(count + atOnce)}>
          {t('list.more', { count: Math.min(atOnce, threads.length - count) })}
        </Button>
      ) : null}
    </>
  )
}

type Key = 'go' | 'answer' | 'settle' | 'reattach' | 'up' | 'down' | 'first' | 'last'

function keyOf(key: string): Key | undefined {
  const keys: Record<string, Key | undefined> = {
    Enter: 'go',
    r: 'answer',
    s: 'settle',
    m: 'reattach',
    ArrowUp: 'up',
    ArrowDown: 'down',
    Home: 'first',
    End: 'last',
  }
  return keys[key.length === 1 ? key.toLowerCase() : key]
}

function next(key: Key, at: number, count: number): number {
  if (key === 'first') return 0
  if (key === 'last') return count - 1
  return Math.min(count - 1, Math.max(0, key === 'up' ? at - 1 : at + 1))
}

/** Brings a thread that was chosen elsewhere into sight. */
function showThread(id: string): void {
  const card = cardOf(id)
  if (card) revealInPanel(card)
}

/** The card of a thread, where it is drawn. */
export const cardOf = (id: string) => document.querySelector<HTMLElement>(`[data-thread="${CSS.escape(id)}"]`)

/** Puts the focus on a thread of the list that is drawn. */
export function focusThread(id: string): boolean {
  const card = cardOf(id)
  card?.focus({ preventScroll: true })
  if (card) revealInPanel(card)
  return card !== null
}
