import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import type { Person } from './session'

// A pointer that is shared more often than this costs everybody in the room, and no eye sees it.
const betweenPlaces = 1000 / 30

const fallbackColour = '#4a5a60'

const userSchema = z.object({
  name: z.string().min(1).max(400),
  organisation: z.string().max(400).catch(''),
  organisationType: z.string().max(40).catch(''),
  leads: z.boolean().catch(false),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{3,8}$/i)
    .catch(fallbackColour),
  /** The room's own word for one person, the same for all of that person's windows. */
  participant: z.string().max(40).optional().catch(undefined),
})

/** Who else is in the room, and where one is oneself. */
export class Presence {
  private present: Person[] = []
  private own: string | undefined
  private place: { value: unknown } | undefined
  private lastShown = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly stop: () => void

  constructor(
    private readonly awareness: Awareness,
    private readonly changed: () => void,
  ) {
    const heard = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      if ([...added, ...updated, ...removed].every((clientId) => clientId === awareness.clientID)) return
      this.look()
    }
    awareness.on('change', heard)
    this.stop = () => awareness.off('change', heard)
  }

  /** The same list until somebody came, went or moved. */
  people(): Person[] {
    return this.present
  }

  /** Whoever this word stands for is oneself. */
  known(participant: string): void {
    this.own = participant
    this.look()
  }

  /** Tells the server whether edits of this window wait to be saved: for whoever looks after the workshop. */
  showUnsaved(unsaved: boolean): void {
    const { unsaved: before, ...state } = this.awareness.getLocalState() ?? {}
    if (before === (unsaved || undefined)) return
    this.awareness.setLocalState(unsaved ? { ...state, unsaved } : state)
  }

  /** At most 30 times a second; the last one always arrives. */
  show(place: unknown): void {
    this.place = { value: place }
    if (this.timer !== undefined) return
    const wait = this.lastShown + betweenPlaces - performance.now()
    if (wait <= 0) this.share()
    else this.timer = setTimeout(() => this.share(), wait)
  }

  close(): void {
    clearTimeout(this.timer)
    this.stop()
  }

  private look(): void {
    this.present = readPeople(this.awareness, this.own)
    this.changed()
  }

  private share(): void {
    this.timer = undefined
    if (!this.place) return
    this.lastShown = performance.now()
    const { value } = this.place
    this.place = undefined
    const { place: _before, ...state } = this.awareness.getLocalState() ?? {}
    this.awareness.setLocalState(value === undefined ? state : { ...state, place: value })
  }
}

/**
 * One entry a person, oldest first: somebody with two windows stands where they moved last, and one's own other windows
 * are nobody else. Where a room has no word for a person, one is who has the same name, organisation and colour.
 */
function readPeople(awareness: Awareness, own: string | undefined): Person[] {
  const found = new Map<string, { person: Person; seen: number }>()
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const user = userSchema.safeParse((state as Record<string, unknown>)['user'])
    if (!user.success) continue
    const { participant, ...shown } = user.data
    if (participant !== undefined && participant === own) continue
    const key = participant ?? JSON.stringify(shown)
    const seen = awareness.meta.get(clientId)?.lastUpdated ?? 0
    const known = found.get(key)
    if (known && known.seen >= seen) continue
    const place: unknown = (state as Record<string, unknown>)['place']
    found.set(key, { person: { clientId, ...shown, place }, seen })
  }
  return [...found.values()].map(({ person }) => person)
}
