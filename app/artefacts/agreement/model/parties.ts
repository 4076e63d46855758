import * as Y from 'yjs'
import type { BulletList, Inline } from './content'
import { bodyOf } from './document'
import type { Element } from './elements'
import type { KnownOrganisation } from './findings'

/** The longest name of a party. */
const longestName = 200

/** An organisation of the project as it is written into the text. */
export function partyOf({ id, name }: KnownOrganisation): Extract<Inline, { type: 'party' }> {
  return { type: 'party', attrs: { organisation: id, name: [...name].slice(0, longestName).join('') } }
}

/** All of them, one under the other. */
export function partyList(organisations: readonly KnownOrganisation[]): BulletList {
  return {
    type: 'bulletList',
    content: organisations.map((one) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [partyOf(one)] }],
    })),
  }
}

/** Gives every party the name that its organisation has now. Answers how many were changed. */
export function updatePartyNames(root: Y.Map<unknown>, organisations: readonly KnownOrganisation[]): number {
  const names = new Map(organisations.map((one) => [one.id, partyOf(one).attrs.name]))
  let changed = 0
  for (const party of partiesIn(bodyOf(root))) {
    const now = names.get(String(party.getAttribute('organisation')))
    if (now === undefined || now === party.getAttribute('name')) continue
    party.setAttribute('name', now)
    changed += 1
  }
  return changed
}

function partiesIn(parent: Y.XmlFragment | undefined): Element[] {
  return (parent?.toArray() ?? []).flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return child.nodeName === 'party' ? [child as Element] : partiesIn(child)
  })
}
