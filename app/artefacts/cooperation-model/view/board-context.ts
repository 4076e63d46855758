import { createContext, useContext } from 'react'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { ProjectOrganisation } from '../../view-props'
import type { CooperationModel } from '../model/content'
import type { Acts } from './acts'
import type { Face } from './choice'

/** What every part of the view needs and what seldom changes: reading it never draws ten thousand notes anew. */
export interface BoardContextValue {
  session: ArtefactSession<CooperationModel>
  t: Translate
  acts: Acts
  canEdit: boolean
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
}

export const BoardContext = createContext<BoardContextValue | null>(null)

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('useBoard needs a BoardContext above it')
  return value
}
