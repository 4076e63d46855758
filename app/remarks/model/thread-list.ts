import type { Anchor, Remark, Thread } from './content'
import { calls, type Called } from './mentions'

/** Who sees a thread: everybody who sees the artefact, or one's own organisation only. */
export const layers = ['shared', 'internal'] as const

export type Layer = (typeof layers)[number]

export interface ListedThread {
  layer: Layer
  thread: Thread
}

/** A thing of an artefact that can be spoken of, as it stands now: in reading order, with what it is called. */
export interface RemarkItem {
  id: string
  /** "3.2 Kustannukset", the first words of a note. */
  name: string
}

/** Where things stand now. */
export interface Places {
  items: readonly RemarkItem[]
  /** False while nobody has told what there is: then nothing is taken to be deleted. */
  knowsItems: boolean
  /** Whether the words of a passage are still there; only asked of passages whose item is. */
  hasPassage(threadId: string): boolean
  /** In which item a passage stands now, where it has moved; else that of its anchor. */
  itemOf?(threadId: string): string | undefined
}

export const threadOrders = ['place', 'newest', 'oldest'] as const

export type ThreadOrder = (typeof threadOrders)[number]

export interface ThreadFilter {
  state: 'open' | 'resolved' | 'all'
  layer: Layer | 'all'
  /** Those in which one has said something oneself; those that call one or one's organisation. */
  of: 'all' | 'mine' | 'calls-me'
  /** Of whoever began it, by the organisation's name as it was signed; empty for all. */
  organisation: string
  /** An item's id; empty for all. */
  item: string
}

export const everyOpenThread: ThreadFilter = { state: 'open', layer: 'all', of: 'all', organisation: '', item: '' }

export interface ThreadList {
  /** What is about something that is there. */
  here: ListedThread[]
  /** What was about something that has been deleted since. */
  gone: ListedThread[]
}

interface ListOptions {
  places: Places
  filter: ThreadFilter
  order: ThreadOrder
  reader: Called
}

/** The threads that somebody wants to see, in their order, and apart from them those whose place is deleted. */
export function listThreads(threads: readonly ListedThread[], { places, filter, order, reader }: ListOptions): ThreadList {
  const ranks = new Map(places.items.map(({ id }, index) => [id, index + 1]))
  const wanted = threads.filter((one) => isWanted(one, filter, reader, places))
  const isHere = ({ thread }: ListedThread) => standsThere(thread, places, ranks)
  const rank = ({ thread }: ListedThread) => ranks.get(itemOfThread(thread, places)) ?? 0
  const byTime = (one: ListedThread, other: ListedThread) => lastSaid(one.thread) - lastSaid(other.thread)
  const compare: Record<ThreadOrder, (one: ListedThread, other: ListedThread) => number> = {
    // Within a clause as they were begun.
    place: (one, other) => rank(one) - rank(other) || begun(one.thread) - begun(other.thread),
    newest: (one, other) => byTime(other, one),
    oldest: byTime,
  }
  const sorted = wanted.sort(compare[order])
  return { here: sorted.filter(isHere), gone: sorted.filter((one) => !isHere(one)) }
}

/** The id of the item that a thread is about; empty for all of the artefact. */
export function itemOfThread({ id, anchor }: Thread, places: Pick<Places, 'itemOf'>): string {
  if (anchor.on === 'all') return ''
  return (anchor.on === 'passage' ? places.itemOf?.(id) : undefined) ?? anchor.item
}

function standsThere(thread: Thread, places: Places, ranks: ReadonlyMap<string, number>): boolean {
  const { anchor } = thread
  if (anchor.on === 'all' || !places.knowsItems) return true
  return ranks.has(itemOfThread(thread, places)) && (anchor.on === 'item' || places.hasPassage(thread.id))
}

function isWanted({ layer, thread }: ListedThread, filter: ThreadFilter, reader: Called, places: Places): boolean {
  if (filter.state !== 'all' && (filter.state === 'resolved') !== (thread.resolved !== undefined)) return false
  if (filter.layer !== 'all' && filter.layer !== layer) return false
  if (filter.item !== '' && itemOfThread(thread, places) !== filter.item) return false
  if (filter.organisation !== '' && thread.remarks[0]?.author.organisation !== filter.organisation) return false
  if (filter.of === 'mine') return thread.remarks.some(({ author }) => author.key === reader.participantKey)
  return filter.of !== 'calls-me' || thread.remarks.some((remark) => calls(remark, reader))
}

/** The organisations of those who began a thread, as filters offer them. */
export function organisationsOf(threads: readonly ListedThread[]): string[] {
  const names = threads.flatMap(({ thread }) => thread.remarks[0]?.author.organisation || [])
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'fi'))
}

/** How many open threads there are of each item, and of all: for the marks in the text, on the board, in outlines. */
export function countOpen(threads: readonly ListedThread[], places: Pick<Places, 'itemOf'> = {}) {
  const byItem = new Map<string, { shared: number; internal: number }>()
  let all = 0
  for (const { layer, thread } of threads) {
    if (thread.resolved) continue
    all += 1
    const item = itemOfThread(thread, places)
    const counts = byItem.get(item) ?? { shared: 0, internal: 0 }
    byItem.set(item, { ...counts, [layer]: counts[layer] + 1 })
  }
  return { all, byItem }
}

/** What others have said since, in open threads: newest last. For being told of it. */
export function saidSince(
  known: ReadonlySet<string>,
  threads: readonly ListedThread[],
  ownKey: string,
): { remark: Remark; listed: ListedThread }[] {
  return threads
    .flatMap((listed) => listed.thread.remarks.map((remark) => ({ remark, listed })))
    .filter(({ remark }) => !known.has(remark.id) && remark.author.key !== ownKey && remark.words !== '')
    .sort((one, other) => one.remark.at - other.remark.at)
}

/** What a thread is about in a word or two, as it was when it began. */
export const nameOfAnchor = (anchor: Anchor): string => (anchor.on === 'all' ? '' : anchor.name)

const begun = ({ remarks }: Thread) => remarks[0]?.at ?? 0
const lastSaid = ({ remarks }: Thread) => remarks.at(-1)?.at ?? 0
