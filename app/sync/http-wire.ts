import { z } from 'zod'
import { followPage } from './browser-events'
import { EventReader, fromBase64, type StreamEvent } from './event-stream'
import { leaveToHold } from './held-requests'
import { Outbox } from './outbox'
import { lostCode, type Outcome, type Patience, type Wire, type WireEvents } from './wire'

export interface HttpWireOptions {
  /** The room's address with its parameters, as for a WebSocket. */
  url: string
  /** Asks again for each answer instead of reading one that does not end. */
  polls: boolean
  fetch: typeof fetch
  patience: Patience
}

// Batches begin no closer together than this: pointers move thirty times a second.
const batchEvery = 80
const pollEvery = 100
// Where enough requests of this browser are open already, and none may wait for an answer.
const briefPollEvery = 1_000
// The server may hold an answer back on purpose, to be sent less (server/sync/SPEC.md, P18).
const answerWithin = 40_000
const attempts = 3
const attemptAfter = 500
// The stream itself may be about to say why.
const reasonWithin = 1_000
// A browser sends no more for a page that is gone.
const mostInParting = 60_000

const words = z.object({ code: z.number().int(), reason: z.string().max(100) })
type Words = z.infer<typeof words>

interface Answer {
  status: number
  isEvents: boolean
  text: string
}

/** Sync over plain HTTP, for where WebSockets are blocked: server/sync/SPEC.md, P15–P20. */
export class HttpWire implements Wire {
  private readonly outbox = new Outbox()
  private readonly gone = new AbortController()
  private readonly stopFollowing: () => void
  private readonly events = new EventReader()
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()
  private readonly opening: ReturnType<typeof setTimeout>
  private connection: string | undefined
  private batch = 0
  private batchAt = 0
  private owesSign = false
  private posting = false
  private onPosted: () => void = () => undefined
  private giveBack: (() => void) | undefined
  private over = false

  constructor(
    private readonly options: HttpWireOptions,
    private readonly listener: WireEvents,
  ) {
    const { open, speak } = options.patience
    this.opening = setTimeout(() => this.end(lostCode, '', 'silent'), open + speak)
    // The others see at once that one has left; a page that comes back from the browser's memory connects anew.
    this.stopFollowing = followPage(() => this.end(lostCode, '', 'answered'))
    void this.listen().catch(() => this.lost())
  }

  get isOpen(): boolean {
    return this.connection !== undefined && !this.over
  }

  send(message: Uint8Array): void {
    if (!this.isOpen) return
    this.outbox.put(message)
    void this.post()
  }

  /** What was sent before still goes out, as with a WebSocket. */
  close(): void {
    if (this.over) return
    this.silence()
    if (this.posting) this.onPosted = () => this.leave()
    else this.leave()
  }

  private silence(): void {
    this.over = true
    clearTimeout(this.opening)
    this.stopFollowing()
  }

  /** With what is still to be sent, where no batch is under way; it gets out though the page goes. */
  private leave(): void {
    const { connection } = this
    const last = this.posting || this.outbox.isEmpty ? undefined : this.outbox.nextBatch()
    const body = last && last.byteLength <= mostInParting ? last : undefined
    if (connection !== undefined) {
      const address = this.address({ leave: '1', ...(body && { batch: String(this.batch + 1) }) })
      const leaving = this.options.fetch(address, { method: 'POST', body: body ? new Uint8Array(body) : null, keepalive: true })
      leaving.catch(() => undefined)
    }
    for (const timer of this.timers) clearTimeout(timer)
    this.gone.abort()
    this.giveBack?.()
  }

  private async listen(): Promise<void> {
    await this.askToHold()
    if (this.options.polls || !this.mayHold) await this.poll()
    else await this.stream()
  }

  private async stream(): Promise<void> {
    const answer = await this.options.fetch(this.address({}), { ...asked, signal: this.gone.signal })
    if (!isEventStream(answer)) return this.refused(await readAnswer(answer))
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) this.read(piece.value)
    this.lost()
  }

  private async poll(): Promise<void> {
    for (let number = 1; !this.over; number += 1) {
      await this.askToHold()
      const answer = await this.insist(this.address({ poll: String(number), ...(!this.mayHold && { brief: '1' }) }), null)
      if (!answer.isEvents) return this.refused(answer)
      this.read(answer.text)
      await this.pause(this.mayHold || answer.text !== '' ? pollEvery : briefPollEvery)
    }
  }

  private async askToHold(): Promise<void> {
    if (this.mayHold) return
    const giveBack = await leaveToHold()
    if (this.over) giveBack?.()
    else this.giveBack = giveBack
  }

  private get mayHold(): boolean {
    return this.giveBack !== undefined
  }

  private read(text: string): void {
    for (const event of this.events.read(text)) this.take(event)
  }

  private take({ name, data }: StreamEvent): void {
    if (this.over) return
    if (name === '') for (const line of data) this.listener.message(fromBase64(line))
    else if (name === 'open') this.opened(data[0] ?? '')
    else if (name === 'close') this.closed(data[0] ?? '')
    else if (name === 'ping') {
      this.owesSign = true
      void this.post()
    }
  }

  private opened(connection: string): void {
    clearTimeout(this.opening)
    this.connection = connection
    this.listener.opened()
  }

  private closed(text: string): void {
    const said = readWords(text)
    if (said) this.end(said.code, said.reason, 'answered')
    else this.lost()
  }

  /** Sends what is waiting, a batch at a time. */
  private async post(): Promise<void> {
    if (this.posting) return
    this.posting = true
    try {
      while (!this.gone.signal.aborted && (!this.outbox.isEmpty || this.owesSign)) await this.postBatch()
    } catch {
      this.lost()
    }
    this.posting = false
    this.onPosted()
  }

  private async postBatch(): Promise<void> {
    const wait = this.batchAt + batchEvery - Date.now()
    // Not at all where it is not needed: timers of hidden pages run once a minute.
    if (wait > 0) await this.pause(wait)
    this.batchAt = Date.now()
    this.owesSign = false
    this.batch += 1
    const body = new Uint8Array(this.outbox.nextBatch())
    const answer = await this.insist(this.address({ batch: String(this.batch) }), body)
    if (answer.status !== 204) await this.refused(answer)
  }

  /** The same request again where its answer was lost, or came from something on the way. */
  private async insist(address: string, body: BodyInit | null): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.ask(address, body).catch(() => undefined)
      if (answer && answer.status < 500 && answer.status !== 408) return answer
      if (attempt === attempts || this.gone.signal.aborted) throw new Error('The server could not be reached')
      await this.pause(attemptAfter * attempt)
    }
  }

  private async ask(address: string, body: BodyInit | null): Promise<Answer> {
    const request = new AbortController()
    const abort = () => request.abort()
    const limit = setTimeout(abort, answerWithin)
    this.gone.signal.addEventListener('abort', abort)
    try {
      return await readAnswer(await this.options.fetch(address, { ...asked, body, signal: request.signal }))
    } finally {
      clearTimeout(limit)
      this.gone.signal.removeEventListener('abort', abort)
    }
  }

  /** Waits a moment with the reason, for the stream may bring a better one. */
  private async refused({ text }: Answer): Promise<void> {
    const said = readWords(text)
    if (!said) return this.lost()
    if (this.connection !== undefined) await this.pause(reasonWithin)
    this.end(said.code, said.reason, 'answered')
  }

  private lost(): void {
    this.end(lostCode, '', this.connection === undefined ? 'failed' : 'answered')
  }

  private end(code: number, reason: string, outcome: Outcome): void {
    if (this.over) return this.gone.abort()
    this.silence()
    this.leave()
    this.listener.ended(code, reason, outcome)
  }

  private address(parameters: Record<string, string>): string {
    const address = new URL(this.options.url.replace(/^ws/, 'http'))
    if (this.connection !== undefined) address.search = new URLSearchParams({ connection: this.connection }).toString()
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
    return address.href
  }

  /** Never ends where the wire is closed meanwhile: nothing is left to do then. */
  private pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer)
        resolve()
      }, time)
      this.timers.add(timer)
    })
  }
}

const asked: RequestInit = {
  method: 'POST',
  headers: { Accept: 'text/event-stream' },
  cache: 'no-store',
  // A page to sign in to a network, for instance, is no room.
  redirect: 'error',
}

async function readAnswer(answer: Response): Promise<Answer> {
  return { status: answer.status, isEvents: isEventStream(answer), text: await answer.text() }
}

function isEventStream(answer: Response): boolean {
  return answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/event-stream')
}

function readWords(text: string): Words | undefined {
  try {
    return words.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
