import type { Undone } from '../../artefacts/edit-rule'
import { canonicalJson } from '../../lib/canonical-json'
import { mostRemarksInThread, mostThreads, type Remark, type RemarkAuthor, type Remarks, type Thread } from './content'

/** Who sent a change to a room of remarks, as the server knows them, and when it came: milliseconds since the epoch. */
export interface Speaker {
  author: RemarkAuthor
  /** May take away what others said. */
  leads: boolean
  at: number
}

/** What is left of a change. */
export interface PermittedRemarks {
  content: Remarks
  undone: readonly Undone[]
  /** A time, or the name that a remark is signed with, was put right. Nothing was taken back by that. */
  corrected: boolean
}

/** Clocks of devices are so far off at the most, in ms: what is dated otherwise is dated anew. */
const clockTolerance = 10_000

/**
 * What somebody did to remarks, as far as it is theirs to do: only its author changes a remark; its author and those who
 * lead take it away; whoever writes here settles a thread and takes it up again; what it is about is put right by whoever
 * began it and by those who lead. New remarks
 * and settlements are signed with the sender's own name, by the server's clock.
 */
export function permitRemarks(before: Remarks, after: Remarks, speaker: Speaker): PermittedRemarks {
  const look = new Look(speaker)
  const known = new Map(before.threads.map((thread) => [thread.id, thread]))
  let room = mostThreads - before.threads.length
  const threads: Thread[] = []
  for (const thread of after.threads) {
    const prior = known.get(thread.id)
    known.delete(thread.id)
    const left = prior === thread ? thread : prior ? look.changed(prior, thread) : look.begun(thread, room)
    if (left) threads.push(left)
    if (left && !prior) room -= 1
  }
  for (const gone of known.values()) {
    const left = look.changed(gone, { ...gone, remarks: [] })
    if (left) threads.push(left)
  }
  return { content: { threads }, undone: [...look.undone], corrected: look.corrected }
}

/** One look at one change: gathers what was against the rules. */
class Look {
  readonly undone = new Set<Undone>()
  corrected = false

  constructor(private readonly speaker: Speaker) {}

  begun(thread: Thread, room: number): Thread | undefined {
    const remarks = room > 0 ? this.added([], thread.remarks) : []
    const { resolved, ...rest } = thread
    if (remarks.length > 0) return { ...rest, remarks, ...this.settled(undefined, resolved) }
    this.undone.add('add')
    return undefined
  }

  /** Undefined where nothing is left of it. */
  changed(before: Thread, after: Thread): Thread | undefined {
    const mayMove = this.speaker.leads || before.remarks[0]?.author.key === this.speaker.author.key
    const anchor = mayMove ? after.anchor : before.anchor
    if (!same(anchor, after.anchor)) this.undone.add('edit')
    const byId = new Map(after.remarks.map((remark) => [remark.id, remark]))
    const kept = before.remarks.flatMap((remark) => this.kept(remark, byId.get(remark.id)) ?? [])
    const known = new Set(before.remarks.map(({ id }) => id))
    const fresh = after.remarks.filter(({ id }) => !known.has(id))
    const remarks = [...kept, ...this.added(before.remarks, fresh)]
    if (remarks.length === 0) return undefined
    return { id: before.id, anchor, remarks, ...this.settled(before.resolved, after.resolved) }
  }

  private kept(before: Remark, after: Remark | undefined): Remark | undefined {
    if (after && same(before, after)) return before
    const isTakenAway = !after || (after.words === '' && after.mentions.length === 0)
    // A place that was kept for the sake of an answer, which is gone by now.
    if (!after && before.words === '') return undefined
    const isOwn = before.author.key === this.speaker.author.key
    if (!(isOwn || (isTakenAway && this.speaker.leads))) {
      this.undone.add(isTakenAway ? 'delete' : 'edit')
      return before
    }
    if (!after) return undefined
    const { editedAt: _, ...said } = before
    const { words, mentions } = after
    const wasEdited = isTakenAway ? {} : { editedAt: this.near(after.editedAt ?? 0, before.at) }
    return this.putRight(after, { ...said, words, mentions, ...wasEdited })
  }

  private added(before: readonly Remark[], fresh: readonly Remark[]): Remark[] {
    const { author } = this.speaker
    const room = mostRemarksInThread - before.length
    // Somebody else's name is not put right: their words would be put into the sender's mouth.
    const own = fresh.filter((remark) => remark.author.key === author.key && remark.words !== '').slice(0, Math.max(room, 0))
    if (own.length < fresh.length) this.undone.add('add')
    let last = before.at(-1)?.at ?? 0
    return own.map((remark) => {
      const at = this.near(remark.at, last)
      last = Math.max(last, at)
      const { editedAt: _, ...said } = remark
      return this.putRight(remark, { ...said, author, at })
    })
  }

  private settled(before: Thread['resolved'], after: Thread['resolved']): Pick<Thread, 'resolved'> {
    if (!after) return {}
    if (before && same(before, after)) return { resolved: before }
    return { resolved: this.putRight(after, { by: this.speaker.author, at: this.near(after.at, 0) }) }
  }

  /** What answers something is dated after it, also where that is ahead of the clock. */
  private near(at: number, afterThat: number): number {
    const { at: now } = this.speaker
    const isNear = at >= now - clockTolerance && at <= Math.max(now + clockTolerance, afterThat + 1)
    return isNear ? at : now
  }

  private putRight<Value>(came: Value, right: Value): Value {
    if (same(came, right)) return came
    this.corrected = true
    return right
  }
}

function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other)
}
