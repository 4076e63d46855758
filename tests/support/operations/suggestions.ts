import type fc from 'fast-check'
import * as Y from 'yjs'
import { placeClauses } from '../../../app/artefacts/agreement/model/clauses'
import { bodyOf, readAgreement } from '../../../app/artefacts/agreement/model/document'
import type { Element } from '../../../app/artefacts/agreement/model/elements'
import type { SuggestedBy } from '../../../app/artefacts/agreement/model/suggestion'
import {
  acceptSuggestions,
  listSuggestions,
  rejectSuggestions,
} from '../../../app/artefacts/agreement/model/suggestions'
import {
  suggestMove,
  suggestNewClause,
  suggestRemoval,
} from '../../../app/artefacts/agreement/model/suggestions/suggest-clauses'

type Suggesting = (root: Y.Map<unknown>, by: SuggestedBy) => void

/** What somebody suggests, and what is decided on suggestions: on the shared document, as the editor leaves it there. */
export function arbitrarySuggesting(check: typeof fc): fc.Arbitrary<Suggesting> {
  const at = check.nat(400)
  const onText = (act: (text: Y.XmlText, by: SuggestedBy) => void) =>
    at.map((index): Suggesting => (root, by) => {
      const texts = among(bodyOf(root), (child): child is Y.XmlText => child instanceof Y.XmlText && child.length > 0)
      const text = texts[index % Math.max(1, texts.length)]
      if (text) act(text, by)
    })
  const onElement = (names: readonly string[], act: (element: Element, by: SuggestedBy) => void) =>
    at.map((index): Suggesting => (root, by) => {
      const elements = among(bodyOf(root), (child): child is Element => child instanceof Y.XmlElement && names.includes(child.nodeName))
      const element = elements[index % Math.max(1, elements.length)]
      if (element) act(element, by)
    })
  const onClause = (act: (root: Y.Map<unknown>, id: string, by: SuggestedBy) => unknown) =>
    at.map((index): Suggesting => (root, by) => {
      const clauses = placeClauses(readAgreement(root))
      const id = clauses[index % Math.max(1, clauses.length)]?.id
      if (id !== undefined) act(root, id, by)
    })
  const decide = (act: (root: Y.Map<unknown>, ids: string[]) => unknown) =>
    at.map((seed): Suggesting => (root) => {
      act(root, listSuggestions(readAgreement(root)).flatMap(({ id }, index) => ((index + seed) % 3 === 0 ? [id] : [])))
    })
  return check.oneof(
    onText((text, by) => text.insert(Math.floor(text.length / 2), 'ehdotus', { insertion: by })),
    onText((text, by) => text.format(0, Math.min(5, text.length), { deletion: by })),
    onText((text, by) => text.format(Math.floor(text.length / 3), Math.ceil(text.length / 2), { deletion: by })),
    onText((text, by) => text.format(0, Math.min(6, text.length), { formatting: { ...by, change: '+bold' } })),
    onText((text, by) => text.format(0, Math.min(6, text.length), { formatting: { ...by, change: '+link https://example.fi/' } })),
    onText((text, by) => text.format(Math.floor(text.length / 2), 4, { formatting: { ...by, change: '-link' } })),
    onText((text, by) => text.format(0, Math.ceil(text.length / 2), { formatting: { ...by, change: '+definedTerm' } })),
    onText((text, by) => text.format(0, text.length, { formatting: { ...by, change: '-definedTerm' } })),
    onElement(['listItem'], suggestItem),
    onElement(['paragraph'], suggestList),
    onElement(['paragraph'], (element, by) => element.setAttribute('suggestion', { ...by, does: 'insert' })),
    onElement(['paragraph'], (element, by) => element.setAttribute('suggestion', { ...by, does: 'delete' })),
    onElement(['hardBreak', 'clauseReference'], (element, by) => element.setAttribute('suggestion', { ...by, does: 'delete' })),
    onClause((root, id, by) => suggestNewClause(root, { after: id }, by)),
    onClause((root, id, by) => suggestNewClause(root, { within: id }, by)),
    onClause((root, id, by) => suggestRemoval(root, id, by)),
    ...(['up', 'down', 'indent', 'outdent'] as const).map((move) =>
      onClause((root, id, by) => suggestMove(root, id, move, by)),
    ),
    decide((root, ids) => acceptSuggestions(root, ids)),
    decide((root, ids) => rejectSuggestions(root, ids)),
  )
}

/** As Enter at the end of an item leaves it. */
function suggestItem(item: Element, by: SuggestedBy): void {
  const list = item.parent
  if (list instanceof Y.XmlElement) list.insertAfter(item as unknown as Y.XmlElement, [newItem(by)])
}

/** A whole list below a paragraph. */
function suggestList(paragraph: Element, by: SuggestedBy): void {
  const { parent } = paragraph
  if (!(parent instanceof Y.XmlElement)) return
  const list = new Y.XmlElement('bulletList')
  list.insert(0, [newItem(by), newItem(by)])
  parent.insertAfter(paragraph as unknown as Y.XmlElement, [list])
}

function newItem(by: SuggestedBy): Y.XmlElement {
  const words = new Y.XmlText()
  words.insert(0, 'uusi', { insertion: by })
  const paragraph = new Y.XmlElement('paragraph') as unknown as Element
  paragraph.setAttribute('suggestion', { ...by, does: 'insert' })
  paragraph.insert(0, [words])
  const item = new Y.XmlElement('listItem')
  item.insert(0, [paragraph as unknown as Y.XmlElement])
  return item
}

function among<Child extends Y.XmlText | Y.XmlElement | Element>(
  parent: Y.XmlFragment | undefined,
  is: (child: unknown) => child is Child,
): Child[] {
  return (parent?.toArray() ?? []).flatMap((child) => [
    ...(is(child) ? [child] : []),
    ...(child instanceof Y.XmlElement ? among(child, is) : []),
  ])
}
