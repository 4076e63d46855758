import type { Language } from '../../i18n/languages'
import { settle } from '../settle'
import type { SettledBlock, SettledDocument, SettledHeading, SettledInline, SettledList } from '../settled'
import { stateInWords, titleLines } from '../title-lines'
import type { FinalDocument } from '../tree'
import { asParagraphLine, escapeMarkdown, HeadingNames } from './escape'
import { writeInline } from './inline'
import { writeTable } from './table'

function titleOf({ number, title }: SettledHeading): string {
  return number ? `${number} ${title}` : title
}

class MarkdownWriter {
  private readonly headingNames = new Map<string, string>()

  constructor(private readonly document: SettledDocument) {
    const names = new HeadingNames()
    names.next(document.title)
    if (this.hasContents) names.next(document.words.document.contents)
    for (const heading of document.headings) this.headingNames.set(heading.anchor, names.next(titleOf(heading)))
  }

  write(): string {
    const parts = [this.titlePage(), this.contents(), this.blocks(this.document.blocks), this.footnotes()]
    return `${parts.filter(Boolean).join('\n\n')}\n`
  }

  private get hasContents(): boolean {
    return this.document.headings.length > 1
  }

  private titlePage(): string {
    const { title, project, kind } = this.document
    const facts = titleLines(this.document).map(({ label, values }) => {
      return `- **${escapeMarkdown(label)}:** ${values.map(escapeMarkdown).join(' · ')}`
    })
    const state = [project, kind, stateInWords(this.document)].filter(Boolean).map(escapeMarkdown).join(' · ')
    return [`# ${escapeMarkdown(title)}`, asParagraphLine(state), facts.join('\n')].filter(Boolean).join('\n\n')
  }

  private contents(): string {
    if (!this.hasContents) return ''
    const entries = this.document.headings
      .filter(({ level }) => level <= this.document.contentsDepth)
      .map((heading) => {
        const name = this.headingNames.get(heading.anchor) ?? ''
        return `${'  '.repeat(heading.level - 1)}- [${escapeMarkdown(titleOf(heading))}](#${name})`
      })
    return `## ${escapeMarkdown(this.document.words.document.contents)}\n\n${entries.join('\n')}`
  }

  private blocks(blocks: readonly SettledBlock[]): string {
    return blocks
      .map((block) => this.block(block))
      .filter(Boolean)
      .join('\n\n')
  }

  private block(block: SettledBlock): string {
    const { words } = this.document
    switch (block.type) {
      case 'heading': {
        const number = block.number ? `${block.number} ` : ''
        return `${'#'.repeat(block.level + 1)} ${number}${this.inline(block.children, ' ')}`
      }
      case 'paragraph': {
        const lines = this.inline(block.children, '\\\n').split('\n').map(asParagraphLine).join('\n')
        return block.tone === 'strong' ? `**${lines}**` : lines
      }
      case 'list':
        return this.list(block)
      case 'table': {
        const table = writeTable(block, (children) => this.cell(children))
        const caption = this.caption(words.document.table, block.number, block.caption)
        return [caption, table].filter(Boolean).join('\n\n')
      }
      case 'figure': {
        const said = block.description.split('\n').map((line) => `> ${asParagraphLine(escapeMarkdown(line))}`)
        return `${this.caption(words.document.figure, block.number, block.caption)}\n\n${said.join('\n')}`
      }
      case 'page-break':
        return ''
    }
  }

  private inline(children: readonly SettledInline[], lineBreak: string): string {
    return writeInline(children, { lineBreak, headingNames: this.headingNames })
  }

  private caption(word: string, number: number, caption: string): string {
    if (number === 0) return ''
    return [`**${word} ${number}.**`, escapeMarkdown(caption)].filter(Boolean).join(' ')
  }

  private list({ ordered, items }: SettledList): string {
    const tight = items.every((item) => item.every(({ type }, index) => type === 'list' || index === 0))
    const written = items.map((item, index) => {
      const marker = ordered ? `${index + 1}. ` : '- '
      const inner = item.map((block) => this.block(block)).join(tight ? '\n' : '\n\n')
      return marker + inner.replace(/\n(?!\n|$)/g, `\n${' '.repeat(marker.length)}`)
    })
    return written.join(tight ? '\n' : '\n\n')
  }

  /** Everything in a cell on its one line. */
  private cell(blocks: readonly SettledBlock[]): string {
    return blocks
      .flatMap((block): string[] => {
        switch (block.type) {
          case 'list':
            return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${this.cell(item)}`)
          case 'table':
            return block.rows.map((row) => row.map(({ children }) => this.cell(children)).join(' – '))
          case 'figure':
            return [escapeMarkdown(block.description.replace(/\s+/g, ' '))]
          case 'paragraph':
          case 'heading':
            return [this.inline(block.children, '<br>')]
          case 'page-break':
            return []
        }
      })
      .join('<br>')
  }

  private footnotes(): string {
    return this.document.footnotes
      .map(({ number, children }) => `[^${number}]: ${asParagraphLine(this.inline(children, ' '))}`)
      .join('\n\n')
  }
}

/** The document as CommonMark with GitHub's tables and footnotes; a figure is its description. */
export function writeMarkdown(document: FinalDocument, language: Language): string {
  return new MarkdownWriter(settle(document, language)).write()
}
