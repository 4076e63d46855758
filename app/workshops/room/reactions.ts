import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

/** What one may show to everybody for a moment, without a word. */
export const reactionKinds = ['agree', 'applause', 'thanks', 'idea', 'question'] as const

export type ReactionKind = (typeof reactionKinds)[number]

/** Somebody's reaction, for as long as it is shown. */
export interface Reaction {
  /** Of this one reaction, for as long as the page is open. */
  key: string
  kind: ReactionKind
  name: string
  isOwn: boolean
}

/** How long one is shown, in ms. */
const shownFor = 4_000
/** One's own come no closer together, in ms. */
const betweenOwn = 700
/** More at once are no more than a flicker. */
const mostShown = 24

/** `number` tells a second reaction of one kind from the first one's being repeated. */
const stateSchema = z.object({
  user: z.object({ name: z.string().max(400) }).catch({ name: '' }),
  reaction: z.object({ kind: z.enum(reactionKinds), number: z.number() }),
})

/** Reactions travel as a short-lived field of where everybody is: nothing of them is ever stored. */
export class Reactions {
  private shown: Reaction[] = []
  private readonly known = new Map<number, number>()
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private lastOwn = -Infinity
  private taking: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly awareness: Awareness,
    private readonly changed: () => void,
  ) {
    awareness.on('change', this.look)
  }

  /** The same list until one came or went. */
  get now(): readonly Reaction[] {
    return this.shown
  }

  react(kind: ReactionKind): void {
    const now = performance.now()
    if (now - this.lastOwn < betweenOwn) return
    this.lastOwn = now
    const number = Math.round(now)
    this.awareness.setLocalState({ ...this.awareness.getLocalState(), reaction: { kind, number } })
    this.show({ key: `own ${number}`, kind, name: '', isOwn: true })
    clearTimeout(this.taking)
    this.taking = setTimeout(() => this.takeBack(), shownFor)
  }

  close(): void {
    this.awareness.off('change', this.look)
    clearTimeout(this.taking)
    for (const timer of this.timers) clearTimeout(timer)
  }

  private readonly look = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    for (const clientId of removed) this.known.delete(clientId)
    for (const clientId of [...added, ...updated]) {
      if (clientId !== this.awareness.clientID) this.hear(clientId)
    }
  }

  private hear(clientId: number): void {
    const state = stateSchema.safeParse(this.awareness.getStates().get(clientId))
    if (!state.success) return
    const { reaction, user } = state.data
    if (this.known.get(clientId) === reaction.number) return
    this.known.set(clientId, reaction.number)
    this.show({ key: `${clientId} ${reaction.number}`, kind: reaction.kind, name: user.name, isOwn: false })
  }

  private show(reaction: Reaction): void {
    this.shown = [...this.shown, reaction].slice(-mostShown)
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      this.shown = this.shown.filter((one) => one !== reaction)
      this.changed()
    }, shownFor)
    this.timers.add(timer)
    this.changed()
  }

  private takeBack(): void {
    const { reaction: _, ...state } = this.awareness.getLocalState() ?? {}
    this.awareness.setLocalState(state)
  }
}
