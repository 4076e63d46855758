import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { agreement, clause, paragraph, table } from '../../../app/artefacts/agreement/model/compose'
import { readAgreement } from '../../../app/artefacts/agreement/model/document'
import { openPassages } from '../../../app/artefacts/agreement/model/passages/passages'
import { quotePassages } from '../../../app/artefacts/agreement/model/passages/quote-passages'
import { commentsInTree } from '../../../app/exports/comments-in-tree'
import type { Block, Inline } from '../../../app/exports/tree'
import type { PassageAnchor } from '../../../app/remarks/model/anchor'
import { finalTree } from '../../support/word/reviewed-agreement'
import { shared, textWith } from '../artefacts/agreement/shared-agreement'

const remark = { id: 'r', author: { key: 'user:one', name: 'Edustaja', organisation: 'Kunta' }, at: 1, words: 'Miksi?', mentions: [] }

/** An anchor on the words at their `nth` place in a clause, from 0. */
function anchorOn(root: Y.Map<unknown>, item: string, words: string, nth: number): PassageAnchor {
  const passages = openPassages(root)
  const text = passages.textOf(item) ?? ''
  let from = -1
  for (let count = 0; count <= nth; count += 1) from = text.indexOf(words, from + 1)
  const anchor = passages.anchor(item, { from, to: from + words.length }, '1')
  passages.close()
  if (!anchor) throw new Error(`No ${words} to be about`)
  return anchor
}

/** All that is written before the commented words, and these. */
async function exported(root: Y.Map<unknown>, anchor: PassageAnchor): Promise<{ before: string; words: string; in: Block['type'] | undefined }> {
  const [passage = null] = quotePassages(root, [anchor])
  const tree = commentsInTree(await finalTree(readAgreement(root)), [{ id: 't', anchor, remarks: [remark], passage }])
  const runs = runsIn(tree.blocks)
  const first = runs.findIndex(({ run }) => run.comments?.includes('t'))
  const words = runs.filter(({ run }) => run.comments?.includes('t')).map(({ run }) => textOf(run))
  return { before: runs.slice(0, first).map(({ run }) => textOf(run)).join(''), words: words.join(''), in: runs[first]?.in }
}

const textOf = (run: Inline) => (run.type === 'text' ? run.text : '')

function runsIn(blocks: readonly Block[], within?: Block['type']): { run: Inline; in: Block['type'] }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading' || block.type === 'paragraph') return block.children.map((run) => ({ run, in: within ?? block.type }))
    if (block.type === 'table') return block.rows.flatMap((row) => row.flatMap(({ children }) => runsIn(children, 'table')))
    return block.type === 'list' ? block.items.flatMap((item) => runsIn(item, 'list')) : []
  })
}

describe('A comment in a Word file', () => {
  it('is at the second place of the same words where it was begun there, also once others wrote around it', async () => {
    const root = shared(agreement(clause('one', 'Kulut', paragraph('Kunta maksaa. Kunta maksaa.'))))
    const anchor = anchorOn(root, 'one', 'Kunta', 1)
    expect(await exported(root, anchor)).toEqual({ before: 'KulutKunta maksaa. ', words: 'Kunta', in: 'paragraph' })
    const text = textWith(root, 'Kunta')
    text.insert('Kunta maksaa. Kunta'.length, ' vastaa ja')
    text.insert('Kunta maksaa. '.length, 'Jokainen ')
    expect(await exported(root, anchor)).toEqual({ before: 'KulutKunta maksaa. Jokainen ', words: 'Kunta', in: 'paragraph' })
  })

  it('is in its own cell of a table that says the same in many', async () => {
    const rows = Array.from({ length: 60 }, () => ['kyllä'])
    const root = shared(agreement(clause('one', 'Mittarit', table(['Onko'], ...rows))))
    const { before, words } = await exported(root, anchorOn(root, 'one', 'kyllä', 40))
    expect({ count: before.match(/kyllä/g)?.length, words }).toEqual({ count: 40, words: 'kyllä' })
  })

  it('is at the heading of its clause once its words are gone, though the same stand elsewhere in it', async () => {
    const root = shared(agreement(clause('one', 'Kulut', paragraph('Kunta maksaa vuokran.'), paragraph('Muista kuluista sovitaan; kunta maksaa ne.'))))
    const anchor = anchorOn(root, 'one', 'Kunta', 0)
    textWith(root, 'vuokran').delete(0, 'Kunta maksaa vuokran.'.length)
    expect(await exported(root, anchor)).toMatchObject({ words: 'Kulut', in: 'heading' })
  })
})
