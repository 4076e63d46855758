import { useSidePanel } from '../../shared/side-panel'
import type { TextPlace } from '../model/text-places'
import type { OpenEditor } from './editor/create-editor'

/** Goes from a list in the side panel to a place in the text; where that has changed, to its clause. */
export function useGoToPlace(
  open: OpenEditor | undefined,
  goToClause: (id: string) => void,
): (clause: string, place?: TextPlace) => void {
  const panel = useSidePanel()
  return (clause, place) => {
    const go = () => {
      if (!place || !open?.goToPlace(place)) goToClause(clause)
    }
    // A drawer holds the focus as long as it is open.
    if (panel?.isOver()) {
      panel.close()
      requestAnimationFrame(() => requestAnimationFrame(go))
    } else go()
  }
}
