import { z } from 'zod'
import { liveStateSchema, type LiveState } from '../../../app/workshops/model/live-state'
import { stockClient, type StockClient, type StockClientOptions } from '../sync/stock-client'
import { until } from './until'

const noticeSchema = z.object({ kind: z.literal('workshop'), state: liveStateSchema })

/** One telling of how the workshop stands, with when it came on this machine's clock (`performance.now()`). */
export interface Told {
  state: LiveState
  at: number
}

/** Somebody's place in the room in which everybody is told how the workshop stands. */
export class LiveRoom {
  readonly told: Told[] = []
  readonly client: StockClient
  private readonly listeners = new Set<(told: Told) => void>()

  constructor(origin: string, workshopId: string, options: Pick<StockClientOptions, 'cookie' | 'onFrame'>) {
    const onNotice = (notice: unknown) => this.hear(notice)
    this.client = stockClient({ origin }, { ...options, room: `workshop/${workshopId}`, onNotice })
  }

  /** As it was told last; undefined before the first time. */
  get state(): LiveState | undefined {
    return this.told.at(-1)?.state
  }

  onTold(listener: (told: Told) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Waits until the last that was told is so, and answers it. */
  async until(isSo: (state: LiveState) => boolean, what: string): Promise<LiveState> {
    await until(() => this.state !== undefined && isSo(this.state), what)
    if (!this.state) throw new Error(what)
    return this.state
  }

  close(): void {
    this.client.close()
  }

  private hear(notice: unknown): void {
    const read = noticeSchema.safeParse(notice)
    if (!read.success) return
    const told = { state: read.data.state, at: performance.now() }
    this.told.push(told)
    for (const listener of this.listeners) listener(told)
  }
}
