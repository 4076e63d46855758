import type { Translate } from '../../kind'
import type { ProjectOrganisation } from '../../view-props'
import type { Annex } from '../model/content'
import { looks } from './looks'

/** What stands in a line and is no text, as far as it is shown by name. */
export type ShownAtom =
  | { type: 'party'; organisation: string; name: string }
  | { type: 'annexReference'; annex: string }
  | { type: 'footnote'; number: number; words: string }

/** What the atoms of an agreement are about, outside of its clauses. */
export interface AtomSurroundings {
  annexes: readonly Annex[]
  organisations: readonly ProjectOrganisation[]
}

export interface AtomLabel {
  /** As it is seen. */
  words: string
  /** As it is read out, where that is more; else empty. */
  says: string
  state: 'well' | 'outdated' | 'gone'
}

/** How an atom is shown as things stand: in the editor and on the page that the server sends. */
export function labelOf(atom: ShownAtom, { annexes, organisations }: AtomSurroundings, t: Translate): AtomLabel {
  if (atom.type === 'footnote') {
    const says = t('footnote.label', { number: atom.number, words: atom.words.trim() || t('footnote.empty') })
    return { words: String(atom.number), says, state: 'well' }
  }
  if (atom.type === 'annexReference') {
    const at = annexes.findIndex(({ id }) => id === atom.annex)
    if (at < 0) return { words: t('annex.gone'), says: '', state: 'gone' }
    return { words: t('annex.number', { number: at + 1 }), says: '', state: 'well' }
  }
  const organisation = organisations.find(({ id }) => id === atom.organisation)
  if (!organisation) return { words: t('party.gone', { name: atom.name }), says: '', state: 'gone' }
  if (organisation.name === atom.name) return { words: atom.name, says: '', state: 'well' }
  return { words: atom.name, says: t('party.outdated', { name: atom.name, now: organisation.name }), state: 'outdated' }
}

/** The look of an atom as it stands. */
export function atomLook(type: string, label: AtomLabel | undefined): string {
  if (label?.state === 'gone') return looks.goneReference
  if (type === 'footnote') return looks.footnote
  if (type === 'annexReference') return looks.reference
  return label?.state === 'outdated' ? `${looks.party} ${looks.outdated}` : looks.party
}
