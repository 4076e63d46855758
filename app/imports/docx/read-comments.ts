import { longestRemark, type Remark, type Thread } from '../../remarks/model/content'
import { plainText } from '../../lib/plain-text'
import type { Passages } from './passages'
import { readWords, type Reading } from './read-blocks'
import { authorOf } from './read-runs'
import { elementsOf, type Node } from './xml'

interface Comment {
  id: string
  paragraph: string
  remarks: Remark[]
}

/** The comments as shared threads: what answers a comment stands in its thread, and what was settled is. */
export function readThreads(
  parts: { comments: Node | undefined; commentsExtended: Node | undefined },
  reading: Reading,
  passages: Passages,
  { onTitle, newId }: { onTitle: readonly string[]; newId: () => string },
): Thread[] {
  const extended = new Map(elementsOf(parts.commentsExtended).map(({ attributes }) => [attributes['w15:paraId'] ?? '', attributes]))
  const comments = elementsOf(parts.comments)
    .filter(({ name }) => name === 'w:comment')
    .map((node) => commentOf(node, reading, newId))
  const byParagraph = new Map(comments.map((comment) => [comment.paragraph, comment]))
  const threads = new Map<Comment, Thread>()
  for (const comment of comments) {
    const head = headOf(comment, byParagraph, extended)
    const thread = threads.get(head)
    if (thread) thread.remarks.push(...comment.remarks)
    else {
      const isDone = extended.get(head.paragraph)?.['w15:done'] === '1'
      const last = comment.remarks[0]
      threads.set(head, {
        id: newId(),
        anchor: onTitle.includes(head.id) ? { on: 'all' } : passages.anchorOf(head.id),
        remarks: [...comment.remarks],
        // Word keeps that it is settled, and not by whom.
        ...(isDone && last ? { resolved: { by: last.author, at: last.at } } : {}),
      })
    }
  }
  return [...threads.values()]
}

/** The comment that a comment answers, at last. */
function headOf(
  comment: Comment,
  byParagraph: ReadonlyMap<string, Comment>,
  extended: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Comment {
  let head = comment
  for (let steps = 0; steps < 1_000; steps += 1) {
    const above = byParagraph.get(extended.get(head.paragraph)?.['w15:paraIdParent'] ?? '')
    if (!above || above === head) break
    head = above
  }
  return head
}

function commentOf(node: Node, reading: Reading, newId: () => string): Comment {
  const { name, organisation, at } = authorOf(node)
  const words = plainText(readWords(node, reading))
  const paragraph = elementsOf(node).findLast((one) => one.name === 'w:p')?.attributes['w14:paraId']
  const count = Math.max(1, Math.ceil(words.length / longestRemark))
  return {
    id: node.attributes['w:id'] ?? '',
    paragraph: paragraph ?? `none ${node.attributes['w:id'] ?? ''}`,
    // Longer than a remark may be: it goes on in the next.
    remarks: Array.from({ length: count }, (_, index) => ({
      id: newId(),
      author: { key: '', name, organisation },
      at,
      words: words.slice(index * longestRemark, (index + 1) * longestRemark),
      mentions: [],
    })),
  }
}
