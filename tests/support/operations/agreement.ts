import type fc from 'fast-check'
import * as Y from 'yjs'
import { addAnnex, moveAnnex, readAnnexes, removeAnnex, renameAnnex } from '../../../app/artefacts/agreement/model/annexes'
import { placeClauses } from '../../../app/artefacts/agreement/model/clauses'
import { bodyOf, readAgreement } from '../../../app/artefacts/agreement/model/document'
import { makeShared, type PlainNode } from '../../../app/artefacts/agreement/model/elements'
import { updatePartyNames } from '../../../app/artefacts/agreement/model/parties'
import {
  addClause,
  addClauseBefore,
  addSubclause,
  indentClause,
  moveClause,
  outdentClause,
  removeClause,
  renameClause,
} from '../../../app/artefacts/agreement/model/operations'

type Operation = (root: Y.Map<unknown>) => void

/** What people do to an agreement: with its clauses, and by writing into it as the editor does. */
export function arbitraryOperation(check: typeof fc): fc.Arbitrary<Operation> {
  const at = check.nat(400)
  const words = check.constantFrom(
    '',
    'a',
    'Kustannukset jaetaan',
    ' ',
    'x'.repeat(700),
    '😀 ja §',
    '<b>&amp;</b>',
  )
  const onClause = (act: (root: Y.Map<unknown>, id: string) => unknown) =>
    at.map((index): Operation => (root) => {
      const clauses = placeClauses(readAgreement(root))
      const id = clauses[index % Math.max(1, clauses.length)]?.id
      if (id !== undefined) act(root, id)
    })
  const onAnnex = (act: (root: Y.Map<unknown>, id: string) => unknown) =>
    at.map((index): Operation => (root) => {
      const annexes = readAnnexes(root)
      const id = annexes[index % Math.max(1, annexes.length)]?.id
      if (id !== undefined) act(root, id)
    })
  const onTexts =
    (among: (body: Y.XmlFragment | undefined) => Y.XmlText[]) => (act: (text: Y.XmlText) => void) =>
      at.map((index): Operation => (root) => {
        const texts = among(bodyOf(root))
        const text = texts[index % Math.max(1, texts.length)]
        if (text) act(text)
      })
  const onText = onTexts(textsIn)
  // A title's words can be suggested, and carry no other marks.
  const onMarkable = onTexts((body) => textsIn(body).filter((text) => !isTitle(text.parent)))
  return check.oneof(
    words.map(
      (title): Operation =>
        (root) =>
          void addClause(root, undefined, title),
    ),
    words.chain((title) => onClause((root, id) => addClause(root, id, title))),
    words.chain((title) => onClause((root, id) => addClauseBefore(root, id, title))),
    words.chain((title) => onClause((root, id) => addSubclause(root, id, title))),
    words.chain((title) => onClause((root, id) => renameClause(root, id, title))),
    onClause((root, id) => removeClause(root, id)),
    onClause((root, id) => moveClause(root, id, 'up')),
    onClause((root, id) => moveClause(root, id, 'down')),
    onClause((root, id) => moveClause(root, id, 'down', new Set([id]))),
    onClause((root, id) => indentClause(root, id)),
    onClause((root, id) => outdentClause(root, id)),
    words.chain((written) => onText((text) => text.insert(Math.floor(text.length / 2), written))),
    onText((text) => text.delete(0, Math.min(4, text.length))),
    onMarkable((text) => text.format(0, Math.min(6, text.length), { bold: {} })),
    onMarkable((text) => text.format(0, Math.min(6, text.length), { link: { href: 'https://example.fi/' } })),
    onMarkable((text) => text.format(0, Math.min(5, text.length), { definedTerm: {} })),
    check
      .constantFrom('insertion', 'deletion')
      .chain((mark) => onText((text) => text.format(0, Math.min(3, text.length), { [mark]: suggestedBy(mark) }))),
    onMarkable((text) =>
      text.format(0, Math.min(6, text.length), { formatting: { ...suggestedBy('f'), change: '+italic' } }),
    ),
    words.map(
      (title): Operation =>
        (root) =>
          void addAnnex(root, { title: `Liite ${title}`, artefact: 'board', version: 3, hash: 'a'.repeat(64) }),
    ),
    onAnnex((root, id) => moveAnnex(root, id, 'up')),
    onAnnex((root, id) => moveAnnex(root, id, 'down')),
    words.chain((title) => onAnnex((root, id) => renameAnnex(root, id, title))),
    onAnnex((root, id) => removeAnnex(root, id)),
    check.constant<Operation>((root) => void updatePartyNames(root, [{ id: 'municipality', name: 'Niemelän kaupunki' }])),
    check.constantFrom<PlainNode>(...newBlocks).chain((block) =>
      at.map(
        (index): Operation =>
          (root) =>
            insertBlock(bodyOf(root), block, index),
      ),
    ),
    at.map(
      (index): Operation =>
        (root) =>
          removeBlock(bodyOf(root), index),
    ),
  )
}

const paragraph = (text: string): PlainNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const suggestedBy = (id: string) => ({ id, author: 'user:u1', name: 'Kokoaja', organisation: 'Kunta', at: 1_760_000_000_000 })

const newBlocks: PlainNode[] = [
  { type: 'paragraph' },
  { type: 'paragraph', attrs: { suggestion: { ...suggestedBy('break'), does: 'insert' } } },
  {
    type: 'paragraph',
    content: [
      { type: 'party', attrs: { organisation: 'municipality', name: 'Niemelän kunta' } },
      { type: 'text', text: ' ja ' },
      { type: 'party', attrs: { organisation: 'association', name: 'Yhdistys', suggestion: { ...suggestedBy('party'), does: 'delete' } } },
      { type: 'annexReference', attrs: { annex: 'annex-1' } },
      { type: 'footnote', attrs: { words: 'Laki § 3 <b>' } },
    ],
  },
  paragraph('Osapuolet sopivat.'),
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Kuten kohdassa ' },
      { type: 'clauseReference', attrs: { clause: 'gone' } },
      { type: 'hardBreak' },
      { type: 'text', text: 'sovitaan.', marks: [{ type: 'italic' }] },
    ],
  },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('yksi')] }] },
  {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph('Mittari')] }] }],
  },
]

/** Where the editor puts a block: into a clause, after its title. */
function insertBlock(body: Y.XmlFragment | undefined, block: PlainNode, at: number): void {
  const clauses = elementsIn(body).filter(({ nodeName }) => nodeName === 'clause')
  clauses[at % Math.max(1, clauses.length)]?.insert(1, [makeShared(block)])
}

function removeBlock(body: Y.XmlFragment | undefined, at: number): void {
  const blocks = elementsIn(body).filter(
    ({ nodeName }) => nodeName === 'paragraph' || nodeName === 'listItem',
  )
  const block = blocks[at % Math.max(1, blocks.length)]
  const parent = block?.parent
  if (block && parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(block), 1)
}

function isTitle(parent: unknown): boolean {
  return parent instanceof Y.XmlElement && parent.nodeName === 'clauseTitle'
}

function elementsIn(parent: Y.XmlFragment | undefined): Y.XmlElement[] {
  const children = parent?.toArray() ?? []
  return children.flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elementsIn(child)] : []))
}

function textsIn(parent: Y.XmlFragment | undefined): Y.XmlText[] {
  const children = parent?.toArray() ?? []
  return children.flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}
