import * as Y from 'yjs'
import { readAfresh, type Remember } from '../../../document/remember'
import { readAnnexes, restoreAnnexes } from './annexes'
import { clauseIdPattern, type Agreement, type Clause } from './content'
import { looseOf, type Element } from './elements'
import { deepestNesting, type LooseNode } from './loose'
import { assembleClause, inRows, mendAgreement, settle } from './mend'
import { restoreRow, saysExactly } from './restore'
import { readTranslation, restoreTranslation } from './translation-document'

const bodyName = 'body'

/** Where the clauses stand: what the editor binds itself to. Undefined in a document that holds none yet. */
export function bodyOf(root: Y.Map<unknown>): Y.XmlFragment | undefined {
  const body = root.get(bodyName)
  return body instanceof Y.XmlFragment ? body : undefined
}

/** The same, made when it is not there. */
export function ensureBody(root: Y.Map<unknown>): Y.XmlFragment {
  const found = bodyOf(root)
  if (found) return found
  const made = new Y.XmlFragment()
  root.set(bodyName, made)
  return made
}

/** The agreement as it stands, in its strict form. Never writes, never throws. */
export function readAgreement(root: Y.Map<unknown>, remember: Remember = readAfresh): Agreement {
  const body = bodyOf(root)
  const clauses = body ? settle(inRows(childrenOf(body, remember, 0)), birthOf).clauses : []
  const annexes = readAnnexes(root, remember)
  const translation = readTranslation(root, remember)
  return { clauses, ...(annexes.length > 0 ? { annexes } : {}), ...(translation ? { translation } : {}) }
}

export function seedAgreement(root: Y.Map<unknown>, content: Agreement): void {
  restoreAgreement(root, content)
}

/** Turns what is there into `content`, touching only what differs. Clauses are known by their ids. */
export function restoreAgreement(root: Y.Map<unknown>, content: Agreement): void {
  const { clauses, annexes = [] } = mendAgreement(content)
  restoreRow(ensureBody(root), clauses)
  // Also where there are none: two people who each made the list at once would keep only one of the two.
  restoreAnnexes(root, annexes)
  restoreTranslation(root, content.translation)
}

/** The origin of mending: nobody's own edit, so that nobody's undo takes it back. */
export const mending = Symbol('mending the agreement')

/**
 * Makes the shared document itself well-formed, where edits that were each right came together wrongly: two tables'
 * shapes, a paragraph behind a sub-clause, a clause that two people moved. Answers whether there was anything to mend.
 * One browser should do it at a time: two at once would each put the missing parts in.
 */
export function mendDocument(root: Y.Map<unknown>): boolean {
  const body = bodyOf(root)
  const { clauses } = readAgreement(root)
  if (!body?.doc || saysExactly(body, clauses)) return false
  body.doc.transact(() => restoreRow(body, clauses), mending)
  return true
}

const births = new WeakMap<Clause, string>()
const birthOf = (clause: Clause) => births.get(clause) ?? ''

/** Clauses, each read once until something in it changes, and what else stands between them. */
function childrenOf(parent: Y.XmlFragment, remember: Remember, depth: number): (LooseNode | Clause[])[] {
  return parent.toArray().flatMap((child): (LooseNode | Clause[])[] => {
    const isClause = child instanceof Y.XmlElement && child.nodeName === 'clause'
    if (!isClause) return looseOf(child, depth)
    if (depth > deepestNesting) return []
    return [remember(child as Y.AbstractType<unknown>, () => clausesOf(child as Element, remember, depth))]
  })
}

function clausesOf(element: Element, remember: Remember, depth: number): Clause[] {
  const made = element._item?.id
  const given = element.getAttribute('id')
  // Whatever gave it no id: everybody makes the same one from where the element came from.
  const id =
    typeof given === 'string' && clauseIdPattern.test(given) ? given : `c-${made?.client}-${made?.clock}`
  const clauses = assembleClause({ ...element.getAttributes(), id }, childrenOf(element, remember, depth + 1))
  const birth = `${String(made?.client).padStart(16, '0')}-${String(made?.clock).padStart(16, '0')}`
  for (const clause of clauses) births.set(clause, birth)
  return clauses
}
