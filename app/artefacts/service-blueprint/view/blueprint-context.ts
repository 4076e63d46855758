import { createContext, useContext } from 'react'
import type { ArtefactSession } from '../../../sync/session'
import type { Translate } from '../../kind'
import type { ProjectOrganisation } from '../../view-props'
import type { ServiceBlueprint } from '../model/content'
import type { Acts } from './acts'
import type { PlacesStore } from './places'

/**
 * What every part of the view needs and what seldom changes: cells are drawn anew only when they themselves
 * change.
 */
export interface Blueprint {
  session: ArtefactSession<ServiceBlueprint>
  t: Translate
  canEdit: boolean
  organisations: readonly ProjectOrganisation[]
  acts: Acts
  places: PlacesStore
}

export const BlueprintContext = createContext<Blueprint | null>(null)

export function useBlueprint(): Blueprint {
  const blueprint = useContext(BlueprintContext)
  if (!blueprint) throw new Error('useBlueprint needs a BlueprintContext above it')
  return blueprint
}
