import { createContext, useContext } from 'react'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { ProjectOrganisation } from '../../view-props'
import type { CooperationModel } from '../model/content'
import type { Acts } from './acts'
import type { Allowed } from './allowed'
import type { Face } from './choice'

/** What every part of the view needs and what seldom changes: reading it never draws ten thousand notes anew. */
export interface BoardContextValue {
  session: ArtefactSession<CooperationModel>
  t: Translate
  acts: Acts
  /** Whether one may change anything at all; what of it, `may` says. */
  canEdit: boolean
  may: Allowed
  /** Places that are closed to some or all. */
  closed: ReadonlySet<string>
  organisations: readonly ProjectOrganisation[]
  /** Begins to write in an item or a connector, in place. */
  edit(id: string, face: Face): void
  /** Ends it, and gives the focus back to what was written in when that was asked for by a key. */
  endEditing(refocus?: { face: Face; id: string }): void
  /** Chooses; moves the focus on the board to `focus` where it is given. */
  choose(ids: readonly string[], focus?: string): void
  /** Goes to a thing on the board, near enough to read it. */
  goTo(id: string): void
  /** Opens the dialog that connects from an item, to another when that is already known. */
  openConnect(from: string, to?: string): void
  /** Says what one's own act did, for those who do not see it. */
  say(words: string): void
  /** Makes a group of notes, and begins to name it. */
  gather(ids: readonly string[], face: Face): void
  /** Opens the dialog that puts notes into a group. */
  openGrouping(ids: readonly string[]): void
  /** Opens the dialog that proposes groups of notes that say nearly the same. */
  openAlike(): void
}

export const BoardContext = createContext<BoardContextValue | null>(null)

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('useBoard needs a BoardContext above it')
  return value
}
