import { cooperationModel } from '../../../app/artefacts/cooperation-model'
import { boardBoxes, type Box } from '../../../app/artefacts/cooperation-model/model/boxes'
import { isFrame, wordsOf, type CooperationModel } from '../../../app/artefacts/cooperation-model/model/content'
import type { BoardNote, NoteBoard, NoteGroup } from '../../../app/artefacts/workshop-face'
import { contentRoot } from '../../../app/document/layout'
import { stockClient, type StockClient, type StockClientOptions } from '../sync/stock-client'
import { until } from './until'

/** A board as one person's own client holds it, with what that person can do there. */
export class Board {
  private constructor(
    readonly client: StockClient,
    private readonly face: NoteBoard<CooperationModel>,
  ) {}

  static async open(origin: string, artefactId: string, options: Pick<StockClientOptions, 'cookie' | 'onFrame'>): Promise<Board> {
    const { notes } = await cooperationModel.loadWorkshopFace()
    if (!notes) throw new Error('A co-operation model holds no notes')
    const client = stockClient({ origin }, { ...options, room: `artefact/${artefactId}` })
    return new Board(client, notes)
  }

  content(): CooperationModel {
    return cooperationModel.read(contentRoot(this.client.doc))
  }

  /** The frame of that name, as soon as there is one. */
  async frameCalled(name: string): Promise<string> {
    const find = () => this.content().items.find((item) => isFrame(item) && wordsOf(item) === name)?.id
    await until(() => find() !== undefined, `a frame called ${name}`)
    return find() ?? ''
  }

  notes(frame: string | null = null): BoardNote[] {
    return this.face.notes(this.content(), frame)
  }

  groups(frame: string | null = null): NoteGroup[] {
    return this.face.groups(this.content(), frame)
  }

  /** How many things there are, without reading what they are: for asking often. */
  get size(): number {
    const items = contentRoot(this.client.doc).get('items')
    return items && typeof items === 'object' && 'size' in items ? Number(items.size) : 0
  }

  addNote(frame: string | null, note: { id: string; text: string }): void {
    this.act((root) => this.face.addNotes(root, frame, [{ ...note, author: '', origin: '' }]))
  }

  changeNote(id: string, text: string): void {
    this.act((root) => this.face.changeNote(root, id, text))
  }

  /** Answers the new group's id; undefined where none of the notes is there. */
  gather(ids: readonly string[], name: string): string | undefined {
    return this.act((root) => this.face.gather(root, ids, name))
  }

  moveToGroup(ids: readonly string[], group: string | null): void {
    this.act((root) => this.face.moveToGroup(root, ids, group))
  }

  removeNotes(ids: readonly string[]): void {
    this.act((root) => this.face.removeNotes(root, ids))
  }

  /** Pairs of notes of which one covers another, as `ID over ID`. */
  overlaps(): string[] {
    const { items } = this.content()
    const boxes = [...boardBoxes(items)].filter(([id]) => items.some((item) => item.id === id && item.type === 'note'))
    return boxes.flatMap(([id, box], index) =>
      boxes.slice(index + 1).flatMap(([other, otherBox]) => (overlap(box, otherBox) ? [`${id} over ${other}`] : [])),
    )
  }

  /** Waits until one may change something here, as a page does before it offers to. */
  async open(): Promise<void> {
    const right = () => this.client.notices.findLast(({ kind }) => kind === 'right')?.right
    await until(() => right() === 'edit', 'the right to change the board')
  }

  /** Waits until so many changes, the first sync's answer among them, are on the server's disk. */
  async saved(changes: number): Promise<void> {
    await until(() => this.client.receipts.length >= changes, 'receipts of what was done on the board')
  }

  private act<Result>(work: (root: ReturnType<typeof contentRoot>) => Result): Result {
    return this.client.doc.transact(() => work(contentRoot(this.client.doc)))
  }
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}
