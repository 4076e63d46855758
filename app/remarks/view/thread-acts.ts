import type { ListedThread } from '../model/thread-list'

/** What can be done with threads of the list. */
export interface ThreadActs {
  goTo(listed: ListedThread): void
  answer(listed: ListedThread): void
  /** Closes the field of the answer, with the focus back on the thread. */
  endAnswer(listed: ListedThread): void
  /** The focus on the thread again, from a field of it that closes. */
  backTo(listed: ListedThread): void
  /** Takes a remark away, with the focus on what takes its place. */
  remove(listed: ListedThread, remarkId: string): void
  /** Resolves, or opens again. */
  settle(listed: ListedThread): void
  /** Ties a thread whose place is gone to what is selected in the text. Answers whether anything is. */
  reattach(listed: ListedThread): boolean
  say(words: string): void
}
