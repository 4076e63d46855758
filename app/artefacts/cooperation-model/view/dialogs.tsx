import { AlikeDialog } from '../../shared/alike-dialog'
import type { CooperationModel } from '../model/content'
import { noteBoard } from '../model/workshop-notes'
import { useBoard } from './board-context'
import { ConnectDialog, type ConnectWish } from './connect-dialog'
import { GroupDialog } from './group-dialog'

/** Which dialog is open, and about what. */
export interface Asking {
  connect?: ConnectWish
  group?: readonly string[]
  alike?: true
}

interface DialogsProps {
  asking: Asking
  content: CooperationModel
  onClose(): void
  onConnected(id: string): void
}

/** What is done by words in a window of its own. */
export function Dialogs({ asking, content, onClose, onConnected }: DialogsProps) {
  const { acts, may } = useBoard()
  const loose = () => {
    const movable = new Set(content.items.filter(may.move).map(({ id }) => id))
    return noteBoard.notes(content, null).filter(({ id, group }) => group === null && movable.has(id))
  }
  return (
    <>
      <ConnectDialog wish={asking.connect} items={content.items} onClose={onClose} onConnected={onConnected} />
      <GroupDialog notes={asking.group} items={content.items} onClose={onClose} />
      <AlikeDialog
        isOpen={asking.alike === true}
        notes={asking.alike ? loose() : []}
        onClose={onClose}
        onAccept={(groups) => acts.gatherAll(groups)}
      />
    </>
  )
}
