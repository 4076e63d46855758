import {
  addAnnex,
  moveAnnex,
  removeAnnex,
  renameAnnex,
  replaceAnnexVersion,
  type AttachedVersion,
} from '../../model/annexes'
import type { Annex } from '../../model/content'
import type { AgreementSession } from '../agreement-session'

/** What can be done to annexes, each as one step of undo. */
export interface AnnexActs {
  attach(version: AttachedVersion): void
  remove(id: string): void
  move(id: string, direction: 'up' | 'down'): void
  rename(id: string, title: string): void
  replaceVersion(id: string, version: Pick<Annex, 'version' | 'hash'>): void
}

export function createAnnexActs(session: AgreementSession): AnnexActs {
  const oneStep = (operation: Parameters<AgreementSession['change']>[0]) => {
    session.endStep()
    session.change(operation)
    session.endStep()
  }
  return {
    attach: (version) => oneStep((root) => addAnnex(root, version)),
    remove: (id) => oneStep((root) => removeAnnex(root, id)),
    move: (id, direction) => oneStep((root) => moveAnnex(root, id, direction)),
    rename: (id, title) => oneStep((root) => renameAnnex(root, id, title)),
    replaceVersion: (id, version) => oneStep((root) => replaceAnnexVersion(root, id, version)),
  }
}
