/** The address of a place in an artefact, which its view brings into sight. `place` null: the artefact as it opens. */
export function placeAddress(artefactId: string, place: string | null): string {
  return `/artefacts/${artefactId}${place ? `?place=${encodeURIComponent(place)}` : ''}`
}
