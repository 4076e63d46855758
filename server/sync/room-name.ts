/** SPEC P1: the only names there are. */
const PATH = /^\/sync\/artefact\/([0-9a-z]{8,32})$/
const ARTEFACT_ID = /^[0-9a-z]{8,32}$/

export function artefactOfPath(pathname: string): string | undefined {
  return PATH.exec(pathname)?.[1]
}

export function isArtefactId(id: string): boolean {
  return ARTEFACT_ID.test(id)
}
