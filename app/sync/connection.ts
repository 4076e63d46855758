import { readVarString, readVarUint } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { formatVersion } from '../document/format-version'
import { AnswerWatch } from './answer-watch'
import { afterClose } from './close-codes'
import type { SendingWatch } from './observed-sending'
import { messageNotice, messageReceipt, readNotice, type Notice } from './protocol'
import { Receipts } from './receipts'
import type { RoomName } from './room-name'
import { RoomTroubles } from './room-troubles'
import type { EndReason, RoomRight, Trouble, Undone } from './session'
import { WayChooser, type WayOptions } from './way-chooser'

// The server takes no larger update (server/sync/limits.ts, updateBytes), and what is larger would cost the connection.
const largestMessage = 8 * 1024 * 1024

// Not being able to save is told within 5 s, whatever the cause.
const loudAfter = 4_500

export interface ConnectionOptions {
  /** Without the room: `wss://host/sync`. */
  serverUrl: string
  room: RoomName
  doc: Y.Doc
  awareness: Awareness
  /** Edits with these origins are not made here. */
  restored: ReadonlySet<unknown>
  ways: WayOptions
}

export interface ConnectionListener {
  /** Something that the state line tells may have changed. */
  changed(): void
  /** All that the server has is here. Comes again after each reconnect. */
  synced(): void
  /** A connection was lost, or could not be made. */
  lost(): void
  /** For good: nothing more will come. */
  ended(reason: EndReason): void
  /** By which word of the room one's own other windows are known. */
  you(participant: string): void
  right?(right: RoomRight): void
  epoch?(epoch: string): void
  /** The server has on disk, and has sent, everything up to there. */
  position?(position: string): void
  /** What the page shows beside the content has changed. */
  pageChanged?(): void
  /** The server has taken back something of what was done here. */
  undone?(what: readonly Undone[]): void
  /** How the workshop stands that this is the room of. */
  told?(state: unknown): void
}

/** The wire to one room. The only code that knows y-websocket. */
export class Connection {
  readonly receipts = new Receipts()
  private readonly provider: WebsocketProvider
  private readonly way: WayChooser
  private readonly stopCounting: () => void
  private wholeSent = false
  private changing = false
  private attempts = 0
  private nextAttempt: ReturnType<typeof setTimeout> | undefined
  private connectedAt = 0
  private readonly troubles = new RoomTroubles()
  private done = false
  /** The server says nothing of edits that it was sent, as over a connection that is dead and looks alive. */
  private readonly unanswered = new AnswerWatch(loudAfter, () => this.listener.changed())

  constructor(
    private readonly options: ConnectionOptions,
    private readonly listener: ConnectionListener,
  ) {
    const { doc, awareness } = options
    this.way = new WayChooser(options.ways, {
      watch: this.watch(),
      address: () => this.provider.url,
      socketsWork: () => this.changeToSocket(),
    })
    // Before the provider listens: an edit is counted before it is sent.
    const count = (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || options.restored.has(origin)) return
      this.receipts.edited()
      listener.changed()
    }
    doc.on('update', count)
    this.stopCounting = () => doc.off('update', count)
    this.provider = new WebsocketProvider(options.serverUrl, options.room, doc, {
      awareness,
      connect: false,
      params: { v: String(formatVersion) },
      WebSocketPolyfill: this.way.Socket,
      // Between two tabs everything goes by the server: what another tab hands over directly would have no receipt,
      // and would pass the room's right and history by.
      disableBc: true,
      // Whether and when is decided in `closed`, with jitter.
      shouldReconnect: () => false,
    })
    this.listen()
  }

  /** Whether this update came from the server. */
  isOrigin(origin: unknown): boolean {
    return origin === this.provider
  }

  get connected(): boolean {
    return this.provider.wsconnected && this.provider.synced
  }

  /** One way that works is being exchanged for another: nobody need be told that it is offline for a moment. */
  get changingWay(): boolean {
    return this.changing && !this.receipts.met
  }

  get trouble(): Trouble | undefined {
    return this.troubles.now(this.receipts.refused) ?? (this.unanswered.isLate ? 'no-answer' : undefined)
  }

  /** What belongs to this device's copy: its history, and the last position that was heard of in it. */
  open(copy: { epoch?: string | undefined; position?: string | undefined }): void {
    if (this.done) return
    const { params } = this.provider
    if (copy.epoch !== undefined) params.epoch = copy.epoch
    if (copy.position !== undefined) params.seen = copy.position
    this.provider.connect()
  }

  /** Since when edits have waited for a receipt on this connection, in monotonic ms; undefined where none does. */
  get waitingSince(): number | undefined {
    const { waitingSince } = this.receipts
    return waitingSince === undefined || !this.connected ? undefined : Math.max(waitingSince, this.connectedAt)
  }

  /** To be called when an edit or a receipt has come, or the connection has changed. */
  watchAnswers(): void {
    this.unanswered.follow(this.waitingSince)
  }

  /** Connects now; where it is connected over HTTP, tries WebSockets now. Nothing where it has ended. */
  retry(): void {
    if (this.done) return
    clearTimeout(this.nextAttempt)
    this.provider.connect()
    this.way.hurry()
  }

  /** The device says that it has no network: the socket is dead though nothing has said so yet. */
  networkLost(): void {
    if (this.done || !this.provider.ws) return
    this.provider.disconnect()
    this.tryLater(1_000, 3_000)
  }

  close(): void {
    this.done = true
    clearTimeout(this.nextAttempt)
    this.way.lost()
    this.unanswered.close()
    this.stopCounting()
    this.provider.destroy()
  }

  private watch(): SendingWatch {
    return {
      clientId: this.options.awareness.clientID,
      largest: largestMessage,
      mayEdit: () => this.wholeSent,
      sent: (whole: boolean) => {
        if (whole) this.wholeSent = true
        this.receipts.sent(whole)
      },
      withheld: () => {
        this.troubles.withheld()
        this.receipts.withheld()
        this.listener.changed()
      },
    }
  }

  private listen(): void {
    const { provider, listener } = this
    const { awareness } = this.options
    provider.messageHandlers[messageReceipt] = (_answer, message) => {
      this.receipts.received(readVarUint(message) === 1)
      listener.changed()
    }
    provider.messageHandlers[messageNotice] = (_answer, message) => {
      const notice = readNotice(readVarString(message))
      if (notice) this.noticed(notice)
    }
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      // Its clock must rise before it is sent: others take no first state with clock 0, nor one as old as that with
      // which they saw this person leave.
      awareness.setLocalState(awareness.getLocalState())
    })
    provider.on('sync', (synced) => {
      if (!synced) return
      this.attempts = 0
      this.connectedAt = performance.now()
      listener.synced()
    })
    provider.on('connection-close', () => {
      this.changing = false
      this.way.lost()
      this.wholeSent = false
      this.receipts.connectionLost()
      this.troubles.connectionLost()
      // The provider has not yet put down its own state.
      queueMicrotask(() => {
        if (!this.done && !this.changing) listener.lost()
      })
    })
    provider.on('closed', ({ code, reason }) => {
      if (this.done) return
      this.attempts += 1
      const after = afterClose(code, reason, this.attempts)
      if (after.retry && this.way.turnsAside) this.tryLater(0, after.earliest)
      else if (after.retry) this.tryLater(after.earliest, after.latest)
      else this.end(after.reason)
    })
  }

  private noticed(notice: Notice): void {
    const { provider, listener } = this
    this.troubles.noticed(notice)
    switch (notice.kind) {
      case 'right':
        listener.right?.(notice.right)
        break
      case 'epoch':
        provider.params = { ...provider.params, epoch: notice.epoch }
        listener.epoch?.(notice.epoch)
        break
      case 'you':
        listener.you(notice.participant)
        break
      case 'position':
        provider.params = { ...provider.params, since: notice.position }
        listener.position?.(notice.position)
        break
      case 'page-changed':
        listener.pageChanged?.()
        break
      case 'undone':
        listener.undone?.(notice.what)
        break
      case 'workshop':
        listener.told?.(notice.state)
        break
      // The others say what stands in the way of saving, or announce a close code (P14) that says the same.
      default:
        break
    }
    listener.changed()
  }

  private changeToSocket(): void {
    if (this.done) return
    this.provider.disconnect()
    this.changing = true
    this.provider.connect()
  }

  private tryLater(earliest: number, latest: number): void {
    clearTimeout(this.nextAttempt)
    const wait = earliest + this.options.ways.random() * Math.max(0, latest - earliest)
    this.nextAttempt = setTimeout(() => this.provider.connect(), wait)
  }

  private end(reason: EndReason): void {
    this.done = true
    this.way.lost()
    clearTimeout(this.nextAttempt)
    this.listener.ended(reason)
  }
}
