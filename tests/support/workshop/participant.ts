import { z } from 'zod'
import { Board } from './board'
import { Draft } from './draft'
import { HttpBrowser } from './http-browser'
import { LiveRoom } from './live-room'

export interface Introduction {
  name: string
  /** As it stands on the list at the door. */
  organisation: string
  role: string
}

const liveDataSchema = z.object({ workshop: z.object({ me: z.object({ key: z.string() }) }) })

/** Somebody who joins a workshop by its code as a guest, and takes part through rooms and forms of the real server. */
export class Participant {
  private openRoom: LiveRoom | undefined
  private readonly boards = new Map<string, Board>()
  private readonly drafts = new Map<string, Draft>()
  /** Is given every frame that comes in any room but one's own drafts. */
  onFrame: (frame: Buffer) => void = () => undefined

  private constructor(
    readonly browser: HttpBrowser,
    readonly introduction: Introduction,
    readonly workshopId: string,
    /** `seat:ID` */
    readonly key: string,
  ) {}

  /** From the code to the participant's own page, as a phone that scanned it. */
  static async join(baseUrl: string, code: string, introduction: Introduction): Promise<Participant> {
    const browser = new HttpBrowser(baseUrl)
    const door = await browser.page(`/join/${code}`)
    const { goTo } = await browser.submitted(door.path, {
      displayName: introduction.name,
      organisation: choiceCalled(door.html, introduction.organisation),
      organisationName: '',
      role: introduction.role,
    })
    const workshopId = /^\/workshops\/([0-9a-z]+)/.exec(goTo ?? '')?.[1]
    if (!workshopId) throw new Error(`Joining led to ${goTo ?? 'nowhere'}`)
    const { workshop } = await browser.load(`/workshops/${workshopId}/live`, 'workshop-live', liveDataSchema)
    return new Participant(browser, introduction, workshopId, workshop.me.key)
  }

  /** Goes into the workshop's room. Resolves when one knows how it stands. */
  async enter(): Promise<LiveRoom> {
    this.openRoom ??= new LiveRoom(this.browser.baseUrl, this.workshopId, this.options())
    await this.openRoom.until(() => true, `${this.introduction.name} is told how the workshop stands`)
    return this.openRoom
  }

  /** @throws before `enter`. */
  get room(): LiveRoom {
    if (!this.openRoom) throw new Error(`${this.introduction.name} has not entered`)
    return this.openRoom
  }

  /** Opens a board, once. Resolves when all of it is there. */
  async openBoard(artefactId: string): Promise<Board> {
    const board = this.boards.get(artefactId) ?? (await Board.open(this.browser.baseUrl, artefactId, this.options()))
    this.boards.set(artefactId, board)
    await board.client.synced()
    return board
  }

  /** @throws for a board that has not been opened. */
  board(artefactId: string): Board {
    const board = this.boards.get(artefactId)
    if (!board) throw new Error(`${this.introduction.name} has not opened that board`)
    return board
  }

  /** Opens one's own notes of a step, once. Resolves when all of them are there. */
  async openDraft(stepId: string): Promise<Draft> {
    const { baseUrl, cookie } = this.browser
    const draft = this.drafts.get(stepId) ?? new Draft(baseUrl, stepId, this.key, { cookie })
    this.drafts.set(stepId, draft)
    await draft.client.synced()
    return draft
  }

  leave(): void {
    this.openRoom?.close()
    for (const { client } of [...this.boards.values(), ...this.drafts.values()]) client.close()
  }

  private options() {
    return { cookie: this.browser.cookie, onFrame: (frame: Buffer) => this.onFrame(frame) }
  }
}

function choiceCalled(html: string, name: string): string {
  for (const [, value = '', words = ''] of html.matchAll(/<option[^>]*\bvalue="([^"]*)"[^>]*>([^<]*)</g)) {
    if (words.trim() === name) return value
  }
  throw new Error(`The door offers no organisation called ${name}`)
}
