import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import '../document/deep-types'
import { contentRoot } from '../document/layout'
import { AnswerWatch } from './answer-watch'
import { followBrowser } from './browser-events'
import { Connection } from './connection'
import { CopyOffer } from './copy-offer'
import { copyOutlives, DeviceCopy, type Restored } from './device-copy'
import { deviceStoreName, openDeviceStore } from './device-store'
import { EditHistory } from './edit-history'
import { LiveContent } from './live-content'
import { PageChanges } from './page-changes'
import { Presence } from './presence'
import { ownServer, type RoomOptions } from './session-options'
import { goesWithThePage, sessionState, writes } from './session-state'
import type { EndReason, Offer, OpenRoom, Person, RoomRight, SessionState, Trouble, Undone, Unsent } from './session'
import { browserWays } from './way-chooser'

// The device's copy must be in the document before the server asks what it holds; a device that does not answer
// must not keep one from working.
const deviceWait = 2_000
// A copy from this device may be behind what the page shows: the server's is waited for, this long.
const serverWait = 3_000
const confirmWait = 1_000
// Others are told that somebody's edits are not saved only where that lasts.
const shortlySaved = 2_000

const nothingOffered: Offer = { kind: 'none' }

/** What is shared in a room, open for editing. It connects by itself, and again after each loss, until closed. */
export class LiveSession<Content> implements OpenRoom<Content> {
  private readonly doc = new Y.Doc()
  private readonly root = contentRoot(this.doc)
  private readonly awareness = new Awareness(this.doc)
  private readonly history: EditHistory
  private readonly reading: LiveContent<Content>
  private readonly copy: DeviceCopy
  private readonly connection: Connection
  private readonly presence: Presence
  private readonly handover: CopyOffer | undefined
  private readonly page: PageChanges
  private readonly saving = new AnswerWatch(shortlySaved, () => this.refresh())
  private readonly leaveBrowser: () => void
  private readonly listeners = new Set<() => void>()
  private readonly undoneListeners = new Set<(what: readonly Undone[]) => void>()
  private readonly timers = new Map<'server' | 'confirm', ReturnType<typeof setTimeout>>()
  private isLive = false
  private restored = false
  private connectionFailed = false
  private metBefore = false
  private knownRight: RoomRight = 'see'
  private end: EndReason | undefined
  private closed = false
  private shown: SessionState = { kind: 'opening' }
  private told = ''

  constructor(private readonly options: RoomOptions<Content>) {
    this.page = new PageChanges(options)
    this.reading = new LiveContent(options.kind, this.root, options.initialContent)
    const store = options.deviceStore ?? openDeviceStore(deviceStoreName(options.participantKey, options.room))
    this.copy = new DeviceCopy(store, this.doc, this.refresh)
    this.presence = new Presence(this.awareness, () => this.tell())
    this.connection = this.connect()
    this.history = new EditHistory(this.root, options.kind, () => this.mayWrite, this.refresh)
    this.handover = options.handOver && new CopyOffer({
      doc: this.doc,
      copy: this.copy,
      kept: options.kept,
      handOver: options.handOver,
      hasOwnEdits: () => !this.connection.receipts.allOnDisk,
      hasEnded: () => this.end !== undefined,
      changed: this.refresh,
      handedOver: (kept) => options.onHandedOver?.(kept),
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.copy.origin) this.copy.keep(update, !this.connection.isOrigin(origin))
    })
    this.leaveBrowser = followBrowser({
      online: this.retry,
      offline: () => this.connection.networkLost(),
      // Edits that neither the server nor this device has would be gone with the page.
      losesWork: () => goesWithThePage(this.unsent()),
    })
  }

  async start(): Promise<void> {
    let open = false
    const restored = await Promise.race([
      this.copy.restore(() => !open).catch(() => undefined),
      new Promise<undefined>((resolve) => setTimeout(resolve, deviceWait, undefined)),
    ])
    open = true
    if (this.closed) return
    if (restored) this.takeUp(restored)
    this.connection.open(restored?.facts ?? {})
    this.timers.set('server', setTimeout(this.showCopy, serverWait))
  }

  content = (): Content => this.reading.now()
  initialContent = (): Content => this.options.initialContent
  onContent = (listener: () => void): (() => void) => this.reading.subscribe(listener)

  change<Result>(operation: (root: Y.Map<unknown>) => Result): Result | undefined {
    if (!this.isLive || !this.mayWrite) return undefined
    return this.doc.transact(() => operation(this.root), this.history.origin)
  }

  endStep = (): void => this.history.endStep()
  undo = (): void => this.history.undo()
  redo = (): void => this.history.redo()
  canUndo = (): boolean => this.history.canUndo
  canRedo = (): boolean => this.history.canRedo

  right(): RoomRight {
    if (this.end) return 'see'
    if (this.isLive) return this.knownRight
    // Nothing came, and nothing was kept here: there is nothing to edit.
    return this.connectionFailed ? 'see' : this.options.initialRight
  }

  private get mayWrite(): boolean {
    return writes(this.right(), this.options)
  }

  state = (): SessionState => this.shown

  onStatus = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  people = (): Person[] => this.presence.people()
  showPlace = (place: unknown): void => this.presence.show(place)

  live() {
    if (!this.isLive) return undefined
    return { root: this.root, awareness: this.awareness, undoManager: this.history.manager }
  }

  unsent(): Unsent {
    if (this.connection.receipts.allOnDisk) return 'nothing'
    if (this.copy.holdsAll) return 'on-device'
    return this.copy.fails ? 'in-page' : 'being-kept'
  }

  trouble(): Trouble | undefined {
    if (this.connection.receipts.allOnDisk || !this.connection.connected) return undefined
    const trouble = this.connection.trouble
    return writes(this.knownRight, this.options) || trouble === 'damaged' ? trouble : 'right-ended'
  }

  offer = (): Offer => this.handover?.state ?? nothingOffered
  onUndone = (listener: (what: readonly Undone[]) => void): (() => void) => {
    this.undoneListeners.add(listener)
    return () => this.undoneListeners.delete(listener)
  }

  pageChanges = (): number => this.page.count

  retry = (): void => {
    this.connection.retry()
    this.handover?.retry()
  }

  async discardCopy(): Promise<void> {
    this.connection.close()
    await this.copy.erase()
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.listeners.clear()
    this.undoneListeners.clear()
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.leaveBrowser()
    this.presence.close()
    this.handover?.close()
    this.saving.close()
    this.reading.close()
    this.connection.close()
    if (this.connection.receipts.allOnDisk && !this.end) this.copy.confirm()
    void this.copy.close()
    this.history.close()
    this.doc.destroy()
  }

  private connect(): Connection {
    const { options, doc, awareness } = this
    return new Connection(
      {
        serverUrl: options.serverUrl ?? ownServer(),
        room: options.room,
        doc,
        awareness,
        restored: new Set([this.copy.origin]),
        ways: { ...browserWays(), ...options.ways },
      },
      {
        changed: this.refresh,
        synced: () => {
          this.page.synced()
          this.goLive()
        },
        lost: () => {
          this.page.lost()
          this.connectionFailed = true
          this.showCopy()
          this.refresh()
        },
        right: (right) => {
          this.page.rightIs(right)
          this.knownRight = right
          this.copy.remember({ right })
        },
        epoch: (epoch) => this.copy.remember({ epoch }),
        position: (position) => this.copy.remember({ position }),
        you: (participant) => this.presence.known(participant),
        pageChanged: () => this.page.heard(),
        undone: (what) => this.undoneListeners.forEach((listener) => listener(what)),
        ended: (reason) => this.ended(reason),
      },
    )
  }

  private takeUp(restored: Restored): void {
    this.restored = restored.something
    this.knownRight = restored.facts.right ?? 'see'
    if (restored.unconfirmed) this.connection.receipts.edited()
  }

  /** Works on with what this device kept, where the server does not answer. */
  private readonly showCopy = (): void => {
    if (this.restored) this.goLive()
  }

  private goLive(): void {
    clearTimeout(this.timers.get('server'))
    if (!this.isLive) {
      this.isLive = true
      this.reading.goLive()
    }
    this.refresh()
  }

  private ended(reason: EndReason): void {
    this.end = reason
    if (this.connection.receipts.allOnDisk && !copyOutlives(reason)) void this.copy.erase().catch(() => undefined)
    this.refresh()
  }

  /** Tells listeners where something that they can read has changed. */
  private readonly refresh = (): void => {
    if (this.closed) return
    this.connection.watchAnswers()
    this.saving.follow(this.connection.waitingSince)
    const next = this.stateNow()
    if (JSON.stringify(next) !== JSON.stringify(this.shown)) this.shown = next
    if (next.kind === 'saved' && !this.timers.has('confirm')) {
      this.timers.set('confirm', setTimeout(this.confirm, confirmWait))
    }
    this.handover?.follow(this.end === 'other-history' || this.trouble() === 'right-ended')
    const unsent = this.unsent()
    this.presence.showUnsaved(unsent !== 'nothing' && (this.saving.isLate || next.kind !== 'saving'))
    const undoing = [this.canUndo(), this.canRedo()]
    const status = JSON.stringify([next, this.right(), undoing, unsent, this.trouble(), this.offer(), this.pageChanges()])
    if (status === this.told) return
    this.told = status
    this.tell()
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener()
  }

  private readonly confirm = (): void => {
    this.timers.delete('confirm')
    if (this.shown.kind === 'saved') this.copy.confirm()
  }

  private stateNow(): SessionState {
    const { allOnDisk, met } = this.connection.receipts
    const state = sessionState({
      end: this.end,
      live: this.isLive,
      failed: this.connectionFailed,
      connected: this.connection.connected,
      changingWay: this.connection.changingWay,
      mayWrite: writes(this.knownRight, this.options),
      allOnDisk,
      met,
      metBefore: this.metBefore,
      trouble: this.trouble(),
    })
    if (state.kind === 'saved') this.metBefore = true
    return state
  }
}
