import {
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  type ICommentsOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { plainLine, plainText } from '../../lib/plain-text'
import type { SettledBlock, SettledDocument, SettledInline } from '../settled'
import type { Change, CommentThread, Tracked } from '../tree'

interface WordChange {
  id: number
  author: string
  date: string
}

/** Word counts in seconds. */
const moment = (at: Date): string => (Number.isNaN(at.getTime()) ? new Date(0) : at).toISOString().replace(/\.\d+Z$/, 'Z')

/** Names in Word are one line; an empty one makes it ask who that was. */
const authorName = (author: string): string => plainLine(author).slice(0, 255) || '–'

/** What Word needs to know of the tracked changes and comments of one document while its text is written. */
export class Review {
  private changes = 0
  private readonly threads: CommentThread[]
  /** Of the first remark of each thread; its answers have the numbers after it. */
  private readonly numbers = new Map<string, number>()
  /** How many runs are yet to come that a thread is about. */
  private readonly runsLeft = new Map<string, number>()
  private readonly begun = new Set<string>()

  constructor(document: SettledDocument) {
    this.threads = [...document.comments]
    for (const run of runsOf(document.blocks)) {
      for (const id of new Set(run.comments)) this.runsLeft.set(id, (this.runsLeft.get(id) ?? 0) + 1)
    }
    let number = 0
    for (const { id, remarks } of this.threads) {
      this.numbers.set(id, number)
      number += remarks.length
    }
  }

  change({ author, at }: Change): WordChange {
    this.changes += 1
    return { id: this.changes, author: authorName(author), date: moment(at) }
  }

  /** A run of text as it is tracked. */
  text(options: Omit<IRunOptions, 'children'>, tracked: Tracked | undefined): ParagraphChild {
    if (tracked?.inserted && tracked.deleted) return this.wrap(new DeletedTextRun({ ...options, ...this.change(tracked.deleted) }), { inserted: tracked.inserted })
    if (tracked?.inserted) return new InsertedTextRun({ ...options, ...this.change(tracked.inserted) })
    if (tracked?.deleted) return new DeletedTextRun({ ...options, ...this.change(tracked.deleted) })
    return new TextRun(options)
  }

  /** Any other run as it is tracked. */
  wrap(run: ParagraphChild, tracked: Tracked | undefined): ParagraphChild {
    const { inserted, deleted } = tracked ?? {}
    const inner = deleted ? this.element('w:del', deleted, run) : run
    return inserted ? this.element('w:ins', inserted, inner) : inner
  }

  /** A field whose result is `shown`, as it is tracked; `written` is the field as it is where nothing is taken out. */
  field(instruction: string, shown: string, written: ParagraphChild, tracked: Tracked | undefined): ParagraphChild {
    return this.wrap(tracked?.deleted ? new DeletedField(instruction, shown) : written, tracked)
  }

  /** Of a paragraph: that the break at its end is tracked. */
  paragraphMark(tracked: Tracked | undefined) {
    if (!tracked?.inserted && !tracked?.deleted) return {}
    return { run: this.rowMark(tracked) }
  }

  /** Of a table's row, and of a picture. */
  rowMark(tracked: Tracked | undefined) {
    return {
      ...(tracked?.inserted ? { insertion: this.change(tracked.inserted) } : {}),
      ...(tracked?.deleted ? { deletion: this.change(tracked.deleted) } : {}),
    }
  }

  /** A run between the beginnings and the ends of the comments that are about it. */
  commented(run: SettledInline, written: ParagraphChild): ParagraphChild[] {
    const about = this.threads.filter(({ id }) => run.comments?.includes(id))
    const first = about.filter(({ id }) => !this.begun.has(id))
    const last = about.filter(({ id }) => {
      this.begun.add(id)
      this.runsLeft.set(id, (this.runsLeft.get(id) ?? 1) - 1)
      return this.runsLeft.get(id) === 0
    })
    return [...first.flatMap((thread) => this.begin(thread)), written, ...last.flatMap((thread) => this.end(thread))]
  }

  /** The title between the comments on all of the document. */
  aroundTitle(written: ParagraphChild[]): ParagraphChild[] {
    const about = this.threads.filter(({ id }) => !this.runsLeft.has(id))
    return [...about.flatMap((thread) => this.begin(thread)), ...written, ...about.flatMap((thread) => this.end(thread))]
  }

  /** The comments themselves; undefined where there are none. */
  comments(): ICommentsOptions | undefined {
    if (this.threads.length === 0) return undefined
    const children = this.threads.flatMap(({ id, remarks, resolved }) =>
      remarks.map(({ author, at, words }, index) => {
        const number = (this.numbers.get(id) ?? 0) + index
        return {
          id: number,
          author: authorName(author),
          initials: initialsOf(author),
          date: new Date(moment(at)),
          children: plainText(words).split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
          resolved,
          ...(index > 0 ? { parentId: number - index } : {}),
        }
      }),
    )
    // The library writes which threads are resolved only where one has an answer: an answer to nothing is one to it.
    const [head, ...rest] = children
    const answered = children.some(({ parentId }) => parentId !== undefined)
    return { children: head && !answered ? [{ ...head, parentId: -1 }, ...rest] : children }
  }

  private begin({ id, remarks }: CommentThread): ParagraphChild[] {
    return remarks.map((_, index) => new CommentRangeStart((this.numbers.get(id) ?? 0) + index))
  }

  private end({ id, remarks }: CommentThread): ParagraphChild[] {
    return remarks.flatMap((_, index) => {
      const number = (this.numbers.get(id) ?? 0) + index
      return [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })]
    })
  }

  private element(name: 'w:ins' | 'w:del', by: Change, run: ParagraphChild): ParagraphChild {
    const { id, author, date } = this.change(by)
    const attributes = {
      id: { key: 'w:id', value: id },
      author: { key: 'w:author', value: author },
      date: { key: 'w:date', value: date },
    }
    // The library's types know no wrapper of any run but text; it writes each component as what it is.
    return new BuilderElement({ name, attributes, children: [run as TextRun] }) as unknown as ParagraphChild
  }
}

class Words extends BuilderElement {
  constructor(name: 'w:delInstrText' | 'w:delText', words: string) {
    super({ name, attributes: { space: { key: 'xml:space', value: 'preserve' } } })
    this.root.push(words)
  }
}

/** What is taken out is an instruction and a text of other names (ECMA-376 part 1, 17.16.13). */
class DeletedField extends TextRun {
  constructor(instruction: string, shown: string) {
    super({})
    const sign = (type: string) => new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })
    this.root.push(
      sign('begin'),
      new Words('w:delInstrText', instruction),
      sign('separate'),
      new Words('w:delText', shown),
      sign('end'),
    )
  }
}

function initialsOf(author: string): string {
  const letters = plainLine(author).replace(/\(.*$/, '').split(' ').map((word) => [...word][0] ?? '')
  return letters.join('').slice(0, 3) || '–'
}

function runsOf(blocks: readonly SettledBlock[]): SettledInline[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading' || block.type === 'paragraph') return block.children
    if (block.type === 'list') return block.items.flatMap(runsOf)
    if (block.type === 'table') return block.rows.flatMap((row) => row.flatMap(({ children }) => runsOf(children)))
    return []
  })
}
