import { plainText } from '../../../lib/plain-text'

/** What a section's text is made of: paragraphs of lines, and lists of one line each. */
export type TextBlock = { type: 'paragraph'; lines: string[] } | { type: 'list'; items: string[] }

const bullet = /^\s*[-–•*]\s+(?=\S)/

/** A line that begins with a dash and a space is a point of a list; an empty line ends a paragraph. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | undefined
  for (const line of plainText(text).split('\n')) {
    if (line.trim() === '') {
      open = undefined
      continue
    }
    const isPoint = bullet.test(line)
    if (open?.type !== (isPoint ? 'list' : 'paragraph')) {
      open = isPoint ? { type: 'list', items: [] } : { type: 'paragraph', lines: [] }
      blocks.push(open)
    }
    if (open.type === 'list') open.items.push(line.replace(bullet, '').trim())
    else open.lines.push(line.trim())
  }
  return blocks
}
