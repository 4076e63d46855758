/** The address of one thing in an artefact, which its view brings into sight. */
export function itemAddress(artefactId: string, itemId: string): string {
  return `/artefacts/${artefactId}?place=${encodeURIComponent(itemId)}`
}
