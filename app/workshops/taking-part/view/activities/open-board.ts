import { createContext } from 'react'
import type { AnyKind } from '../../../../artefacts/registry'
import type { OpenSession } from '../../../../sync/session'

/** The artefact that the page around has open: what a step does on it goes through the same session. */
export const OpenArtefactContext = createContext<{ kind: AnyKind; session: OpenSession<unknown> } | null>(null)
