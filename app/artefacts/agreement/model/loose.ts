/**
 * A node as it was found: in a shared document that anybody's browser wrote to, or in JSON from outside.
 * Nothing about it is certain. `mend.ts` makes the strict form of it.
 */
export interface LooseNode {
  type: string
  attrs: Record<string, unknown>
  /** Of text nodes alone. */
  text: string
  marks: LooseMark[]
  content: LooseNode[]
}

export interface LooseMark {
  type: string
  attrs: Record<string, unknown>
}

/** Deeper than any document that was written by hand; beyond it a reader could run out of stack. */
export const deepestNesting = 60

/** ProseMirror's JSON, or whatever came in its place. */
export function looseNode(json: unknown, depth = 0): LooseNode {
  const given = isRecord(json) ? json : {}
  const content = Array.isArray(given['content']) && depth < deepestNesting ? given['content'] : []
  const marks = Array.isArray(given['marks']) ? given['marks'] : []
  return {
    type: typeof given['type'] === 'string' ? given['type'] : '',
    attrs: isRecord(given['attrs']) ? given['attrs'] : {},
    text: typeof given['text'] === 'string' ? given['text'] : '',
    marks: marks.map((mark: unknown) => {
      const one = isRecord(mark) ? mark : {}
      return {
        type: typeof one['type'] === 'string' ? one['type'] : '',
        attrs: isRecord(one['attrs']) ? one['attrs'] : {},
      }
    }),
    content: content.map((child: unknown) => looseNode(child, depth + 1)),
  }
}

export function looseText(text: string, marks: LooseMark[] = []): LooseNode {
  return { type: 'text', attrs: {}, text, marks, content: [] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
