import type * as Y from 'yjs'
import { newId } from '../../lib/id'
import { mostRemarksInThread, mostThreads, type Anchor, type Mention, type RemarkAuthor, type Remarks } from './content'
import { newRemark, newThread, readRemarks, readThread, remarkAt, remarksOf, textOf, threadAt } from './document'

/** What somebody says, in one remark. */
export interface Said {
  words: string
  mentions: readonly Mention[]
}

/** Who says it, and when: milliseconds since the epoch. The server puts right what is not the sender's own. */
export interface Saying {
  by: RemarkAuthor
  now: number
}

/** Answers the thread's id; undefined for empty words and where there are as many threads as there may be. */
export function addThread(root: Y.Map<unknown>, anchor: Anchor, said: Said, saying: Saying): string | undefined {
  if (said.words.trim() === '' || readRemarks(root).threads.length >= mostThreads) return undefined
  const id = newId()
  root.set(id, newThread({ anchor, remarks: [remarkOf(newId(), said, saying, saying.now)] }))
  return id
}

/**
 * At the thread's end: never dated before what it answers. Answers the remark's id; undefined for empty words, where the
 * thread is gone, and where it is as long as it may be.
 */
export function answer(root: Y.Map<unknown>, threadId: string, said: Said, saying: Saying): string | undefined {
  const thread = threadAt(root, threadId)
  const remarks = thread && remarksOf(thread)
  if (!thread || !remarks || said.words.trim() === '' || remarks.size >= mostRemarksInThread) return undefined
  const last = readThread(threadId, thread)?.remarks.at(-1)?.at ?? 0
  const id = newId()
  remarks.set(id, newRemark(remarkOf(id, said, saying, Math.max(saying.now, last + 1))))
  return id
}

/** One's own only. Nothing where it is gone, says so already, or is to say nothing: `removeRemark` is for that. */
export function changeRemark(
  root: Y.Map<unknown>,
  threadId: string,
  id: string,
  { words, mentions }: Said,
  { now }: Pick<Saying, 'now'>,
): void {
  const remark = remarkAt(root, threadId, id)
  const trimmed = words.trim()
  if (!remark || trimmed === '' || wordsOf(root, threadId, id) === trimmed) return
  remark.set('text', textOf({ words: trimmed, mentions: [...mentions], editedAt: now }))
}

/**
 * One's own, or anybody's for those who lead. One that was answered leaves its place empty, so that the answers can be
 * understood; the others go, and with the last of them the thread: its place stays in the document, so that an answer that is
 * on its way to it is not lost.
 */
export function removeRemark(root: Y.Map<unknown>, threadId: string, id: string): void {
  const thread = threadAt(root, threadId)
  const remarks = thread && remarksOf(thread)
  if (!thread || !remarks) return
  const said = readThread(threadId, thread)?.remarks ?? []
  const isAnswered = said.some((one) => one.id === id) && said.at(-1)?.id !== id
  if (isAnswered) remarkAt(root, threadId, id)?.set('text', textOf({ words: '', mentions: [] }))
  else {
    remarks.delete(id)
    // What was kept for the sake of this one only.
    for (const one of said.slice(0, -1).reverse()) {
      if (one.words !== '') return
      remarks.delete(one.id)
    }
  }
}

/** Nothing where it is so already. */
export function resolve(root: Y.Map<unknown>, threadId: string, { by, now }: Saying): void {
  const thread = threadAt(root, threadId)
  if (thread && !thread.has('resolved')) thread.set('resolved', { by, at: now })
}

export function reopen(root: Y.Map<unknown>, threadId: string): void {
  const thread = threadAt(root, threadId)
  if (thread?.has('resolved')) thread.delete('resolved')
}

/** What a thread is about, where its passage was deleted and its words stand elsewhere. For whoever began it, and who leads. */
export function moveThread(root: Y.Map<unknown>, threadId: string, anchor: Anchor): void {
  threadAt(root, threadId)?.set('anchor', anchor)
}

/**
 * Puts what somebody said in an earlier history of the room beside what is there, each once, where it is missing. Answers
 * whether anything was.
 */
export function takeUp(root: Y.Map<unknown>, { threads }: Remarks, key: string): boolean {
  let wasMissing = false
  for (const { id, anchor, remarks } of threads) {
    const own = remarks.filter(({ author, words }) => author.key === key && words !== '')
    const found = threadAt(root, id)
    const there = found && remarksOf(found)
    const missing = own.filter((remark) => !there?.has(remark.id))
    if (missing.length === 0) continue
    wasMissing = true
    if (there) for (const remark of missing) there.set(remark.id, newRemark(remark))
    else root.set(id, newThread({ anchor, remarks: missing }))
  }
  return wasMissing
}

function remarkOf(id: string, { words, mentions }: Said, { by }: Saying, at: number) {
  return { id, author: by, at, words: words.trim(), mentions: [...mentions] }
}

function wordsOf(root: Y.Map<unknown>, threadId: string, id: string): string | undefined {
  const thread = threadAt(root, threadId)
  return thread && readThread(threadId, thread)?.remarks.find((one) => one.id === id)?.words
}
