/** Words such that CommonMark with GitHub's tables and footnotes prints them as they are, anywhere within a line. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
}

/** A line that would open a heading, a list, a quotation or a rule by how it starts is kept a line of words. */
export function asParagraphLine(line: string): string {
  return line
    .replace(/^\s+/, '')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** Names of headings as GitHub and most readers of Markdown make them, counted where two are alike. */
export class HeadingNames {
  private readonly taken = new Map<string, number>()

  next(title: string): string {
    const name = title
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
      .replace(/ /g, '-')
    const count = this.taken.get(name) ?? 0
    this.taken.set(name, count + 1)
    return count === 0 ? name : `${name}-${count}`
  }
}
